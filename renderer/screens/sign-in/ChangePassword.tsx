import { Button, Form } from 'antd';
import { changePassword, signOut, type Session } from '../../../shared/contract/workspace.ts';
import { call } from '../../client/call.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useSession } from '../../state/session.ts';
import { useChange } from '../../state/use-change.ts';
import { text } from '../../text/text.ts';
import { GateHeading } from './GateHeading.tsx';
import { PasswordFields } from './PasswordFields.tsx';

interface Values {
  readonly current: string;
  readonly next: string;
}

/** A temporary PIN or password is replaced before anything else. */
export function ChangePassword({ session }: { readonly session: Session }): React.JSX.Element {
  const { run, isRunning, failure } = useChange(changePassword);
  const { role, name } = session.person;
  const isExpert = role === 'expert';
  const texts = text.signIn.change;
  const submit = async ({ current, next }: Values): Promise<void> => {
    const outcome = await run({ current, next }, texts.announced);
    if (outcome.ok) useSession.getState().begin(outcome.value);
  };
  return (
    <main className="gate">
      <div className="gate-card">
        <GateHeading>{isExpert ? texts.titlePin : texts.titlePassword}</GateHeading>
        <p>
          <span className="role-badge">{text.frame.roles[role]}</span> {name}
        </p>
        <p>{isExpert ? texts.advicePin : texts.advicePassword}</p>
        <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
          <PasswordFields role={role} currentLabel={texts.current[role]} size="large" />
          {failure !== null && <FailureNotice failure={failure} />}
          <div className="gate-buttons">
            <Button type="primary" size="large" htmlType="submit" loading={isRunning}>
              {texts.submit}
            </Button>
            <Button
              size="large"
              onClick={() => {
                void call(signOut, {});
                useSession.getState().end();
              }}
            >
              {text.frame.signOut}
            </Button>
          </div>
        </Form>
      </div>
    </main>
  );
}
