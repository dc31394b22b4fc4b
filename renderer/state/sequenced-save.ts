/**
 * Saves the values of one field one after another: never two requests at once, so that no answer can overtake another, and
 * the value asked for last is the one that is sent last. Values typed while a request is under way are not queued one by
 * one; only the newest waits.
 */
export interface SequencedSave<Value> {
  request(value: Value): void;
  isBusy(): boolean;
  /** Resolves when nothing is under way or waiting. */
  idle(): Promise<void>;
}

export interface SaveReport<Value, Answer> {
  started(value: Value): void;
  /** `superseded`: a newer value is sent right after this. */
  answered(value: Value, answer: Answer, superseded: boolean): void;
}

export function sequencedSave<Value, Answer>(
  send: (value: Value) => Promise<Answer>,
  report: SaveReport<Value, Answer>,
): SequencedSave<Value> {
  let waiting: { readonly value: Value } | null = null;
  let running: Promise<void> | null = null;

  async function run(first: Value): Promise<void> {
    let value = first;
    for (;;) {
      report.started(value);
      const answer = await send(value);
      const next: { readonly value: Value } | null = waiting;
      waiting = null;
      report.answered(value, answer, next !== null);
      if (next === null) break;
      value = next.value;
    }
    running = null;
  }

  const idle = (): Promise<void> => (running === null ? Promise.resolve() : running.then(idle));

  return {
    request(value) {
      if (running === null) running = run(value);
      else waiting = { value };
    },
    isBusy: () => running !== null,
    idle,
  };
}
