import { Button } from 'antd';
import { useState } from 'react';
import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import type { Failure } from '../../client/outcome.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useKeptDrafts } from '../../state/own-sheet.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { text } from '../../text/text.ts';
import { DiscardDrafts } from './DiscardDrafts.tsx';

/** Over to the demonstration, or back to the real workspace. The two never touch. */
export function WorkspaceSwitch({ kind }: { readonly kind: WorkspaceKind }): React.JSX.Element {
  const open = useWorkspace((state) => state.open);
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState(false);
  const kept = useKeptDrafts();
  const change = async (): Promise<void> => {
    setAsking(false);
    setOpening(true);
    setFailure(await open(kind === 'real' ? 'demonstration' : 'real'));
    setOpening(false);
  };
  return (
    <div className={kind === 'real' ? 'gate-section' : 'gate-back'}>
      <Button
        loading={isOpening}
        onClick={() => {
          if (kept === null) void change();
          else setAsking(true);
        }}
      >
        {kind === 'real' ? text.signIn.openDemonstration : text.signIn.backToReal}
      </Button>
      {kind === 'real' && <p className="field-hint">{text.signIn.openDemonstrationHint}</p>}
      {isAsking && kept !== null && (
        <DiscardDrafts
          kept={kept}
          actName={text.signIn.discard.changeWorkspace}
          onConfirm={() => void change()}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
