import { funnelOf } from '../funnel.ts';
import type { FigureChanges } from './figures.ts';
import type { ImportProgress } from './task.ts';

/** Tells how far the reading is, with the funnel so far, not more than ten times a second. */
export class ReadingProgress {
  readonly #report: (progress: ImportProgress) => void;
  readonly #figures: FigureChanges;
  #next = 0;
  #label = '';

  constructor(report: (progress: ImportProgress) => void, figures: FigureChanges) {
    this.#report = report;
    this.#figures = figures;
  }

  tell(label: string, fraction: number | null): void {
    const now = performance.now();
    if (now < this.#next && label === this.#label) return;
    this.#label = label;
    this.#next = now + 100;
    const funnel = funnelOf(this.#figures.allRows());
    this.#report({ label, fraction, rows: funnel.rows, funnel });
  }
}
