import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { signIn, type Person } from '../../../shared/contract/workspace.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useSession } from '../../state/session.ts';
import { useChange } from '../../state/use-change.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { text } from '../../text/text.ts';
import { useWait } from './use-wait.ts';

interface Properties {
  readonly person: Person;
  readonly initialPassword: string;
  readonly onBack: () => void;
  readonly onForgotten: () => void;
}

export function PasswordForm({
  person,
  initialPassword,
  onBack,
  onForgotten,
}: Properties): React.JSX.Element {
  const [password, setPassword] = useState(initialPassword);
  const { run, isRunning, failure, clear } = useChange(signIn);
  const wait = useWait(failure, clear);
  const field = useId();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const submit = async (): Promise<void> => {
    if (password === '' || isRunning || wait > 0) return;
    const outcome = await run({ personId: person.id, password });
    if (!outcome.ok) {
      setPassword('');
      return;
    }
    // Another page may have changed the workspace since the list of names was read.
    await useWorkspace.getState().read();
    useSession.getState().begin(outcome.value);
  };
  const hint = text.signIn.passwordHint[person.role];
  return (
    <form
      className="gate-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1 className="gate-heading">{text.signIn.greeting(person.name)}</h1>
      <p className="gate-person">
        <span className="role-badge">{text.frame.roles[person.role]}</span> {person.organisation}
      </p>
      <div>
        <label htmlFor={field} className="field-label">
          {text.signIn.password[person.role]}
        </label>
        <Input.Password
          id={field}
          size="large"
          ref={input}
          autoComplete="off"
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
          }}
        />
        {hint !== '' && <p className="field-hint">{hint}</p>}
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
      <div className="gate-buttons">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={isRunning}
          disabled={password === '' || wait > 0}
        >
          {wait > 0 ? text.signIn.waitLeft(wait) : text.signIn.submit}
        </Button>
        <Button size="large" onClick={onBack}>
          {text.signIn.notYou}
        </Button>
      </div>
      {person.role === 'secretariat' ? (
        <Button type="link" className="gate-link" onClick={onForgotten}>
          {text.signIn.forgotten}
        </Button>
      ) : (
        <p className="field-hint">{text.signIn.forgottenElse}</p>
      )}
    </form>
  );
}
