import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SourceFile } from '../../../electron/services/use-case.ts';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import { previewVotesBy } from '../../../electron/services/votes/preview-votes.ts';
import { layoutColumns } from '../../../shared/ballots/mapping-columns.ts';
import { runVoteWork } from '../../../electron/services/votes/work/run-vote-work.ts';
import { storedBallots } from '../../support/stored-ballots.ts';
import { importHere, traces, votesWorkspace } from '../../support/votes-workspace.ts';
import { refusalOf, valueOf } from '../../support/workspace.ts';

/**
 * The golden cases of test/cases/votes: a source file as somebody might send it (written by `make.ts` there) and, by hand, what
 * must come of it: what it is taken for, the standing of every row by the file's own row number, the votes of candidates 1
 * to 6; or the refusal.
 */
const expectedSchema = z.union([
  z.strictObject({
    preview: z.strictObject({
      encoding: z.string(),
      container: z.string(),
      layout: z.string(),
      columns: z.strictObject({
        account: z.string(),
        time: z.string(),
        choices: z.string(),
        ip: z.string().optional(),
      }),
    }),
    rows: z.record(z.string(), z.string()),
    votes: z.array(z.number()),
  }),
  z.strictObject({ refusal: z.strictObject({ code: z.string(), details: z.unknown().optional() }) }),
]);

const casesFolder = join(import.meta.dirname, '..', '..', 'cases', 'votes');
const cases = readdirSync(casesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const folder = join(casesFolder, name);
    const file = readdirSync(folder).find((each) => each !== 'expected.json') ?? '';
    const source: SourceFile = { path: join(folder, file), name: file };
    const expected = expectedSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
    return { name, source, expected };
  });

describe('a file of votes as it was sent', () => {
  it.each(cases)('$name', async ({ source, expected }) => {
    const test = votesWorkspace();
    const before = traces(test);
    const preview = await previewVotesBy(runVoteWork, test.secretariat, [source]);
    const report = await importHere(test.secretariat, [source]);
    if ('refusal' in expected) {
      expect(refusalOf(report)).toMatchObject(expected.refusal);
      expect(traces(test)).toEqual(before);
      return;
    }
    const { mapping, encoding, container, sample } = valueOf(preview);
    const layout = mapping?.layout;
    expect({
      encoding,
      container,
      layout: layout?.kind,
      columns:
        layout === undefined
          ? {}
          : Object.fromEntries(layoutColumns(layout).map(({ use, column }) => [use, column.header])),
    }).toEqual(expected.preview);
    expect(sample.map(({ row }) => String(row))).toEqual(Object.keys(expected.rows));
    valueOf(report);
    const rows = storedBallots(test.workspace.connection);
    expect(Object.fromEntries(rows.map(({ row, standing }) => [row, standing]))).toEqual(expected.rows);
    const { tally, ballots } = valueOf(readVoteTally(test.secretariat));
    expect(tally.map(({ votes }) => votes)).toEqual(expected.votes);
    expect(ballots.rows).toBe(rows.length);
  });

  it('has more than twenty cases, refused ones among them', () => {
    expect(cases.length).toBeGreaterThan(20);
    expect(cases.filter(({ expected }) => 'refusal' in expected).length).toBeGreaterThan(9);
  });
});
