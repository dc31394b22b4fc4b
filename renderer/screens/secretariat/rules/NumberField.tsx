import { Form, InputNumber } from 'antd';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly name: string | number | (string | number)[];
  readonly label: string;
  readonly min?: number;
  readonly isWhole?: boolean;
  /** In a table the column's head is the label; then this one is only spoken. */
  readonly isLabelHidden?: boolean;
}

export function NumberField({
  name,
  label,
  min = 0,
  isWhole = true,
  isLabelHidden = false,
}: Properties): React.JSX.Element {
  return (
    <Form.Item
      name={name}
      label={isLabelHidden ? null : label}
      rules={[{ required: true, message: isWhole ? text.rules.form.whole : text.rules.form.number }]}
    >
      <InputNumber
        className="number-field"
        min={min}
        {...(isWhole ? { precision: 0 } : {})}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
      />
    </Form.Item>
  );
}
