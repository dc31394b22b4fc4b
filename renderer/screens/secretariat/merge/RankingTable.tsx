import type { DetailedCandidate, MergeDetail } from '../../../../shared/merging/detail.ts';
import { ScrollRegion } from '../../../components/ScrollRegion.tsx';
import { text } from '../../../text/text.ts';
import { CutLine } from './CutLine.tsx';
import { rankingBands, rankingColumns } from './ranking-bands.ts';
import { RankingRow } from './RankingRow.tsx';

interface Properties {
  readonly detail: MergeDetail;
  readonly isTrial: boolean;
  /** Ranks under the rules in force, to set beside those of a trial. */
  readonly rankBefore: ReadonlyMap<number, number | null> | null;
  readonly onOpen: (candidate: number) => void;
}

/** The ranking with every intermediate figure; the cut line is the strongest line on the page. */
export function RankingTable({ detail, isTrial, rankBefore, onOpen }: Properties): React.JSX.Element {
  const bands = rankingBands(detail);
  const rows = (band: readonly DetailedCandidate[]): React.JSX.Element[] =>
    band.map((each) => (
      <RankingRow
        key={each.candidate}
        each={each}
        criteria={detail.rules.criteria}
        before={rankBefore === null ? undefined : rankBefore.get(each.candidate)}
        onOpen={onOpen}
      />
    ));
  const { columns } = text.merge;
  return (
    <ScrollRegion className="ranking-frame" label={text.merge.rankingFrame}>
      <table
        className={isTrial ? 'ranking ranking-trial' : 'ranking'}
        aria-label={isTrial ? text.merge.rankingTrial : text.merge.ranking}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="figure">
              {columns.rank}
            </th>
            <th scope="col" rowSpan={2} className="figure">
              {columns.candidate}
            </th>
            <th scope="col" rowSpan={2}>
              {columns.title}
            </th>
            <th scope="col" rowSpan={2}>
              {columns.outcome}
            </th>
            <th scope="colgroup" colSpan={3} className="ranking-group">
              {columns.expertGroup}{' '}
              <span className="ranking-weight">{text.merge.weightOf(detail.rules.merge.expertWeight)}</span>
            </th>
            <th scope="colgroup" colSpan={2} className="ranking-group">
              {columns.publicGroup}{' '}
              <span className="ranking-weight">{text.merge.weightOf(detail.rules.merge.publicWeight)}</span>
            </th>
            <th scope="col" rowSpan={2} className="figure">
              {columns.combined}
            </th>
          </tr>
          <tr>
            <th scope="col" className="figure" title={text.merge.scoresHint}>
              {columns.scores}
            </th>
            <th scope="col" className="figure">
              {columns.panel}
            </th>
            <th scope="col" className="figure">
              {columns.panelScaled}
            </th>
            <th scope="col" className="figure">
              {columns.votes}
            </th>
            <th scope="col" className="figure">
              {columns.public}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows(bands.inside)}
          <CutLine cut={detail.cut} bands={bands} />
        </tbody>
        {bands.undecided.length > 0 && (
          <tbody className="ranking-undecided">
            {rows(bands.undecided)}
            <tr className="cut-line-end">
              <td colSpan={rankingColumns}>{text.merge.cutOpenEnd}</td>
            </tr>
          </tbody>
        )}
        <tbody className="ranking-outside">{rows(bands.outside)}</tbody>
        {bands.unranked.length > 0 && (
          <tbody className="ranking-outside">
            <tr className="ranking-unranked">
              <td colSpan={rankingColumns}>{text.merge.unranked}</td>
            </tr>
            {rows(bands.unranked)}
          </tbody>
        )}
      </table>
    </ScrollRegion>
  );
}
