import { Button, Form, InputNumber } from 'antd';
import { defaultThresholds, type FlagThresholds } from '../../../../shared/ballots/suspicion/thresholds.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly thresholds: FlagThresholds;
  readonly onSearch: (thresholds: FlagThresholds) => void;
}

/** Bounds as in `flagThresholdsSchema`. */
const fields = [
  { path: ['burst', 'ballots'], name: 'burst.ballots', least: 2, most: 1_000_000, precision: 0 },
  { path: ['burst', 'deviations'], name: 'burst.deviations', least: 3, most: 1000, precision: 1 },
  { path: ['identical', 'accounts'], name: 'identical.accounts', least: 2, most: 1_000_000, precision: 0 },
  {
    path: ['identical', 'timesExpected'],
    name: 'identical.timesExpected',
    least: 1,
    most: 1000,
    precision: 1,
  },
  { path: ['address', 'accounts'], name: 'address.accounts', least: 2, most: 1_000_000, precision: 0 },
  { path: ['address', 'timesUsual'], name: 'address.timesUsual', least: 1, most: 1000, precision: 1 },
  { path: ['jump', 'ballots'], name: 'jump.ballots', least: 10, most: 1_000_000, precision: 0 },
  { path: ['jump', 'points'], name: 'jump.points', least: 1, most: 100, precision: 1 },
] as const;

/** From when on something is shown: folded away, because the defaults serve. */
export function ThresholdsForm({ thresholds, onSearch }: Properties): React.JSX.Element {
  const [form] = Form.useForm<FlagThresholds>();
  const words = text.voteFlags;
  return (
    <details className="vote-thresholds">
      <summary>{words.thresholds}</summary>
      <p className="field-hint">{words.thresholdsHint}</p>
      <Form<FlagThresholds>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={thresholds}
        onFinish={onSearch}
      >
        <div className="vote-thresholds-fields">
          {fields.map(({ path, name, least, most, precision }) => (
            <Form.Item
              key={name}
              name={[...path]}
              label={words.fields[name]}
              rules={[{ required: true, message: text.common.required }]}
            >
              <InputNumber min={least} max={most} precision={precision} />
            </Form.Item>
          ))}
        </div>
        <div className="votes-acts">
          <Button htmlType="submit">{words.searchAgain}</Button>
          <Button
            type="text"
            onClick={() => {
              form.setFieldsValue(defaultThresholds);
              onSearch(defaultThresholds);
            }}
          >
            {words.defaults}
          </Button>
        </div>
      </Form>
    </details>
  );
}
