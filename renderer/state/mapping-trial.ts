import { useEffect, useState } from 'react';
import type { VoteMapping } from '../../shared/ballots/mapping.ts';
import { previewVotes, type VotePreview } from '../../shared/contract/vote-preview.ts';
import { call } from '../client/call.ts';
import type { Failure } from '../client/outcome.ts';

export interface MappingTrial {
  /** What was read by the last mapping that could be tried. */
  readonly preview: VotePreview;
  /** Why the present mapping could not be tried. */
  readonly failure: Failure | null;
  /** Whether `preview` is what the present mapping gives. */
  readonly isCurrent: boolean;
}

/** A rest in typing, so that not every digit reads the file again. */
const rest = 250;

/** Reads the file or the set of files again by each mapping that the person arrives at; nothing is written. */
export function useMappingTrial(
  uploads: readonly string[],
  mapping: VoteMapping | null,
  first: VotePreview,
): MappingTrial {
  const [tried, setTried] = useState<{ readonly key: string | null; readonly preview: VotePreview }>({
    key: null,
    preview: first,
  });
  const [failed, setFailed] = useState<{ readonly key: string; readonly failure: Failure } | null>(null);
  const key = mapping === null ? null : JSON.stringify(mapping);
  const handles = uploads.join(' ');

  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void (async () => {
        const input = { uploads: handles.split(' '), mapping: JSON.parse(key) as VoteMapping };
        const answer = await call(previewVotes, input, controller.signal);
        if (controller.signal.aborted) return;
        if (answer.ok) setTried({ key, preview: answer.value });
        else setFailed({ key, failure: answer.failure });
      })();
    }, rest);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, handles]);

  return {
    preview: tried.preview,
    failure: failed !== null && failed.key === key ? failed.failure : null,
    isCurrent: key !== null && tried.key === key,
  };
}
