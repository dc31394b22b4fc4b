import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { Criterion } from '../../../../shared/round/round.ts';
import { text } from '../../../text/text.ts';
import { NumberField } from './NumberField.tsx';
import { freeCriterionId, type RulesDraft } from './rules-draft.ts';

/** The criteria as a small table; an id never changes, because marks hang on it. */
export function CriteriaFields(): React.JSX.Element {
  const form = Form.useFormInstance<RulesDraft>();
  const texts = text.rules.criteria;
  const current = (): readonly Criterion[] => (form.getFieldValue('criteria') ?? []) as readonly Criterion[];
  return (
    <section className="panel">
      <h2>{text.rules.sections.criteria}</h2>
      <Form.List name="criteria">
        {(fields, { add, remove }) => (
          <>
            <table className="plain-table criteria-form">
              <thead>
                <tr>
                  <th scope="col">{texts.name}</th>
                  <th scope="col">{texts.weight}</th>
                  <th scope="col">{texts.max}</th>
                  <th scope="col">{texts.step}</th>
                  <th scope="col">{text.common.actions}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map((field) => (
                  <tr key={field.key}>
                    <td>
                      <Form.Item name={[field.name, 'id']} hidden>
                        <Input />
                      </Form.Item>
                      <Form.Item
                        name={[field.name, 'name']}
                        rules={[{ required: true, whitespace: true, message: text.rules.form.needed }]}
                      >
                        <Input maxLength={40} aria-label={texts.name} />
                      </Form.Item>
                    </td>
                    <td>
                      <NumberField
                        name={[field.name, 'weight']}
                        label={texts.weight}
                        isWhole={false}
                        isLabelHidden
                        together={{
                          fields: [],
                          problem: () =>
                            current().every(({ weight }) => weight === 0) ? texts.noWeight : null,
                        }}
                      />
                    </td>
                    <td>
                      <NumberField
                        name={[field.name, 'max']}
                        label={texts.max}
                        isWhole={false}
                        isPoints
                        isLabelHidden
                      />
                    </td>
                    <td>
                      <NumberField
                        name={[field.name, 'step']}
                        label={texts.step}
                        isWhole={false}
                        isPoints
                        isLabelHidden
                      />
                    </td>
                    <td>
                      <Button
                        icon={<DeleteOutlined aria-hidden />}
                        aria-label={texts.removeOf(current()[field.name]?.name ?? '')}
                        disabled={fields.length === 1}
                        onClick={() => {
                          remove(field.name);
                        }}
                      >
                        {texts.remove}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => {
                add({
                  id: freeCriterionId(current()),
                  name: '',
                  weight: 0,
                  max: 100,
                  step: 1,
                } satisfies Criterion);
              }}
            >
              {texts.add}
            </Button>
          </>
        )}
      </Form.List>
    </section>
  );
}
