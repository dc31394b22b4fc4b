import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';
import type { TitledCandidate } from './mapping-words.ts';

interface Properties {
  readonly totals: NonNullable<VotePreview['totals']>;
  readonly candidates: readonly TitledCandidate[];
}

/** The votes of every candidate as a file of totals is read, to be held against the file before it is confirmed. */
export function TotalsSample({ totals, candidates }: Properties): React.JSX.Element {
  const words = text.voteMapping;
  const titles = new Map(candidates.map(({ candidate, title }) => [candidate, title]));
  const caption = words.triedTotals(
    totals.length,
    totals.reduce((sum, { votes }) => sum + votes, 0),
  );
  return (
    <div className="scroll-region vote-sample" tabIndex={0} role="region" aria-label={caption}>
      <table className="plain-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {words.candidateColumn}
            </th>
            <th scope="col">{words.titleColumn}</th>
            <th scope="col" className="figure">
              {words.votesColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ candidate, votes }) => (
            <tr key={candidate}>
              <td className="figure">{candidate}</td>
              <td>{titles.get(candidate)}</td>
              <td className="figure">{words.votes(votes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
