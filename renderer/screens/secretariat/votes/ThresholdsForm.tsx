import { Button, Form, InputNumber } from 'antd';
import { defaultThresholds, type FlagThresholds } from '../../../../shared/ballots/suspicion/thresholds.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly thresholds: FlagThresholds;
  readonly onSearch: (thresholds: FlagThresholds) => void;
}

/** Bounds as in `flagThresholdsSchema`. */
const fields = [
  { path: ['burst', 'ballots'], name: 'burst.ballots', least: 2, most: 1_000_000, isWhole: true },
  { path: ['burst', 'deviations'], name: 'burst.deviations', least: 3, most: 1000, isWhole: false },
  { path: ['identical', 'accounts'], name: 'identical.accounts', least: 2, most: 1_000_000, isWhole: true },
  {
    path: ['identical', 'timesExpected'],
    name: 'identical.timesExpected',
    least: 1,
    most: 1000,
    isWhole: false,
  },
  { path: ['address', 'accounts'], name: 'address.accounts', least: 2, most: 1_000_000, isWhole: true },
  { path: ['address', 'timesUsual'], name: 'address.timesUsual', least: 1, most: 1000, isWhole: false },
  { path: ['jump', 'ballots'], name: 'jump.ballots', least: 10, most: 1_000_000, isWhole: true },
  { path: ['jump', 'points'], name: 'jump.points', least: 1, most: 100, isWhole: false },
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
          {fields.map(({ path, name, least, most, isWhole }) => (
            <Form.Item
              key={name}
              name={[...path]}
              label={words.fields[name]}
              rules={[
                {
                  required: true,
                  type: isWhole ? 'integer' : 'number',
                  min: least,
                  max: most,
                  message: isWhole ? words.wholeBetween(least, most) : words.between(least, most),
                },
              ]}
            >
              {/* Without bounds of its own: what is out of them is said, not quietly changed. */}
              <InputNumber />
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
