import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { call } from '../client/call.ts';
import type { Failure } from '../client/outcome.ts';

export type Loading<Value> = { readonly refresh: () => void } & (
  | { readonly state: 'loading'; readonly value: null; readonly failure: null }
  | { readonly state: 'ready'; readonly value: Value; readonly failure: Failure | null }
  | { readonly state: 'failed'; readonly value: null; readonly failure: Failure }
);

/**
 * Reads an endpoint when the screen opens, when the input changes and on `refresh()`. While it reads again the earlier value
 * stays on the screen, so nothing jumps; `failure` beside a value means the last reading again did not work.
 * @param version reads again when it changes, as `refresh()` does
 */
export function useEndpoint<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  input: z.output<Input>,
  version = 0,
): Loading<z.output<Output>> {
  const [value, setValue] = useState<{ readonly held: z.output<Output> } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  const key = JSON.stringify(input);

  useEffect(() => {
    const controller = new AbortController();
    void (async () => {
      const answer = await call(endpoint, JSON.parse(key) as z.output<Input>, controller.signal);
      if (controller.signal.aborted) return;
      if (answer.ok) {
        setValue({ held: answer.value });
        setFailure(null);
      } else setFailure(answer.failure);
    })();
    return () => {
      controller.abort();
    };
  }, [endpoint, key, round, version]);

  const refresh = useCallback(() => {
    setRound((count) => count + 1);
  }, []);

  if (value !== null) return { state: 'ready', value: value.held, failure, refresh };
  if (failure !== null) return { state: 'failed', value: null, failure, refresh };
  return { state: 'loading', value: null, failure: null, refresh };
}
