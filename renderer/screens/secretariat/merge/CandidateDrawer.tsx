import { Button, Drawer } from 'antd';
import { useFocusReturn } from '../../../components/focus-return.ts';
import type { Progress } from '../../../../shared/contract/experts.ts';
import type { DetailedCandidate, MergeDetail } from '../../../../shared/merging/detail.ts';
import { text } from '../../../text/text.ts';
import { combinedFormula, panelFormula, panelScaledFormula, publicFormula } from './formulas.ts';
import { tieSentence } from './RankingRow.tsx';
import { expertsWithoutTotal } from './experts-without-total.ts';
import { tieBreakName } from './rule-words.ts';

interface Properties {
  readonly detail: MergeDetail;
  readonly candidate: number;
  /** For the names, and for who has no total and why; null while it loads. */
  readonly progress: Progress | null;
  readonly isTrial: boolean;
  readonly onOpen: (candidate: number) => void;
  readonly onClose: () => void;
}

/** How one candidate's place came about, step by step, with the numbers put in. */
export function CandidateDrawer({
  detail,
  candidate,
  progress,
  isTrial,
  onOpen,
  onClose,
}: Properties): React.JSX.Element | null {
  useFocusReturn();
  const index = detail.ranking.findIndex((each) => each.candidate === candidate);
  const each = detail.ranking[index];
  if (each === undefined) return null;
  const words = text.merge;
  const neighbours = [
    { name: words.previous, to: detail.ranking[index - 1] },
    { name: words.next, to: detail.ranking[index + 1] },
  ];
  return (
    <Drawer
      open
      size={720}
      title={words.detailTitle(candidate)}
      onClose={onClose}
      extra={
        <span className="merge-detail-steps">
          {neighbours.map(({ name, to }) => (
            <Button
              key={name}
              disabled={to === undefined}
              onClick={() => to !== undefined && onOpen(to.candidate)}
            >
              {name}
            </Button>
          ))}
        </span>
      }
    >
      {/* Focusable, so that the keyboard can scroll it. */}
      <div className="merge-detail" role="region" tabIndex={0} aria-label={words.detailTitle(candidate)}>
        <h3 className="merge-detail-title">{each.title}</h3>
        <p className="merge-detail-rank">
          <strong>{words.detailRank(each.rank)}</strong>
          {each.finalist === true && <span className="finalist-mark">✓ {words.finalist}</span>}
          {each.rank !== null && each.finalist === false && <span>{words.outside}</span>}
          {each.finalist === null && (
            <span className="finalist-mark finalist-mark-open">{words.undecided}</span>
          )}
          {each.tie !== null && <span>{tieSentence(each.tie, candidate, detail.rules.criteria)}</span>}
          {isTrial && <span className="merge-trial-tag">{words.trial}</span>}
        </p>
        <h4>{words.steps.totals}</h4>
        <Totals detail={detail} each={each} progress={progress} />
        <h4>{words.steps.panel}</h4>
        <Formula name={words.panelIs} sentence={panelFormula(each)} />
        <Formula name={words.panelScaledIs} sentence={panelScaledFormula(detail, each)} />
        <CriterionScores detail={detail} each={each} />
        <h4>{words.steps.public}</h4>
        <Formula name={words.votesAre} sentence={words.votesCount(each.votes.toLocaleString('zh-CN'))} />
        <Formula name={words.publicIs} sentence={publicFormula(detail, each)} />
        <h4>{words.steps.combined}</h4>
        <p className="merge-formula">{combinedFormula(detail, each) ?? words.noCombined}</p>
        {each.tie !== null && (
          <Formula
            name={words.tieFigures}
            sentence={each.tieBreak
              .map(
                ({ rule, figure }) =>
                  `${tieBreakName(rule, detail.rules.criteria)} ${figure ?? words.noFigure}`,
              )
              .join('，')}
          />
        )}
        <p className="field-hint">{words.rounding}</p>
      </div>
    </Drawer>
  );
}

function Formula({
  name,
  sentence,
}: {
  readonly name: string;
  readonly sentence: string | null;
}): React.JSX.Element | null {
  if (sentence === null || sentence === '') return null;
  return (
    <p className="merge-formula">
      <span>{name}</span> {sentence}
    </p>
  );
}

interface PartProperties {
  readonly detail: MergeDetail;
  readonly each: DetailedCandidate;
}

function Totals({
  detail,
  each,
  progress,
}: PartProperties & Pick<Properties, 'progress'>): React.JSX.Element {
  const words = text.merge;
  const isRebased = detail.severity !== null;
  const expertName = (id: number): string =>
    progress?.experts.find((expert) => expert.id === id)?.name ?? words.unknownExpert(id);
  const others = progress === null ? [] : expertsWithoutTotal(progress, each);
  return (
    <>
      {each.totals.length === 0 && <p>{words.noTotals}</p>}
      {detail.severity !== null && (
        <p className="field-hint">
          {words.severityNote(detail.severity.panel.mean, detail.severity.panel.deviation)}
        </p>
      )}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.expert}</th>
            <th scope="col" className="figure">
              {words.total}
            </th>
            {isRebased && (
              <th scope="col" className="figure">
                {words.rebased}
              </th>
            )}
            <th scope="col">{words.standing}</th>
          </tr>
        </thead>
        <tbody>
          {each.totals.map(({ expert, total, rebased, dropped }) => (
            <tr key={expert} className={dropped === null ? undefined : 'total-dropped'}>
              <td>{expertName(expert)}</td>
              <td className="figure">{total}</td>
              {isRebased && <td className="figure">{rebased ?? words.noFigure}</td>}
              <td>{dropped === null ? words.counted : words.dropped[dropped]}</td>
            </tr>
          ))}
          {others.map(({ expert, name, reason }) => (
            <tr key={expert} className="total-missing">
              <td>{name}</td>
              <td className="figure">{words.noFigure}</td>
              {isRebased && <td className="figure">{words.noFigure}</td>}
              <td>{words.withoutTotal[reason]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function CriterionScores({ detail, each }: PartProperties): React.JSX.Element | null {
  const words = text.merge;
  if (each.totals.length === 0) return null;
  return (
    <table className="plain-table">
      <caption>{words.criterionScores}</caption>
      <thead>
        <tr>
          <th scope="col">{words.criterion}</th>
          <th scope="col" className="figure">
            {words.criterionScore}
          </th>
          <th scope="col" className="figure">
            {words.marksCounted}
          </th>
        </tr>
      </thead>
      <tbody>
        {each.criteria.map(({ criterion, score, marks, dropped }) => (
          <tr key={criterion}>
            <td>{tieBreakName(criterion, detail.rules.criteria)}</td>
            <td className="figure">{score ?? words.noFigure}</td>
            <td className="figure">{words.scores(marks, dropped)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
