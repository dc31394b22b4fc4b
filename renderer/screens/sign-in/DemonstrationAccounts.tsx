import { Button } from 'antd';
import type { Person, WorkspaceState } from '../../../shared/contract/workspace.ts';
import { text } from '../../text/text.ts';
import { WorkspaceSwitch } from './WorkspaceSwitch.tsx';

interface Properties {
  readonly workspace: WorkspaceState;
  readonly onChoose: (person: Person, password: string) => void;
}

const order: readonly Person['role'][] = ['secretariat', 'expert', 'observer'];

/**
 * The demonstration has no secrets: one click fills in how to sign in as each role. Of the experts it offers the last, whose
 * score sheet is still to be filled in.
 */
export function DemonstrationAccounts({ workspace, onChoose }: Properties): React.JSX.Element {
  const shown = order.flatMap((role) => {
    const person = workspace.people.findLast(
      (each) => each.role === role && passwordOf(workspace, each) !== '',
    );
    return person === undefined ? [] : [{ person, password: passwordOf(workspace, person) }];
  });
  return (
    <section className="gate-section gate-section-first">
      <h2>{text.signIn.demonstrationAccounts}</h2>
      <p className="field-hint">{text.signIn.demonstrationAdvice}</p>
      <ul className="account-list">
        {shown.map(({ person, password }) => {
          return (
            <li key={person.id}>
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

/** Empty where there is none, as in a real workspace. */
export function passwordOf(workspace: WorkspaceState, person: Person): string {
  return workspace.demonstrationAccounts.find((account) => account.personId === person.id)?.password ?? '';
}
