import { Form, Input } from 'antd';
import type { Role } from '../../../shared/round/roles.ts';
import { text } from '../../text/text.ts';
import { sameAsRule } from './password-rules.ts';

interface Properties {
  readonly role: Role;
  readonly currentLabel: string;
  readonly size?: 'middle' | 'large';
}

/** The fields of replacing one's own PIN or password: the present one, and the new one twice. */
export function PasswordFields({ role, currentLabel, size = 'middle' }: Properties): React.JSX.Element {
  const texts = text.signIn.change;
  const atLeast = role === 'expert' ? 6 : 8;
  return (
    <>
      <Form.Item
        name="current"
        label={currentLabel}
        rules={[{ required: true, message: text.common.required }]}
      >
        <Input.Password size={size} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="next"
        label={texts.next[role]}
        rules={[
          { required: true, message: text.common.required },
          { min: atLeast, message: texts.tooShort(atLeast) },
        ]}
      >
        <Input.Password size={size} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="again" label={texts.again} dependencies={['next']} rules={[sameAsRule('next')]}>
        <Input.Password size={size} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
