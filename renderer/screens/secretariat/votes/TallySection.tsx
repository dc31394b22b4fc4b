import { Alert, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { listVoteTotals, type TotalsUse } from '../../../../shared/contract/vote-totals.ts';
import type { VoteTally } from '../../../../shared/contract/votes.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { standingByVotes, type CandidateVotes } from './standing-by-votes.ts';
import { VotesChart } from './VotesChart.tsx';

interface Properties {
  readonly tally: VoteTally;
  readonly titleOf: (candidate: number) => string;
  /** Reads again when it changes. */
  readonly version: number;
}

const orders = ['votes', 'candidate'] as const;
type Order = (typeof orders)[number];

/** Votes per candidate: a chart, and the table it is drawn from. */
export function TallySection({ tally, titleOf, version }: Properties): React.JSX.Element {
  const standing = useMemo(() => standingByVotes(tally, titleOf), [tally, titleOf]);
  const totals = useEndpoint(listVoteTotals, {}, version).value?.totals ?? [];
  const uses = new Set(totals.flatMap(({ counted }) => (counted === null ? [] : [counted.as])));
  const [order, setOrder] = useState<Order>('votes');
  const rows =
    order === 'votes' ? standing : standing.toSorted((first, second) => first.candidate - second.candidate);
  return (
    <section className="votes-section" aria-labelledby="votes-tally">
      <div className="votes-section-head">
        <h2 id="votes-tally">{text.votes.tally}</h2>
        <Segmented
          aria-label={text.votes.orderLabel}
          value={order}
          options={orders.map((value) => ({ value, label: text.votes.orders[value] }))}
          onChange={setOrder}
        />
      </div>
      {[...uses].map((use: TotalsUse) => (
        <Alert key={use} type="warning" showIcon title={text.voteTotals.tallyNote[use]} />
      ))}
      {tally.ballots.accepted === 0 ? (
        <p className="votes-quiet">{text.votes.tallyEmpty}</p>
      ) : (
        <>
          <p className="votes-quiet">{text.votes.placeNote}</p>
          <VotesChart standing={rows} />
          <TallyTable rows={rows} most={standing[0]?.votes ?? 0} />
        </>
      )}
    </section>
  );
}

interface TableProperties {
  readonly rows: readonly CandidateVotes[];
  /** The most votes, whose bar is whole. */
  readonly most: number;
}

function TallyTable({ rows, most }: TableProperties): React.JSX.Element {
  const names = text.votes.tallyColumns;
  return (
    <table className="plain-table tally-table">
      <thead>
        <tr>
          <th scope="col" className="figure">
            {names.place}
          </th>
          <th scope="col" className="figure">
            {names.candidate}
          </th>
          <th scope="col">{names.title}</th>
          <th scope="col" className="figure">
            {names.votes}
          </th>
          <th scope="col">{names.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, candidate, title, votes, percent }) => (
          <tr key={candidate}>
            <td className="figure">{place}</td>
            <td className="figure">{candidate}</td>
            <th scope="row">{title}</th>
            <td className="figure">{text.votes.number(votes)}</td>
            <td className="tally-share">
              {text.votes.share(percent.toFixed(1))}
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={most === 0 ? 0 : (100 * votes) / most} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
