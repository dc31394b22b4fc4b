import { choiceSet, readChoices } from '../../../../shared/ballots/choices.ts';
import type { Standing } from '../../../../shared/ballots/rejection.ts';

/** Collects by how much every figure changes: rows by standing of each batch, votes of each candidate. */
export class FigureChanges {
  readonly #funnels = new Map<number, Map<Standing, number>>();
  readonly #votes = new Map<number, number>();

  /** A row takes another step of its batch's funnel; null before it is there, or after it is gone. */
  move(batch: number, before: Standing | null, after: Standing | null, choices: string | null): void {
    if (before === after) return;
    if (before !== null) this.addRows(batch, before, -1);
    if (after !== null) this.addRows(batch, after, 1);
    const difference = Number(after === 'accepted') - Number(before === 'accepted');
    if (difference !== 0) this.addVotes(choices, difference);
  }

  addRows(batch: number, standing: Standing, difference: number): void {
    let funnel = this.#funnels.get(batch);
    if (funnel === undefined) {
      funnel = new Map();
      this.#funnels.set(batch, funnel);
    }
    funnel.set(standing, (funnel.get(standing) ?? 0) + difference);
  }

  addVotes(choices: string | null, difference: number): void {
    for (const candidate of choiceSet(readChoices(choices ?? '')).numbers)
      this.#votes.set(candidate, (this.#votes.get(candidate) ?? 0) + difference);
  }

  funnelOf(batch: number): ReadonlyMap<Standing, number> {
    return this.#funnels.get(batch) ?? new Map<Standing, number>();
  }

  funnels(): [number, [Standing, number][]][] {
    return [...this.#funnels].map(([batch, funnel]) => [batch, [...funnel].filter(([, rows]) => rows !== 0)]);
  }

  votes(): [number, number][] {
    return [...this.#votes].filter(([, votes]) => votes !== 0);
  }
}
