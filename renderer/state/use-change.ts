import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { call } from '../client/call.ts';
import type { Failure, Outcome } from '../client/outcome.ts';
import { announce } from './announcement.ts';
import { showSaved } from './saved.ts';

export interface Change<Input, Value> {
  /** Carries out the change; `done` is the sentence announced when it is on the disk. */
  readonly run: (input: Input, done?: string) => Promise<Outcome<Value>>;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
}

/** A change a person asks for by a button: busy while it runs, its failure kept beside the form, its success announced. */
export function useChange<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
): Change<z.output<Input>, z.output<Output>> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(
    async (input: z.output<Input>, done?: string) => {
      setRunning(true);
      setFailure(null);
      const outcome = await call(endpoint, input);
      setRunning(false);
      if (!outcome.ok) setFailure(outcome.failure);
      else if (done !== undefined) {
        showSaved({ kind: 'saved', at: new Date() });
        announce(done);
      }
      return outcome;
    },
    [endpoint],
  );
  const clear = useCallback(() => {
    setFailure(null);
  }, []);
  return { run, isRunning, failure, clear };
}
