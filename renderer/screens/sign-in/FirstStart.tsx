import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { nameFirstSecretary, type Session, type WorkspaceState } from '../../../shared/contract/workspace.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useSession } from '../../state/session.ts';
import { useChange } from '../../state/use-change.ts';
import { text } from '../../text/text.ts';
import { GateHeading } from './GateHeading.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { WorkspaceSwitch } from './WorkspaceSwitch.tsx';
import { sameAsRule, secretaryPasswordRules } from './password-rules.ts';

interface Values {
  readonly name: string;
  readonly password: string;
}

/** The first start names the first secretary and hands out the recovery code. */
export function FirstStart({ workspace }: { readonly workspace: WorkspaceState }): React.JSX.Element {
  const { run, isRunning, failure } = useChange(nameFirstSecretary);
  const [named, setNamed] = useState<{ readonly session: Session; readonly recoveryCode: string } | null>(
    null,
  );
  const texts = text.signIn.firstStart;
  const submit = async ({ name, password }: Values): Promise<void> => {
    const outcome = await run({ name: name.trim(), password });
    if (outcome.ok) setNamed(outcome.value);
  };
  return (
    <main className="gate">
      <div className="gate-card">
        {named !== null ? (
          <RecoveryCode
            recoveryCode={named.recoveryCode}
            name={named.session.person.name}
            roundTitle={workspace.roundTitle}
            onConfirmed={() => {
              useSession.getState().begin(named.session);
            }}
          />
        ) : (
          <>
            <p className="gate-program">{text.frame.program}</p>
            <GateHeading>{texts.title}</GateHeading>
            <p>{texts.advice}</p>
            <dl className="facts">
              <dt>{texts.round}</dt>
              <dd>{workspace.roundTitle}</dd>
            </dl>
            <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
              <Form.Item
                name="name"
                label={texts.name}
                rules={[{ required: true, whitespace: true, message: texts.nameNeeded }]}
              >
                <Input size="large" maxLength={40} autoComplete="name" />
              </Form.Item>
              <Form.Item
                name="password"
                label={texts.password}
                extra={texts.passwordHint}
                rules={secretaryPasswordRules}
              >
                <Input.Password size="large" autoComplete="new-password" />
              </Form.Item>
              <Form.Item
                name="again"
                label={texts.passwordAgain}
                dependencies={['password']}
                rules={[sameAsRule('password')]}
              >
                <Input.Password size="large" autoComplete="new-password" />
              </Form.Item>
              {failure !== null && <FailureNotice failure={failure} />}
              <Button type="primary" size="large" htmlType="submit" loading={isRunning}>
                {texts.submit}
              </Button>
            </Form>
            <WorkspaceSwitch kind={workspace.kind} />
          </>
        )}
      </div>
    </main>
  );
}
