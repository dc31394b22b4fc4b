import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { standingOfCode, standingsByCode } from '../../../../shared/ballots/standing-codes.ts';
import { funnelOf } from '../funnel.ts';
import type { ImportProgress } from './task.ts';

/** Tells how far the reading is, not more than ten times a second. */
export class ReadingProgress {
  readonly #report: (progress: ImportProgress) => void;
  readonly #counts = standingsByCode.map(() => 0);
  #next = 0;
  #label = '';

  constructor(report: (progress: ImportProgress) => void) {
    this.#report = report;
  }

  count(verdicts: Uint8Array): void {
    const counts = this.#counts;
    for (let row = 0; row < verdicts.length; row += 1) {
      const verdict = verdicts[row] as number;
      counts[verdict] = (counts[verdict] as number) + 1;
    }
  }

  tell(label: string, fraction: number | null): void {
    const now = performance.now();
    if (now < this.#next && label === this.#label) return;
    this.#label = label;
    this.#next = now + 100;
    const counts = this.#counts.map((rows, code): [Standing, number] => [standingOfCode(code), rows]);
    const funnel = funnelOf(new Map(counts));
    this.#report({ label, fraction, rows: funnel.rows, funnel });
  }
}
