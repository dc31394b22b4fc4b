import { useEffect } from 'react';
import { hasUnsavedMarks } from '../../state/own-sheet.ts';

/** Closing or reloading the window asks first while something typed is not on the disk. */
export function useUnsavedGuard(): void {
  useEffect(() => {
    function onBeforeUnload(event: BeforeUnloadEvent): void {
      if (hasUnsavedMarks()) event.preventDefault();
    }
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, []);
}
