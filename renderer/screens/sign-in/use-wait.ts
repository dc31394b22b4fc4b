import { useEffect, useState } from 'react';
import type { Failure } from '../../client/outcome.ts';

/** How long the main process wants us to wait after a miss; counts down, 0 when one may try again; then `onOver` takes the sentence away. */
export function useWait(failure: Failure | null, onOver: () => void): number {
  const [left, setLeft] = useState(0);
  const [seen, setSeen] = useState(failure);
  if (seen !== failure) {
    setSeen(failure);
    setLeft(waitOf(failure));
  }
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = window.setTimeout(() => {
      setLeft(left - 1);
      if (left === 1) onOver();
    }, 1000);
    return () => {
      window.clearTimeout(timer);
    };
  }, [left, onOver]);
  return left;
}

function waitOf(failure: Failure | null): number {
  const details = failure?.details;
  if (typeof details !== 'object' || details === null || !('waitSeconds' in details)) return 0;
  return typeof details.waitSeconds === 'number' ? Math.ceil(details.waitSeconds) : 0;
}
