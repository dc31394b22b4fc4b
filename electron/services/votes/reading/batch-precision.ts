import type { CheckedBallot } from '../../../../shared/ballots/check.ts';

/** How exactly the times of a batch are known: to the second as soon as one of them says so. */
export class BatchPrecision {
  #hasSeconds = false;
  #hasMinutes = false;

  see({ timePrecision }: Pick<CheckedBallot, 'timePrecision'>): void {
    this.#hasSeconds ||= timePrecision === 'second';
    this.#hasMinutes ||= timePrecision === 'minute';
  }

  get ofBatch(): 'second' | 'minute' {
    return this.#hasMinutes && !this.#hasSeconds ? 'minute' : 'second';
  }
}
