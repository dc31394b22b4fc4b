import { Dialog } from './Dialog.tsx';
import type { Failure } from '../client/outcome.ts';
import { text } from '../text/text.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface Properties {
  readonly title: string;
  readonly explanation: React.ReactNode;
  /** Names the act. */
  readonly actName: string;
  readonly isDestructive?: boolean;
  /** False while something is still missing for the act. */
  readonly isReady?: boolean;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Called when the dialog has taken the focus, which may then go to a field. */
  readonly onOpened?: () => void;
  /** What the act needs to know, below the explanation. */
  readonly children?: React.ReactNode;
}

/** Asks once before an act, in its own words. Rendered only while it is wanted. */
export function ConfirmDialog(properties: Properties): React.JSX.Element {
  const {
    title,
    explanation,
    actName,
    isDestructive = false,
    isReady = true,
    isRunning,
    failure,
    onConfirm,
    onClose,
    onOpened,
    children,
  } = properties;
  return (
    <Dialog
      title={title}
      okText={actName}
      cancelText={text.common.cancel}
      okButtonProps={{ danger: isDestructive, disabled: !isReady }}
      confirmLoading={isRunning}
      onOk={onConfirm}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen) onOpened?.();
      }}
    >
      <div className="dialog-body">
        <div>{explanation}</div>
        {children}
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
    </Dialog>
  );
}
