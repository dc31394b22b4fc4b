import { Alert, Input, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { announce } from '../../state/announcement.ts';
import { useOwnSheet } from '../../state/own-sheet.ts';
import { text } from '../../text/text.ts';

interface Properties {
  readonly candidate: number;
  readonly title: string;
  readonly hasMarks: boolean;
  readonly onClose: () => void;
}

export function RecusalDialog({ candidate, title, hasMarks, onClose }: Properties): React.JSX.Element {
  const declareRecusal = useOwnSheet((state) => state.declareRecusal);
  const field = useRef<TextAreaRef>(null);
  const [reason, setReason] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function declare(): Promise<void> {
    setRunning(true);
    const refusal = await declareRecusal(candidate, true, reason.trim());
    setRunning(false);
    setProblem(refusal);
    if (refusal !== null) return;
    announce(text.expert.recusalDone(candidate));
    onClose();
  }

  return (
    <Modal
      open
      title={text.expert.recuseTitle(candidate)}
      okText={text.expert.recuseConfirm}
      cancelText={text.common.cancel}
      confirmLoading={isRunning}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => void declare()}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen) field.current?.focus();
      }}
    >
      <div className="desk-dialog">
        <p>
          <strong>{title}</strong>
        </p>
        <p>
          {text.expert.recuseExplanation}
          {hasMarks && text.expert.recuseKeepsMarks}
        </p>
        <label htmlFor="recusal-reason">{text.expert.recuseReason}</label>
        <Input.TextArea
          id="recusal-reason"
          ref={field}
          rows={2}
          maxLength={500}
          value={reason}
          placeholder={text.expert.recuseReasonHint}
          onChange={(event) => setReason(event.target.value)}
        />
        {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
      </div>
    </Modal>
  );
}
