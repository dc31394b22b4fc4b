import { Spin } from 'antd';
import { text } from '../text/text.ts';

/** While something is read. The words are there from the start for the screen reader. */
export function Waiting(): React.JSX.Element {
  return (
    <div className="waiting" role="status">
      <Spin />
      <span>{text.common.loading}</span>
    </div>
  );
}
