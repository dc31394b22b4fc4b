import { Button, Space, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { listVoteTotals, type VoteTotals } from '../../../../shared/contract/vote-totals.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { CountTotalsDialog, RemoveTotalsDialog, SetTotalsAsideDialog } from './TotalsDialogs.tsx';

interface Properties {
  readonly canChange: boolean;
  readonly titleOf: (candidate: number) => string;
  /** Reads again when it changes. */
  readonly version: number;
}

const dialogs = { count: CountTotalsDialog, aside: SetTotalsAsideDialog, remove: RemoveTotalsDialog };
type Act = keyof typeof dialogs;

/** Files that hold totals and no ballots, with what was decided on them, those that were removed too. Nothing is shown while there are none. */
export function TotalsSection({ canChange, titleOf, version }: Properties): React.JSX.Element | null {
  const { value, failure } = useEndpoint(listVoteTotals, {}, version);
  const [asked, setAsked] = useState<{ readonly record: VoteTotals; readonly act: Act } | null>(null);
  const words = text.voteTotals;
  if (value === null) return failure === null ? null : <FailureNotice failure={failure} />;
  if (value.totals.length === 0) return null;
  const AskedDialog = asked === null ? null : dialogs[asked.act];
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
                onAsk={canChange ? (act) => setAsked({ record: each, act }) : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {asked !== null && AskedDialog !== null && (
        <AskedDialog record={asked.record} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

interface RowProperties extends Pick<Properties, 'titleOf'> {
  readonly record: VoteTotals;
  /** Asks to count them, to set them aside or to remove them; null for those who only look. */
  readonly onAsk: ((act: Act) => void) | null;
}

function TotalsRow({ record, titleOf, onAsk }: RowProperties): React.JSX.Element {
  const words = text.voteTotals;
  const { file, byCandidate, removed } = record;
  return (
    <tr className={removed === null ? undefined : 'batch-withdrawn'}>
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
        <Standing record={record} />
      </td>
      {onAsk !== null && <td>{removed === null && <Acts record={record} onAsk={onAsk} />}</td>}
    </tr>
  );
}

function Standing({ record: { counted, removed } }: { readonly record: VoteTotals }): React.JSX.Element {
  const words = text.voteTotals;
  if (removed !== null)
    return (
      <>
        <Tag>{words.removed}</Tag>
        <span className="batch-reason">
          {words.removedBy(removed.by, timeText(removed.at), removed.reason)}
        </span>
      </>
    );
  if (counted === null) return <Tag>{words.kept}</Tag>;
  return (
    <>
      <Tag color="warning">{words.uses[counted.as]}</Tag>
      <span className="batch-reason">
        {words.decided(counted.by, timeText(counted.at))}
        <br />
        {words.minuteIs(counted.minute)}
      </span>
    </>
  );
}

interface ActsProperties {
  readonly record: VoteTotals;
  readonly onAsk: (act: Act) => void;
}

/** What counts cannot be removed: it has to be taken out of the count first. */
function Acts({ record: { totals, file, counted }, onAsk }: ActsProperties): React.JSX.Element {
  const words = text.voteTotals;
  if (counted !== null)
    return (
      <Button aria-label={words.asideLabel(file)} onClick={() => onAsk('aside')}>
        {words.aside}
      </Button>
    );
  return (
    <Space wrap>
      <Button aria-label={words.countLabel(file)} onClick={() => onAsk('count')}>
        {words.count}
      </Button>
      <Button danger aria-label={words.removeLabel(totals, file)} onClick={() => onAsk('remove')}>
        {words.remove}
      </Button>
    </Space>
  );
}

function timeText(at: string): string {
  return dayjs(at).format('YYYY-MM-DD HH:mm');
}
