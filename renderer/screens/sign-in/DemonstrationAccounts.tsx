import { Button } from 'antd';
import type { Person, WorkspaceState } from '../../../shared/contract/workspace.ts';
import { text } from '../../text/text.ts';
import { WorkspaceSwitch } from './WorkspaceSwitch.tsx';

interface Properties {
  readonly workspace: WorkspaceState;
  readonly onChoose: (person: Person, password: string) => void;
}

/** The demonstration has no secrets: one click fills in how to sign in as each role. */
export function DemonstrationAccounts({ workspace, onChoose }: Properties): React.JSX.Element {
  return (
    <section className="gate-section gate-section-first">
      <h2>{text.signIn.demonstrationAccounts}</h2>
      <p className="field-hint">{text.signIn.demonstrationAdvice}</p>
      <ul className="account-list">
        {workspace.demonstrationAccounts.map(({ personId, password }) => {
          const person = workspace.people.find((each) => each.id === personId);
          if (person === undefined) return null;
          return (
            <li key={personId}>
              <Button
                onClick={() => {
                  onChoose(person, password);
                }}
              >
                <span className="role-badge">{text.frame.roles[person.role]}</span>
                {text.signIn.fillIn(person.name)}
              </Button>
            </li>
          );
        })}
      </ul>
      <WorkspaceSwitch kind="demonstration" />
    </section>
  );
}
