import { Form, Radio } from 'antd';
import {
  countVoteTotals,
  removeVoteTotals,
  setVoteTotalsAside,
  totalsUseSchema,
  type TotalsUse,
  type VoteTotals,
} from '../../../../shared/contract/vote-totals.ts';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly record: VoteTotals;
  readonly onClose: () => void;
}

/** Lets totals count as the panel decided. How they count is not preset: nobody shall count them by habit. */
export function CountTotalsDialog({ record, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(countVoteTotals);
  const words = text.voteTotals;
  async function count(as: TotalsUse, minute: string): Promise<void> {
    const outcome = await run({ totals: record.totals, as, minute }, words.countDone);
    if (outcome.ok) onClose();
  }
  return (
    <FormDialog<{ readonly as: TotalsUse | undefined; readonly minute: string }>
      title={words.countTitle(record.file)}
      actName={words.countAct}
      initialValues={{ as: undefined, minute: '' }}
      isRunning={isRunning}
      failure={failure}
      onSave={({ as, minute }) => {
        if (as !== undefined) void count(as, minute.trim());
      }}
      onClose={onClose}
    >
      <p>{words.countExplanation(record.votes)}</p>
      <Form.Item name="as" label={words.as} rules={[{ required: true, message: words.asNeeded }]}>
        <Radio.Group className="totals-uses">
          {totalsUseSchema.options.map((use) => (
            <Radio key={use} value={use}>
              {words.uses[use]}
              <span className="batch-reason">{words.useHints[use]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <ReasonField name="minute" label={words.minute} hint={words.minuteHint} needed={words.minuteNeeded} />
    </FormDialog>
  );
}

/** Takes totals out of the count again. */
export function SetTotalsAsideDialog({ record, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(setVoteTotalsAside);
  const words = text.voteTotals;
  async function setAside(minute: string): Promise<void> {
    const outcome = await run({ totals: record.totals, minute }, words.asideDone);
    if (outcome.ok) onClose();
  }
  return (
    <FormDialog<{ readonly minute: string }>
      title={words.asideTitle(record.file)}
      actName={words.asideAct}
      initialValues={{ minute: '' }}
      isRunning={isRunning}
      failure={failure}
      onSave={({ minute }) => void setAside(minute.trim())}
      onClose={onClose}
    >
      <p>{words.asideExplanation(record.votes)}</p>
      <ReasonField name="minute" label={words.minute} hint={words.minuteHint} needed={words.minuteNeeded} />
    </FormDialog>
  );
}

/** Removes totals for good, with a reason; for those that do not count. */
export function RemoveTotalsDialog({ record, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(removeVoteTotals);
  const words = text.voteTotals;
  async function remove(reason: string): Promise<void> {
    const outcome = await run({ totals: record.totals, reason }, words.removeDone);
    if (outcome.ok) onClose();
  }
  return (
    <FormDialog<{ readonly reason: string }>
      title={words.removeTitle(record.file)}
      actName={words.removeAct}
      isDestructive
      initialValues={{ reason: '' }}
      isRunning={isRunning}
      failure={failure}
      onSave={({ reason }) => void remove(reason.trim())}
      onClose={onClose}
    >
      <p>{words.removeExplanation(record.byCandidate.length, record.votes)}</p>
      <ReasonField name="reason" label={words.reason} hint={words.reasonHint} needed={words.reasonNeeded} />
    </FormDialog>
  );
}
