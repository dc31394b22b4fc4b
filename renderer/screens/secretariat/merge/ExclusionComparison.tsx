import type { DetailedCandidate, MergeDetail } from '../../../../shared/merging/detail.ts';
import type { WithoutExclusions } from '../../../../shared/merging/without-exclusions.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly detail: MergeDetail;
  readonly without: WithoutExclusions;
}

interface Compared {
  readonly now: DetailedCandidate;
  readonly before: WithoutExclusions['ranking'][number];
}

/** The ranking as it would be if no ballots were excluded, beside the one that counts. Only while some are. */
export function ExclusionComparison({ detail, without }: Properties): React.JSX.Element {
  const words = text.merge;
  const before = new Map(without.ranking.map((each) => [each.candidate, each]));
  const all = detail.ranking.flatMap((now): Compared[] => {
    const was = before.get(now.candidate);
    return was === undefined ? [] : [{ now, before: was }];
  });
  const moved = all.filter(
    (each) => each.now.rank !== each.before.rank || each.now.finalist !== each.before.finalist,
  );
  return (
    <section className="merge-exclusions" aria-labelledby="merge-exclusions">
      <h2 id="merge-exclusions">{words.before}</h2>
      <p>{words.exclusions(without.exclusions, without.ballots)}</p>
      {moved.length === 0 ? (
        <p>{words.exclusionsSame}</p>
      ) : (
        <ComparisonTable caption={words.exclusionsMoved} rows={moved} />
      )}
      <details>
        <summary>{words.exclusionsAll}</summary>
        <ComparisonTable caption={words.exclusionsAll} rows={all} />
      </details>
    </section>
  );
}

function ComparisonTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly Compared[];
}): React.JSX.Element {
  const names = text.merge.exclusionColumns;
  return (
    <table className="plain-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="figure">
            {names.candidate}
          </th>
          <th scope="col">{names.title}</th>
          <th scope="col">{names.rankBefore}</th>
          <th scope="col">{names.rankNow}</th>
          <th scope="col" className="figure">
            {names.votesBefore}
          </th>
          <th scope="col" className="figure">
            {names.votesNow}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ now, before }) => (
          <tr key={now.candidate}>
            <td className="figure">{now.candidate}</td>
            <td>{now.title}</td>
            <td>{placeText(before)}</td>
            <td>{placeText(now)}</td>
            <td className="figure">{before.votes.toLocaleString('zh-CN')}</td>
            <td className="figure">{now.votes.toLocaleString('zh-CN')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `3（入围）` */
function placeText({ rank, finalist }: Pick<DetailedCandidate, 'rank' | 'finalist'>): string {
  if (rank === null) return text.merge.noFigure;
  const outcome =
    finalist === null ? text.merge.undecided : finalist ? text.merge.finalist : text.merge.outside;
  return `${rank}（${outcome}）`;
}
