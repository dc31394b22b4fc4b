import { useEffect, useState } from 'react';
import { useAnnouncement } from '../state/announcement.ts';

const shownFor = 5000;
/** An outcome said just before the program itself goes to another screen belongs to that screen. */
const shownAtLeast = 1000;

/** The last outcome: read out politely, and shown below the top bar for some seconds, or until the person goes to another screen. */
export function Announcer(): React.JSX.Element {
  const { sentence, count } = useAnnouncement();
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setHidden(count);
    }, shownFor);
    const since = Date.now();
    const onGone = (): void => {
      if (Date.now() - since >= shownAtLeast) setHidden(count);
    };
    window.addEventListener('hashchange', onGone);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('hashchange', onGone);
    };
  }, [count]);
  const isShown = sentence !== '' && hidden < count;
  return (
    <div className={isShown ? 'announcer announcer-shown' : 'announcer'} role="status" aria-live="polite">
      {isShown && <span key={count}>{sentence}</span>}
    </div>
  );
}
