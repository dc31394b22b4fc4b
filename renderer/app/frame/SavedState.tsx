import { CheckOutlined, ExclamationCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { useSaved } from '../../state/saved.ts';
import { text } from '../../text/text.ts';

/** The saved state of the person's own work. */
export function SavedState(): React.JSX.Element {
  const saved = useSaved((state) => state.saved);
  return (
    <span className={`saved-state saved-${saved.kind}`} role="status">
      {saved.kind === 'saving' && (
        <>
          <LoadingOutlined aria-hidden /> {text.frame.saved.saving}
        </>
      )}
      {saved.kind === 'saved' && (
        <>
          <CheckOutlined aria-hidden /> {text.frame.saved.saved(dayjs(saved.at).format('HH:mm:ss'))}
        </>
      )}
      {saved.kind === 'not-saved' && (
        <span title={saved.message}>
          <ExclamationCircleOutlined aria-hidden /> {text.frame.saved.notSaved}
        </span>
      )}
    </span>
  );
}
