import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotPageOf } from '../../../electron/database/ballot-page.ts';
import { PageBuilder } from '../../../electron/services/votes/reading/page-builder.ts';
import { FigureChanges } from '../../../electron/services/votes/work/figures.ts';
import { standingCode, verdictCode } from '../../../shared/ballots/standing-codes.ts';

interface Row {
  readonly verdict: 'good' | 'too-few' | 'unknown-project';
  readonly choices: readonly number[];
}

/** Of one, two and three bytes, on both sides of where they begin. */
const number = fc.oneof(
  fc.integer({ min: 1, max: 50 }),
  fc.constantFrom(0, 127, 128, 255, 256, 1023, 1024, 16_383, 16_384, 1_000_000),
);
const row: fc.Arbitrary<Row> = fc.record({
  verdict: fc.constantFrom('good', 'good', 'good', 'too-few', 'unknown-project'),
  choices: fc.oneof(
    { weight: 20, arbitrary: fc.array(number, { maxLength: 12 }) },
    // Lists whose length in bytes takes more than one.
    { weight: 1, arbitrary: fc.array(number, { minLength: 200, maxLength: 300, size: 'max' }) },
  ),
});
const pages = fc.array(fc.array(row, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 });

function packed(rows: readonly Row[]): ReturnType<PageBuilder['take']> {
  const builder = new PageBuilder();
  const empty = { source: 0, accountLow: 1, accountHigh: 1, ip: null, instant: 0, texts: null };
  rows.forEach(({ verdict, choices }, line) =>
    builder.add({ ...empty, line, verdictCode: verdictCode(verdict), choices }),
  );
  return builder.take();
}

/** Votes of the rows that count, a map of numbers counted one by one. */
function votesOf(rows: readonly Row[]): [number, number][] {
  const votes = new Map<number, number>();
  for (const { choices } of rows)
    for (const choice of choices) votes.set(choice, (votes.get(choice) ?? 0) + 1);
  return [...votes].toSorted(([one], [other]) => one - other);
}

const sorted = (votes: readonly [number, number][]): [number, number][] =>
  votes.toSorted(([one], [other]) => one - other);

describe('the figures of pages', () => {
  it('are those of their rows counted one by one, also after some of them count no more', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const figures = new FigureChanges();
        const packs = all.map(packed);
        for (const page of packs) figures.addPage(1, page);
        const good = all.flat().filter(({ verdict }) => verdict === 'good');
        expect(sorted(figures.votes())).toEqual(votesOf(good));
        const funnel = new Map(figures.funnelOf(1));
        expect(funnel.get('accepted') ?? 0).toBe(good.length);
        expect([...funnel.values()].reduce((sum, count) => sum + count, 0)).toBe(all.flat().length);
        expect(figures.allRows()).toEqual(funnel);
        // The first row of every page that counts is excluded.
        const firsts = all.map((rows) => rows.findIndex(({ verdict }) => verdict === 'good'));
        packs.forEach((page, index) => {
          const first = firsts[index] ?? -1;
          if (first >= 0)
            figures.move(1, standingCode('accepted'), standingCode('excluded'), ballotPageOf(page), first);
        });
        const left = all.flatMap((rows, index) =>
          rows.filter(({ verdict }, place) => verdict === 'good' && place !== firsts[index]),
        );
        const excluded = all.flatMap((rows, index) => rows.filter((_, place) => place === firsts[index]));
        expect(sorted(figures.votes())).toEqual(votesOf(left));
        expect(sorted(figures.excludedVotes())).toEqual(votesOf(excluded));
      }),
      { numRuns: 300 },
    );
  });
});
