import { Alert } from 'antd';
import type { Loading } from '../state/use-endpoint.ts';
import { text } from '../text/text.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { Waiting } from './Waiting.tsx';

interface Properties<Value> {
  readonly of: Loading<Value>;
  readonly children: (value: Value) => React.ReactNode;
}

/** Loading, failure or the content: every screen that reads something goes through here. */
export function Loaded<Value>({ of, children }: Properties<Value>): React.JSX.Element {
  if (of.state === 'loading') return <Waiting />;
  if (of.state === 'failed') return <FailureNotice failure={of.failure} onRetry={of.refresh} />;
  return (
    <>
      {of.failure !== null && (
        <Alert type="warning" showIcon title={text.common.staleValue} description={of.failure.message} />
      )}
      {children(of.value)}
    </>
  );
}
