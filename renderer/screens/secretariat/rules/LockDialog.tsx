import { Dialog } from '../../../components/Dialog.tsx';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { lockRules } from '../../../../shared/contract/workspace.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  /** The rules are locked already, by an import or a mark. */
  readonly isConfirmation: boolean;
  readonly onLocked: () => void;
  readonly onClose: () => void;
}

export function LockDialog({ isConfirmation, onLocked, onClose }: Properties): React.JSX.Element {
  const [reason, setReason] = useState('');
  const { run, isRunning, failure } = useChange(lockRules);
  const field = useId();
  const texts = text.rules;
  const lock = async (): Promise<void> => {
    const outcome = await run({ reason: reason.trim() }, isConfirmation ? texts.confirmed : texts.locked);
    if (outcome.ok) onLocked();
  };
  return (
    <Dialog
      title={isConfirmation ? texts.confirmTitle : texts.lockTitle}
      okText={isConfirmation ? texts.confirm : texts.lock}
      cancelText={text.common.cancel}
      confirmLoading={isRunning}
      onOk={() => void lock()}
      onCancel={onClose}
    >
      <div className="dialog-body">
        <p>{isConfirmation ? texts.confirmExplanation : texts.lockExplanation}</p>
        <div>
          <label htmlFor={field} className="field-label">
            {texts.lockReason}
          </label>
          <Input.TextArea
            id={field}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </div>
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
    </Dialog>
  );
}
