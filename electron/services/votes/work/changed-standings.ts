import { choiceEndsOf, instantsOf } from '../../../database/packed-page.ts';
import { readStandings } from '../../../database/ballot-standings.ts';
import { decidedMark, type MarkedPage } from './contested-rows.ts';
import type { Decision, Pages } from './decide.ts';
import type { WorkTable } from './work-table.ts';

/** Holds what was decided against what is in force, page by page, and moves the figures by the difference. */
export class ChangedStandings {
  readonly #decision: Decision;
  readonly #pages: Pages;
  /** By batch and page; of arriving batches there are none. */
  readonly #inForce = new Map<string, Uint8Array>();

  constructor({ connection, basis }: WorkTable, decision: Decision, pages: Pages) {
    this.#decision = decision;
    this.#pages = pages;
    for (const batch of new Set(decision.rows.pages.map((page) => page.batch)))
      if (!decision.arriving.has(batch))
        for (const { page, standings } of readStandings(connection, batch, basis.generation))
          this.#inForce.set(`${batch}/${page}`, standings);
  }

  /** What the rows of a page count as now; null where nothing changed. Each page may be asked for once. */
  of({ batch, page, verdicts, marks }: MarkedPage): Uint8Array | null {
    const { figures, arriving, excluded } = this.#decision;
    const standings = new Uint8Array(verdicts);
    const decided: number[] = [];
    if (marks !== null) {
      for (let row = 0; row < standings.length; row += 1) {
        const mark = marks[row] as number;
        if (mark < decidedMark) continue;
        standings[row] = mark - decidedMark;
        decided.push(row);
      }
    }
    if (!excluded.isEmpty) this.#markExcluded(batch, page, standings);
    const isArriving = arriving.has(batch);
    const before = isArriving ? verdicts : this.#inForce.get(`${batch}/${page}`);
    // Rows that come in are counted as their verdicts say, so without exclusions only what was decided is different.
    const changed = isArriving && excluded.isEmpty ? decided : differingRows(before, standings);
    if (changed.length > 0) {
      const columns = this.#pages.choices(batch, page);
      const content = { choices: columns.choices, choiceEnds: choiceEndsOf(columns) };
      for (const row of changed)
        figures.move(batch, before?.[row] ?? 0, standings[row] as number, content, row);
    }
    return changed.length > 0 || isArriving ? standings : null;
  }

  #markExcluded(batch: number, page: number, standings: Uint8Array): void {
    const columns = this.#pages.standing(batch, page);
    const { excluded, batches } = this.#decision;
    const areMinutes = batches.get(batch)?.minutesEqual ?? false;
    excluded.mark({ ...columns, instants: instantsOf(columns) }, areMinutes, standings);
  }
}

function differingRows(before: Uint8Array | undefined, after: Uint8Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < after.length; row += 1) if (before?.[row] !== after[row]) rows.push(row);
  return rows;
}
