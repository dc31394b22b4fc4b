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
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once before an act, in its own words. Rendered only while it is wanted. */
export function ConfirmDialog(properties: Properties): React.JSX.Element {
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
  return (
    <Dialog
      title={title}
      okText={actName}
      cancelText={text.common.cancel}
      okButtonProps={{ danger: isDestructive }}
      confirmLoading={isRunning}
      onOk={onConfirm}
      onCancel={onClose}
    >
      <div className="dialog-body">
        <div>{explanation}</div>
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
    </Dialog>
  );
}
