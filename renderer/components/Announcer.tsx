import { useEffect, useState } from 'react';
import { useAnnouncement } from '../state/announcement.ts';

const shownFor = 6000;

/** The last outcome: read out politely, and shown at the foot of the window for some seconds. */
export function Announcer(): React.JSX.Element {
  const { sentence, count } = useAnnouncement();
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setHidden(count);
    }, shownFor);
    return () => {
      window.clearTimeout(timer);
    };
  }, [count]);
  const isShown = sentence !== '' && hidden < count;
  return (
    <div className={isShown ? 'announcer announcer-shown' : 'announcer'} role="status" aria-live="polite">
      {isShown && <span key={count}>{sentence}</span>}
    </div>
  );
}
