import { Button, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { restoreVoteBatch, withdrawVoteBatch, type VoteBatch } from '../../../../shared/contract/votes.ts';
import { ReasonDialog } from '../../../components/ReasonDialog.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { Fingerprint } from './Fingerprint.tsx';

interface Properties {
  readonly batches: readonly VoteBatch[];
  readonly canChange: boolean;
}

/** Every file that was imported, in force or withdrawn; nothing disappears from this list. */
export function BatchTable({ batches, canChange }: Properties): React.JSX.Element {
  const names = text.votes.columns;
  const [asked, setAsked] = useState<VoteBatch | null>(null);
  return (
    <section className="votes-section" aria-labelledby="votes-batches">
      <h2 id="votes-batches">{text.votes.batches}</h2>
      <div className="votes-table">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {names.batch}
              </th>
              <th scope="col">{names.file}</th>
              <th scope="col">{names.fingerprint}</th>
              <th scope="col" className="figure">
                {names.rows}
              </th>
              <th scope="col" className="figure">
                {names.accepted}
              </th>
              <th scope="col" className="figure">
                {names.rejected}
              </th>
              <th scope="col">{names.imported}</th>
              <th scope="col">{names.state}</th>
              {canChange && <th scope="col">{text.common.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <BatchRow key={batch.batch} batch={batch} onAsk={canChange ? () => setAsked(batch) : null} />
            ))}
          </tbody>
        </table>
      </div>
      {asked !== null && <StandingDialog batch={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface RowProperties {
  readonly batch: VoteBatch;
  /** Asks to withdraw or restore; null for those who only look. */
  readonly onAsk: (() => void) | null;
}

function BatchRow({ batch, onAsk }: RowProperties): React.JSX.Element {
  const { funnel, withdrawn } = batch;
  const { votes } = text;
  return (
    <tr className={withdrawn === null ? undefined : 'batch-withdrawn'}>
      <td className="figure">{batch.batch}</td>
      <th scope="row" className="votes-file">
        {batch.file}
      </th>
      <td>
        <Fingerprint sha256={batch.sha256} />
      </td>
      <td className="figure">{votes.number(funnel.rows)}</td>
      <td className="figure">{votes.number(funnel.accepted)}</td>
      <td className="figure">{votes.number(funnel.rows - funnel.accepted)}</td>
      <td className="vote-time">
        {batch.importedBy}
        <br />
        {timeText(batch.importedAt)}
      </td>
      <td>
        <Standing batch={batch} />
      </td>
      {onAsk !== null && (
        <td>
          {withdrawn === null ? (
            <Button danger aria-label={votes.withdrawLabel(batch.batch)} onClick={onAsk}>
              {votes.withdraw}
            </Button>
          ) : (
            <Button aria-label={votes.restoreLabel(batch.batch)} onClick={onAsk}>
              {votes.restore}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

function Standing({ batch: { withdrawn } }: { readonly batch: VoteBatch }): React.JSX.Element {
  if (withdrawn === null) return <Tag color="success">{text.votes.inForce}</Tag>;
  return (
    <>
      <Tag>{text.votes.withdrawn}</Tag>
      <span className="batch-reason">
        {text.votes.withdrawnBy(withdrawn.by, timeText(withdrawn.at), withdrawn.reason)}
      </span>
    </>
  );
}

interface DialogProperties {
  readonly batch: VoteBatch;
  readonly onClose: () => void;
}

/** Withdraws a batch in force, or restores a withdrawn one; both with a reason. */
function StandingDialog({ batch, onClose }: DialogProperties): React.JSX.Element {
  const isInForce = batch.withdrawn === null;
  const withdraw = useChange(withdrawVoteBatch);
  const restore = useChange(restoreVoteBatch);
  const change = isInForce ? withdraw : restore;
  const { votes } = text;
  async function confirm(reason: string): Promise<void> {
    const said = isInForce ? votes.withdrawDone(batch.batch) : votes.restoreDone(batch.batch);
    const outcome = await change.run({ batch: batch.batch, reason }, said);
    if (outcome.ok) onClose();
  }
  return (
    <ReasonDialog
      title={isInForce ? votes.withdrawTitle(batch.batch) : votes.restoreTitle(batch.batch)}
      explanation={
        isInForce
          ? votes.withdrawExplanation(batch.file, batch.funnel.accepted)
          : votes.restoreExplanation(batch.file)
      }
      actName={isInForce ? votes.withdrawAct : votes.restoreAct}
      isDestructive={isInForce}
      isRunning={change.isRunning}
      failure={change.failure}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    />
  );
}

function timeText(at: string): string {
  return dayjs(at).format('YYYY-MM-DD HH:mm');
}
