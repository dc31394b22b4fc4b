import { Form, type FormInstance } from 'antd';
import { numberProblem, type NumberLimits } from './number-problem.ts';
import { TypedNumber } from './TypedNumber.tsx';

interface Properties extends NumberLimits {
  readonly name: string | number | (string | number)[];
  readonly label: string;
  /** In a table the column's head is the label; then this one is only spoken. */
  readonly isLabelHidden?: boolean;
  /** What must hold together with other fields; a change of those asks again. */
  readonly together?: {
    readonly fields: (string | number)[][];
    readonly problem: (value: number, form: FormInstance) => string | null;
  };
}

/** A number that stays as it was typed; what is wrong with it is said at the field. */
export function NumberField({
  name,
  label,
  isLabelHidden = false,
  together,
  ...limits
}: Properties): React.JSX.Element {
  return (
    <Form.Item
      name={name}
      label={isLabelHidden ? null : label}
      dependencies={together?.fields ?? []}
      rules={[
        (form) => ({
          validator: async (_: unknown, value: unknown) => {
            const problem =
              numberProblem(value, limits) ??
              (typeof value === 'number' ? (together?.problem(value, form as FormInstance) ?? null) : null);
            if (problem !== null) throw new Error(problem);
          },
        }),
      ]}
    >
      <TypedNumber {...(isLabelHidden ? { 'aria-label': label } : {})} />
    </Form.Item>
  );
}
