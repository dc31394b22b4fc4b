import { Input, type GetRef } from 'antd';
import { useId, useRef, useState } from 'react';
import { text } from '../text/text.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

type Properties = Omit<
  React.ComponentProps<typeof ConfirmDialog>,
  'isReady' | 'onOpened' | 'children' | 'onConfirm'
> & {
  readonly onConfirm: (reason: string) => void;
};

/** Asks for the reason of an act that goes on the record. Rendered only while it is wanted. */
export function ReasonDialog({ onConfirm, ...properties }: Properties): React.JSX.Element {
  const [reason, setReason] = useState('');
  const field = useId();
  const input = useRef<GetRef<typeof Input.TextArea>>(null);
  return (
    <ConfirmDialog
      {...properties}
      isReady={reason.trim() !== ''}
      onOpened={() => {
        input.current?.focus();
      }}
      onConfirm={() => {
        onConfirm(reason.trim());
      }}
    >
      <div>
        <label htmlFor={field} className="field-label">
          {text.common.reason}
        </label>
        <Input.TextArea
          id={field}
          ref={input}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <p className="field-hint">{text.common.reasonHint}</p>
      </div>
    </ConfirmDialog>
  );
}
