import { useState } from 'react';
import { issuePassword, type Person } from '../../../../shared/contract/workspace.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { PasswordOnce } from './PasswordOnce.tsx';

interface Properties {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Says what issuing does, then shows the password once. */
export function IssuePassword({ person, onClose }: Properties): React.JSX.Element {
  const { run, isRunning, failure } = useChange(issuePassword);
  const [password, setPassword] = useState<string | null>(null);
  const texts = text.people;
  const issue = async (): Promise<void> => {
    const outcome = await run({ id: person.id }, texts.issued(person.name));
    if (outcome.ok) setPassword(outcome.value.temporaryPassword);
  };
  if (password !== null) return <PasswordOnce person={person} password={password} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={texts.issueTitle(person.name)}
      explanation={texts.issueExplanation}
      actName={texts.issueAct}
      isRunning={isRunning}
      failure={failure}
      onConfirm={() => void issue()}
      onClose={onClose}
    />
  );
}
