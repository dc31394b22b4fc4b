import { Button, Form, Input } from 'antd';
import { recoverPassword, type Person } from '../../../shared/contract/workspace.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useSession } from '../../state/session.ts';
import { useChange } from '../../state/use-change.ts';
import { text } from '../../text/text.ts';
import { GateHeading } from './GateHeading.tsx';
import { secretaryPasswordRules, sameAsRule } from './password-rules.ts';
import { useWait } from './use-wait.ts';

interface Values {
  readonly recoveryCode: string;
  readonly password: string;
}

/** A secretary who forgot the password sets a new one with the code that was written down on the first day. */
export function Recovery({
  person,
  onBack,
}: {
  readonly person: Person;
  readonly onBack: () => void;
}): React.JSX.Element {
  const { run, isRunning, failure, clear } = useChange(recoverPassword);
  const wait = useWait(failure, clear);
  const texts = text.signIn.recovery;
  const submit = async ({ recoveryCode, password }: Values): Promise<void> => {
    const outcome = await run({ personId: person.id, recoveryCode, password });
    if (outcome.ok) useSession.getState().begin(outcome.value);
  };
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
      <GateHeading>{texts.title}</GateHeading>
      <p>
        {texts.advice} {text.signIn.recoveryCode.person(person.name)}
      </p>
      <Form.Item
        name="recoveryCode"
        label={texts.code}
        rules={[{ required: true, message: text.common.required }]}
      >
        <Input size="large" autoComplete="off" spellCheck={false} className="code-input" />
      </Form.Item>
      <Form.Item name="password" label={texts.next} rules={secretaryPasswordRules}>
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={texts.nextAgain}
        dependencies={['password']}
        rules={[sameAsRule('password')]}
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
      {failure !== null && <FailureNotice failure={failure} />}
      <div className="gate-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={isRunning} disabled={wait > 0}>
          {wait > 0 ? text.signIn.waitLeft(wait) : texts.submit}
        </Button>
        <Button size="large" onClick={onBack}>
          {text.common.back}
        </Button>
      </div>
    </Form>
  );
}
