import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { tryBallot, type TriedBallot, type TriedInput } from '../../../../shared/contract/vote-check.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';

type Way = 'line' | 'fields';

interface Fields {
  readonly line?: string;
  readonly account?: string;
  readonly time?: string;
  readonly choices?: string;
}

/** One ballot, typed or pasted, and what would become of it: which rule, which other ballot. Nothing is kept. */
export function TrialPanel(): React.JSX.Element {
  const [way, setWay] = useState<Way>('line');
  const [tried, setTried] = useState<TriedBallot | null>(null);
  const trial = useChange(tryBallot);
  const { voteCheck } = text;
  async function run(fields: Fields): Promise<void> {
    const outcome = await trial.run(inputOf(way, fields));
    setTried(outcome.ok ? outcome.value : null);
  }
  return (
    <section className="trial-panel" aria-labelledby="votes-trial">
      <h3 id="votes-trial">{voteCheck.trial}</h3>
      <p className="votes-quiet">{voteCheck.trialNote}</p>
      <Segmented<Way>
        aria-label={voteCheck.wayLabel}
        value={way}
        options={[
          { value: 'line', label: voteCheck.ways.line },
          { value: 'fields', label: voteCheck.ways.fields },
        ]}
        onChange={(value) => {
          setWay(value);
          setTried(null);
          trial.clear();
        }}
      />
      <Form<Fields>
        name="trial"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void run(fields)}
      >
        {way === 'line' ? <LineField /> : <ThreeFields />}
        <Button htmlType="submit" loading={trial.isRunning}>
          {voteCheck.try}
        </Button>
      </Form>
      {trial.failure !== null && <FailureNotice failure={trial.failure} />}
      <div aria-live="polite">{tried !== null && <TrialResult tried={tried} />}</div>
    </section>
  );
}

function inputOf(way: Way, { line = '', account = '', time = '', choices = '' }: Fields): TriedInput {
  return way === 'line' ? { line } : { account, time, choices };
}

function LineField(): React.JSX.Element {
  const { voteCheck } = text;
  return (
    <Form.Item
      name="line"
      label={voteCheck.line}
      extra={voteCheck.lineHint}
      rules={[{ required: true, whitespace: true, message: voteCheck.lineNeeded }]}
    >
      <Input.TextArea rows={3} autoComplete="off" spellCheck={false} />
    </Form.Item>
  );
}

function ThreeFields(): React.JSX.Element {
  const { voteCheck } = text;
  return (
    <>
      <Form.Item
        name="account"
        label={voteCheck.account}
        rules={[{ required: true, whitespace: true, message: voteCheck.accountNeeded }]}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="time" label={voteCheck.time} extra={voteCheck.timeHint}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="choices" label={voteCheck.choices} extra={voteCheck.choicesHint}>
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** Of a row without an account it cannot be said what else the account has. */
function TrialResult({ tried }: { readonly tried: TriedBallot }): React.JSX.Element {
  const { voteCheck } = text;
  return (
    <div className="trial-result">
      <p>
        <strong className={tried.standing === 'accepted' ? 'verdict-good' : 'verdict-bad'}>
          {text.ballots.standing[tried.standing] ?? tried.standing}
        </strong>
        {' · '}
        {tried.rule.sentence}
      </p>
      <p className="votes-quiet">{voteCheck.understood(tried.time, tried.choices)}</p>
      {(tried.others > 0 || tried.standing !== 'unreadable') && (
        <p className="votes-quiet">{voteCheck.others(tried.others)}</p>
      )}
    </div>
  );
}
