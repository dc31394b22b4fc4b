import { Dialog } from '../../../components/Dialog.tsx';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { lockRules } from '../../../../shared/contract/workspace.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly onLocked: () => void;
  readonly onClose: () => void;
}

export function LockDialog({ onLocked, onClose }: Properties): React.JSX.Element {
  const [reason, setReason] = useState('');
  const { run, isRunning, failure } = useChange(lockRules);
  const field = useId();
  const texts = text.rules;
  const lock = async (): Promise<void> => {
    const outcome = await run({ reason: reason.trim() }, texts.locked);
    if (outcome.ok) onLocked();
  };
  return (
    <Dialog
      title={texts.lockTitle}
      okText={texts.lock}
      cancelText={text.common.cancel}
      confirmLoading={isRunning}
      onOk={() => void lock()}
      onCancel={onClose}
    >
      <div className="dialog-body">
        <p>{texts.lockExplanation}</p>
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
