import { Button } from 'antd';
import { useState } from 'react';
import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import type { Failure } from '../../client/outcome.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useWorkspace } from '../../state/workspace.ts';
import { text } from '../../text/text.ts';

/** Over to the demonstration, or back to the real workspace. The two never touch. */
export function WorkspaceSwitch({ kind }: { readonly kind: WorkspaceKind }): React.JSX.Element {
  const open = useWorkspace((state) => state.open);
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async (): Promise<void> => {
    setOpening(true);
    setFailure(await open(kind === 'real' ? 'demonstration' : 'real'));
    setOpening(false);
  };
  return (
    <div className={kind === 'real' ? 'gate-section' : 'gate-back'}>
      <Button loading={isOpening} onClick={() => void change()}>
        {kind === 'real' ? text.signIn.openDemonstration : text.signIn.backToReal}
      </Button>
      {kind === 'real' && <p className="field-hint">{text.signIn.openDemonstrationHint}</p>}
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
