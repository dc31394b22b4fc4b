import { Button, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { listVoteTotals, type VoteTotals } from '../../../../shared/contract/vote-totals.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { CountTotalsDialog, SetTotalsAsideDialog } from './TotalsDialogs.tsx';

interface Properties {
  readonly canChange: boolean;
  readonly titleOf: (candidate: number) => string;
  /** Reads again when it changes. */
  readonly version: number;
}

/** Files that hold totals and no ballots, with what the panel decided on them. Nothing is shown while there are none. */
export function TotalsSection({ canChange, titleOf, version }: Properties): React.JSX.Element | null {
  const { value, failure } = useEndpoint(listVoteTotals, {}, version);
  const [asked, setAsked] = useState<VoteTotals | null>(null);
  const words = text.voteTotals;
  if (value === null) return failure === null ? null : <FailureNotice failure={failure} />;
  if (value.totals.length === 0) return null;
  return (
    <section className="votes-section" aria-labelledby="votes-totals">
      <h2 id="votes-totals">{words.title}</h2>
      <p className="votes-quiet">{words.intro}</p>
      <div className="votes-table">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {words.columns.totals}
              </th>
              <th scope="col">{words.columns.file}</th>
              <th scope="col" className="figure">
                {words.columns.votes}
              </th>
              <th scope="col">{words.columns.imported}</th>
              <th scope="col">{words.columns.state}</th>
              {canChange && <th scope="col">{text.common.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {value.totals.map((each) => (
              <TotalsRow
                key={each.totals}
                record={each}
                titleOf={titleOf}
                onAsk={canChange ? () => setAsked(each) : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {asked !== null &&
        (asked.counted === null ? (
          <CountTotalsDialog record={asked} onClose={() => setAsked(null)} />
        ) : (
          <SetTotalsAsideDialog record={asked} onClose={() => setAsked(null)} />
        ))}
    </section>
  );
}

interface RowProperties extends Pick<Properties, 'titleOf'> {
  readonly record: VoteTotals;
  /** Asks to count them or to set them aside; null for those who only look. */
  readonly onAsk: (() => void) | null;
}

function TotalsRow({ record, titleOf, onAsk }: RowProperties): React.JSX.Element {
  const words = text.voteTotals;
  const { file, counted, byCandidate } = record;
  return (
    <tr>
      <td className="figure">{record.totals}</td>
      <th scope="row" className="votes-file">
        {file}
        <details>
          <summary>{words.byCandidate(byCandidate.length)}</summary>
          <ul>
            {byCandidate.map(({ candidate, votes }) => (
              <li key={candidate}>{words.candidateVotes(candidate, titleOf(candidate), votes)}</li>
            ))}
          </ul>
        </details>
      </th>
      <td className="figure">{words.number(record.votes)}</td>
      <td className="vote-time">
        {record.importedBy}
        <br />
        {timeText(record.importedAt)}
      </td>
      <td>
        {counted === null ? (
          <Tag>{words.kept}</Tag>
        ) : (
          <>
            <Tag color="warning">{words.uses[counted.as]}</Tag>
            <span className="batch-reason">
              {words.decided(counted.by, timeText(counted.at))}
              <br />
              {words.minuteIs(counted.minute)}
            </span>
          </>
        )}
      </td>
      {onAsk !== null && (
        <td>
          <Button
            aria-label={counted === null ? words.countLabel(file) : words.asideLabel(file)}
            onClick={onAsk}
          >
            {counted === null ? words.count : words.aside}
          </Button>
        </td>
      )}
    </tr>
  );
}

function timeText(at: string): string {
  return dayjs(at).format('YYYY-MM-DD HH:mm');
}
