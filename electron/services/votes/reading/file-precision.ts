import type { TimePrecision } from '../../../../shared/ballots/time.ts';

/** How exactly the times of a file are known: to the minute where times are, and none says seconds. */
export class FilePrecision {
  #value: TimePrecision | null = null;

  /** @param precision null where a row has no time */
  see(precision: TimePrecision | null): void {
    if (precision === 'second') this.#value = 'second';
    else this.#value ??= precision;
  }

  get value(): TimePrecision {
    return this.#value ?? 'second';
  }
}
