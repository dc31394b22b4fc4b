import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { signOut, type Session, type WorkspaceState } from '../../../shared/contract/workspace.ts';
import { call } from '../../client/call.ts';
import { announce } from '../../state/announcement.ts';
import { useSession } from '../../state/session.ts';
import { showSaved, useSaved } from '../../state/saved.ts';
import { text } from '../../text/text.ts';
import { AppearanceSwitch } from './AppearanceSwitch.tsx';
import { KindBadge } from './KindBadge.tsx';
import { OwnPassword } from './OwnPassword.tsx';
import { SavedState } from './SavedState.tsx';

interface Properties {
  readonly workspace: WorkspaceState;
  readonly session: Session;
}

export function TopBar({ workspace, session }: Properties): React.JSX.Element {
  const { person } = session;
  const saved = useSaved((state) => state.saved);
  const leave = async (): Promise<void> => {
    const isUnsaved = saved.kind === 'not-saved' || saved.kind === 'saving';
    if (isUnsaved && !window.confirm(text.frame.leaveUnsaved)) return;
    // The person leaves in any case; the main process forgets the session at its own pace.
    void call(signOut, {});
    showSaved({ kind: 'nothing' });
    announce('');
    useSession.getState().end();
    window.location.hash = '';
  };
  return (
    <header className="top-bar">
      <span className="top-bar-program">{text.frame.program}</span>
      <span className="top-bar-round" title={workspace.roundTitle}>
        {workspace.roundTitle}
      </span>
      <KindBadge kind={workspace.kind} />
      <span className="top-bar-space" />
      <SavedState />
      <span className="top-bar-person">
        <span className="role-badge">{text.frame.roles[person.role]}</span>
        {person.name}
        {person.role === 'observer' && <span className="top-bar-notice">{text.frame.observerNotice}</span>}
      </span>
      <AppearanceSwitch />
      <OwnPassword person={person} />
      <Button icon={<LogoutOutlined aria-hidden />} onClick={() => void leave()}>
        {text.frame.signOut}
      </Button>
    </header>
  );
}
