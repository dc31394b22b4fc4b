import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import type { KeptDrafts } from '../../state/own-sheet.ts';
import { text } from '../../text/text.ts';

interface Properties {
  readonly kept: KeptDrafts;
  /** Names what is done in place of saving them. */
  readonly actName: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before somebody's unsaved marks are lost to another person or another workspace. */
export function DiscardDrafts({ kept, actName, onConfirm, onClose }: Properties): React.JSX.Element {
  const texts = text.signIn.discard;
  const { owner, count } = kept;
  return (
    <ConfirmDialog
      title={texts.title(owner.name)}
      explanation={texts.explanation(owner.name, count)}
      actName={actName}
      isDestructive
      isRunning={false}
      failure={null}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
