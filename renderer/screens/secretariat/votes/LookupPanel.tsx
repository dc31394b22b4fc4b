import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { findBallots, type FoundBallots } from '../../../../shared/contract/vote-check.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useChange } from '../../../state/use-change.ts';
import { text } from '../../../text/text.ts';
import { BallotTable } from './BallotTable.tsx';

/** All rows of one account. What is typed is sent once and kept nowhere; the field is emptied when the answer is there. */
export function LookupPanel(): React.JSX.Element {
  const [form] = Form.useForm<{ readonly account: string }>();
  const [found, setFound] = useState<FoundBallots | null>(null);
  const lookup = useChange(findBallots);
  const { voteCheck } = text;
  async function run(account: string): Promise<void> {
    const outcome = await lookup.run({ account });
    setFound(outcome.ok ? outcome.value : null);
    if (outcome.ok) form.resetFields();
  }
  return (
    <section className="lookup-panel" aria-labelledby="votes-lookup">
      <h3 id="votes-lookup">{voteCheck.lookup}</h3>
      <p className="votes-quiet">{voteCheck.lookupNote}</p>
      <Form
        form={form}
        name="lookup"
        layout="inline"
        requiredMark={false}
        onFinish={({ account }) => void run(account)}
      >
        <Form.Item
          name="account"
          label={voteCheck.account}
          initialValue=""
          rules={[{ required: true, whitespace: true, message: voteCheck.accountNeeded }]}
        >
          <Input autoComplete="off" spellCheck={false} className="lookup-field" />
        </Form.Item>
        <Button htmlType="submit" loading={lookup.isRunning}>
          {voteCheck.find}
        </Button>
      </Form>
      {lookup.failure !== null && <FailureNotice failure={lookup.failure} />}
      <div aria-live="polite">{found !== null && <LookupResult found={found} />}</div>
    </section>
  );
}

function LookupResult({ found }: { readonly found: FoundBallots }): React.JSX.Element {
  const { voteCheck } = text;
  const { account, total, ballots } = found;
  return (
    <>
      <p>{voteCheck.found(account, total)}</p>
      {total > ballots.length && <p className="votes-quiet">{voteCheck.firstOnly(ballots.length)}</p>}
      {total > 0 && <BallotTable ballots={ballots} withStanding />}
    </>
  );
}
