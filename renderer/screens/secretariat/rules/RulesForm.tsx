import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { changeRules, type RoundState } from '../../../../shared/contract/workspace.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useHoldScreen } from '../../../state/leaving.ts';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { CriteriaFields } from './CriteriaFields.tsx';
import { BallotFields, MergeFields, PanelFields, RoundFields } from './RuleFields.tsx';
import { draftOf, roundOf, type RulesDraft } from './rules-draft.ts';

interface Properties {
  readonly state: RoundState;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** All rules in one form; once they are locked, a reason is part of it. */
export function RulesForm({ state, onSaved, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(changeRules);
  const [isEdited, setEdited] = useState(false);
  const { round } = state;
  const isLocked = state.lockedAt !== null;
  const texts = text.rules;
  const save = async (draft: RulesDraft): Promise<void> => {
    const outcome = await run({ round: roundOf(round, draft), reason: draft.reason.trim() }, texts.saved);
    if (outcome.ok) onSaved();
  };
  return (
    <Form<RulesDraft>
      layout="vertical"
      requiredMark={false}
      initialValues={draftOf(round)}
      scrollToFirstError
      onValuesChange={() => {
        setEdited(true);
      }}
      onFinish={(draft) => void save(draft)}
    >
      {isEdited && <HoldScreen />}
      <RoundFields />
      <CriteriaFields />
      <BallotFields timeZone={round.timeZone} />
      <PanelFields />
      <MergeFields />
      <section className="panel">
        <Form.Item
          name="reason"
          label={texts.form.reason}
          extra={isLocked ? texts.form.reasonLocked : texts.form.reasonOpen}
          rules={isLocked ? [{ required: true, whitespace: true, message: text.common.reasonNeeded }] : []}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {failure !== null && <FailureNotice failure={failure} />}
        <div className="gate-buttons">
          <Button type="primary" htmlType="submit" loading={isRunning}>
            {texts.form.save}
          </Button>
          <Button
            onClick={() => {
              if (!isEdited || window.confirm(texts.form.leaveUnsaved)) onClose();
            }}
          >
            {text.common.cancel}
          </Button>
        </div>
      </section>
    </Form>
  );
}

/** Shown while something was typed: neither the rail nor the window leaves without asking. */
function HoldScreen(): null {
  useHoldScreen(text.rules.form.leaveUnsaved);
  return null;
}
