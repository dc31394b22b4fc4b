import { Dialog } from './Dialog.tsx';
import { Input } from 'antd';
import { useId, useState } from 'react';
import type { Failure } from '../client/outcome.ts';
import { text } from '../text/text.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface Properties {
  readonly title: string;
  /** What exactly will happen, and whether it can be undone. */
  readonly explanation: React.ReactNode;
  /** Names the act: “撤回这一批”, never “确定”. */
  readonly actName: string;
  readonly isDestructive?: boolean;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason of an act that goes on the record. Rendered only while it is wanted. */
export function ReasonDialog(properties: Properties): React.JSX.Element {
  const {
    title,
    explanation,
    actName,
    isDestructive = false,
    isRunning,
    failure,
    onConfirm,
    onClose,
  } = properties;
  const [reason, setReason] = useState('');
  const field = useId();
  return (
    <Dialog
      title={title}
      okText={actName}
      cancelText={text.common.cancel}
      okButtonProps={{ danger: isDestructive, disabled: reason.trim() === '' }}
      confirmLoading={isRunning}
      onOk={() => {
        onConfirm(reason.trim());
      }}
      onCancel={onClose}
    >
      <div className="dialog-body">
        <div>{explanation}</div>
        <div>
          <label htmlFor={field} className="field-label">
            {text.common.reason}
          </label>
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <p className="field-hint">{text.common.reasonHint}</p>
        </div>
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
    </Dialog>
  );
}
