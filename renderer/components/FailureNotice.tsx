import { Alert, Button } from 'antd';
import type { Failure } from '../client/outcome.ts';
import { text } from '../text/text.ts';

interface Properties {
  readonly failure: Failure;
  readonly onRetry?: () => void;
}

/** The one way a failure is shown: its sentence says what is wrong and what to do. */
export function FailureNotice({ failure, onRetry }: Properties): React.JSX.Element {
  return (
    <Alert
      className="failure-notice"
      type="error"
      showIcon
      role="alert"
      title={failure.message}
      action={onRetry === undefined ? null : <Button onClick={onRetry}>{text.common.retry}</Button>}
    />
  );
}
