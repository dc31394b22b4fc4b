import { useEffect, useRef } from 'react';
import { searchFieldId } from './CandidateList.tsx';

interface DeskKeys {
  readonly onStep: (step: 1 | -1) => void;
}

/**
 * The keys that work from anywhere on the desk: PageDown and PageUp, or Ctrl with an arrow, change the candidate; `/` or F3
 * goes to the search field. Nothing submits by a key.
 */
export function useDeskKeys(keys: DeskKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // A dialog has the keyboard to itself.
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role="dialog"]') !== null)
        return;
      const step = stepOf(event);
      if (step !== null) {
        event.preventDefault();
        current.current.onStep(step);
      } else if (event.key === 'F3' || (event.key === '/' && !isWriting(event.target))) {
        event.preventDefault();
        document.getElementById(searchFieldId)?.focus();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function stepOf({ key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): 1 | -1 | null {
  if (altKey || metaKey || shiftKey) return null;
  if (ctrlKey) return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
  return key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : null;
}

/** Where a `/` is a letter: the comment, the search, a reason. In a mark it never is. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !target.id.startsWith('mark-');
}
