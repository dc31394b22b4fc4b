import { Form, Input } from 'antd';

interface Properties {
  readonly name: 'minute' | 'reason';
  readonly label: string;
  readonly hint: string;
  /** What is said when it is left empty. */
  readonly needed: string;
}

/** What an act needs in writing: a minute of the panel, or a reason. */
export function ReasonField({ name, label, hint, needed }: Properties): React.JSX.Element {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: needed }]}
    >
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  );
}
