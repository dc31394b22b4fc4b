import { useEffect } from 'react';
import { ChangePassword } from '../screens/sign-in/ChangePassword.tsx';
import { FirstStart } from '../screens/sign-in/FirstStart.tsx';
import { SignIn } from '../screens/sign-in/SignIn.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { useSession } from '../state/session.ts';
import { useWorkspace } from '../state/workspace.ts';
import { DemonstrationBand } from './frame/DemonstrationBand.tsx';
import { Frame } from './frame/Frame.tsx';

/** What stands between opening the window and the screens: reading, first start, sign-in, an own PIN. */
export function Gate(): React.JSX.Element {
  const session = useSession((state) => state.session);
  const { workspace, failure, read } = useWorkspace();
  useEffect(() => {
    // Also after signing out: somebody may have been added meanwhile.
    if (session === null) void read();
  }, [session, read]);

  if (workspace === null) {
    return (
      <main className="gate">
        {failure === null ? <Waiting /> : <FailureNotice failure={failure} onRetry={() => void read()} />}
      </main>
    );
  }
  if (session !== null && !session.mustChangePassword)
    return <Frame workspace={workspace} session={session} />;
  return (
    <>
      {workspace.kind === 'demonstration' && <DemonstrationBand />}
      {session !== null ? (
        <ChangePassword session={session} />
      ) : workspace.isSetUp ? (
        <SignIn key={workspace.kind} workspace={workspace} />
      ) : (
        <FirstStart key={workspace.kind} workspace={workspace} />
      )}
    </>
  );
}
