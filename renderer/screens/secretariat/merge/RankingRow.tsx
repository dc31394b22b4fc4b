import type { DetailedCandidate } from '../../../../shared/merging/detail.ts';
import type { MergeRulesInForce, Tie } from '../../../../shared/merging/report.ts';
import { text } from '../../../text/text.ts';
import { tieBreakName } from './rule-words.ts';
import { shortFigure } from './short-figure.ts';

type Criteria = MergeRulesInForce['criteria'];

interface Properties {
  readonly each: DetailedCandidate;
  readonly criteria: Criteria;
  /** The rank under the rules in force; undefined outside a trial. */
  readonly before: number | null | undefined;
  readonly onOpen: (candidate: number) => void;
}

/** One line of the ranking; its title opens how it was computed. */
export function RankingRow({ each, criteria, before, onOpen }: Properties): React.JSX.Element {
  const { rank, candidate, title, finalist, tie } = each;
  return (
    <tr className={finalist === true ? 'ranking-finalist' : undefined}>
      <td className="figure ranking-rank">
        {rank ?? text.merge.noFigure}
        {before !== undefined && before !== rank && (
          <span className="ranking-before">{text.merge.rankBefore(before)}</span>
        )}
      </td>
      <td className="figure">{candidate}</td>
      <th scope="row" className="ranking-title">
        <button
          type="button"
          className="link-button two-lines"
          title={title}
          aria-label={text.merge.open(title)}
          onClick={() => onOpen(candidate)}
        >
          {title}
        </button>
        {tie !== null && <span className="ranking-tie">{tieSentence(tie, candidate, criteria)}</span>}
      </th>
      <td className="ranking-outcome">{rank !== null && <FinalistMark finalist={finalist} />}</td>
      <td className="figure">{text.merge.scores(each.scores, each.dropped)}</td>
      <Figure value={each.panel} places={2} />
      <Figure value={each.panelScaled} places={2} />
      <td className="figure">{each.votes.toLocaleString('zh-CN')}</td>
      <Figure value={each.public} places={2} />
      <Figure value={each.combined} places={4} isStrong />
    </tr>
  );
}

function FinalistMark({ finalist }: { readonly finalist: boolean | null }): React.JSX.Element {
  if (finalist === false) return <span>{text.merge.outside}</span>;
  return (
    <span className={finalist === true ? 'finalist-mark' : 'finalist-mark finalist-mark-open'}>
      {finalist === true ? `✓ ${text.merge.finalist}` : text.merge.undecided}
    </span>
  );
}

export function tieSentence(tie: Tie, candidate: number, criteria: Criteria): string {
  if ('open' in tie) return text.merge.tieOpen(tie.open.filter((other) => other !== candidate));
  if (tie.brokenBy === 'lot') return text.merge.tieBrokenByLot;
  return text.merge.tieBroken(tieBreakName(tie.brokenBy, criteria));
}

interface FigureProperties {
  readonly value: string | null;
  readonly places: number;
  readonly isStrong?: boolean;
}

/** A figure shortened for the eye; the whole value on hover, and for the keyboard in the detail. */
function Figure({ value, places, isStrong = false }: FigureProperties): React.JSX.Element {
  return (
    <td className={isStrong ? 'figure ranking-strong' : 'figure'} title={value ?? undefined}>
      {value === null ? text.merge.noFigure : shortFigure(value, places)}
    </td>
  );
}
