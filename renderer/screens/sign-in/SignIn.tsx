import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import type { Person, WorkspaceState } from '../../../shared/contract/workspace.ts';
import { KindBadge } from '../../app/frame/KindBadge.tsx';
import { AppearanceSwitch } from '../../app/frame/AppearanceSwitch.tsx';
import { useKeptDrafts } from '../../state/own-sheet.ts';
import { useSession } from '../../state/session.ts';
import { text } from '../../text/text.ts';
import { DemonstrationAccounts, passwordOf } from './DemonstrationAccounts.tsx';
import { DiscardDrafts } from './DiscardDrafts.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PersonList } from './PersonList.tsx';
import { Recovery } from './Recovery.tsx';
import { WorkspaceSwitch } from './WorkspaceSwitch.tsx';

interface Chosen {
  readonly person: Person;
  /** Filled in from the demonstration's accounts, otherwise empty. */
  readonly password: string;
}

/** Who are you, then the password: the name is picked from a list, so nobody has to type it. */
export function SignIn({ workspace }: { readonly workspace: WorkspaceState }): React.JSX.Element {
  const hasExpired = useSession((state) => state.hasExpired);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isRecovering, setRecovering] = useState(false);
  /** Somebody else than the one whose unsaved marks are still here: asked first. */
  const [other, setOther] = useState<Chosen | null>(null);
  const kept = useKeptDrafts();
  useEffect(() => {
    document.title = text.frame.titleOf(text.signIn.submit);
  }, []);
  const choose = (person: Person, password: string): void => {
    const isOwner = person.id === kept?.owner.id && person.name === kept.owner.name;
    if (kept === null || isOwner) setChosen({ person, password });
    else setOther({ person, password });
  };
  const startOver = (): void => {
    setChosen(null);
    setRecovering(false);
  };
  return (
    <main className="gate">
      <div className="gate-card">
        <header className="gate-head">
          <div>
            <p className="gate-program">
              {text.frame.program} <KindBadge kind={workspace.kind} />
            </p>
            <p className="gate-round">{workspace.roundTitle}</p>
          </div>
          <AppearanceSwitch />
        </header>
        {hasExpired && <p role="alert">{text.signIn.expired}</p>}
        {kept !== null && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={text.signIn.draftsKept(kept.owner.name, kept.count)}
          />
        )}
        {chosen === null && workspace.kind === 'demonstration' && (
          <DemonstrationAccounts workspace={workspace} onChoose={choose} />
        )}
        {chosen !== null && isRecovering ? (
          <Recovery person={chosen.person} onBack={startOver} />
        ) : chosen !== null ? (
          <PasswordForm
            key={chosen.person.id}
            person={chosen.person}
            initialPassword={chosen.password}
            onBack={startOver}
            onForgotten={() => {
              setRecovering(true);
            }}
          />
        ) : (
          <PersonList
            people={workspace.people}
            onChoose={(person) => {
              choose(person, passwordOf(workspace, person));
            }}
          />
        )}
        {chosen === null && workspace.kind === 'real' && <WorkspaceSwitch kind="real" />}
      </div>
      {other !== null && kept !== null && (
        <DiscardDrafts
          kept={kept}
          actName={text.signIn.discard.signInAs(other.person.name)}
          onConfirm={() => {
            setChosen(other);
            setOther(null);
          }}
          onClose={() => {
            setOther(null);
          }}
        />
      )}
    </main>
  );
}
