import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPages } from '../../../../electron/database/ballot-pages.ts';
import { readVoteBatches } from '../../../../electron/database/vote-batches.ts';
import { readMappingFile, readVoteTally } from '../../../../electron/services/votes/index.ts';
import { previewVotesBy } from '../../../../electron/services/votes/preview-votes.ts';
import { runVoteWork } from '../../../../electron/services/votes/work/run-vote-work.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { standingsOf } from '../../../support/stored-ballots.ts';
import { titledCandidates } from '../../../support/titled-candidates.ts';
import { importHere, traces, votesRound } from '../../../support/votes-workspace.ts';
import { refusalOf, temporaryWorkspace, valueOf, type TestWorkspace } from '../../../support/workspace.ts';

/**
 * The golden cases of test/cases/vote-layouts: files as vendors send them and, by hand, what must be proposed for them and
 * what must come of every row (`file/sheet:line`) once the mapping, proposed or corrected, is confirmed.
 */
const expectedSchema = z.strictObject({
  proposal: z.strictObject({ kind: z.string(), problems: z.array(z.string()) }),
  /** Why an import without a mapping is refused, where it is another reason than that somebody has to confirm. */
  unmapped: z.string().optional(),
  /** Why an import with the mapping is refused. */
  refusal: z.string().optional(),
  rows: z.record(z.string(), z.string()).optional(),
  votes: z.array(z.number()).optional(),
  totals: z.array(z.tuple([z.number(), z.number()])).optional(),
});

const casesFolder = join(import.meta.dirname, '..', '..', '..', 'cases', 'vote-layouts');
const ours = new Set(['expected.json', 'mapping.json']);
const cases = readdirSync(casesFolder).map((name) => {
  const folder = join(casesFolder, name);
  const names = readdirSync(folder);
  const files = names
    .filter((each) => !ours.has(each))
    .map((file) => ({ path: join(folder, file), name: file }));
  const expected = expectedSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
  const mappingFile = names.includes('mapping.json')
    ? { path: join(folder, 'mapping.json'), name: 'mapping.json' }
    : null;
  return { name, files, mappingFile, expected };
});

/** The standing of every stored row by file, sheet and line. */
function rowsOf({ workspace: { connection } }: TestWorkspace): Record<string, string> {
  const sources = readVoteBatches(connection).flatMap(({ batch, sources }) =>
    [...readPages(connection, batch)].flatMap((page) =>
      Array.from({ length: page.rows }, (_, row) => sources[page.sources?.[row] ?? 0]),
    ),
  );
  return Object.fromEntries(
    standingsOf(connection).map(({ row, standing }, index) => {
      const source = sources[index];
      const sheet = source?.sheet ?? null;
      return [`${source?.file ?? ''}${sheet === null ? '' : `/${sheet}`}:${row}`, standing];
    }),
  );
}

describe('a vendor’s file', () => {
  it.each(cases)('$name', async ({ files, mappingFile, expected }) => {
    const test = temporaryWorkspace({ round: votesRound, candidates: titledCandidates });
    const before = traces(test);
    const preview = valueOf(await previewVotesBy(runVoteWork, test.secretariat, files));
    const [best] = preview.proposals;
    expect({ kind: best?.mapping.layout.kind, problems: best?.problems }).toEqual(expected.proposal);
    const isCertain = expected.proposal.problems.length === 0;
    expect(preview.isCertain).toBe(isCertain);
    if (!isCertain && files.length === 1) {
      const unmapped = refusalOf(await importHere(test.secretariat, files));
      expect(unmapped.code).toBe(expected.unmapped ?? 'votes-mapping-unconfirmed');
    }
    const mapping: VoteMapping | null =
      mappingFile === null ? preview.mapping : valueOf(await readMappingFile(mappingFile));
    expect(mapping).not.toBeNull();
    if (expected.totals !== undefined) {
      expect(preview.totals?.map(({ candidate, votes }) => [candidate, votes])).toEqual(expected.totals);
      // Kept as they are; no ballot and no vote comes of them by themselves.
      const report = valueOf(await importHere(test.secretariat, files, { mapping }));
      const votes = expected.totals.reduce((sum, [, each]) => sum + each, 0);
      expect(report.imports[0]?.totals).toEqual({ candidates: expected.totals.length, votes });
      const { tally, ballots } = valueOf(readVoteTally(test.secretariat));
      expect(ballots.rows).toBe(0);
      expect(tally.every(({ votes: counted }) => counted === 0)).toBe(true);
    } else if (expected.refusal !== undefined) {
      const refusal = refusalOf(await importHere(test.secretariat, files, { mapping }));
      expect(refusal.code).toBe(expected.refusal);
      expect(preview.fault).not.toBeNull();
      expect(traces(test)).toEqual(before);
    } else {
      const shown = valueOf(await previewVotesBy(runVoteWork, test.secretariat, files, mapping));
      expect(shown.fault).toBeNull();
      const report = valueOf(await importHere(test.secretariat, files, { mapping }));
      expect(report.imports).toHaveLength(1);
      expect(rowsOf(test)).toEqual(expected.rows);
      expect(shown.sample).toHaveLength(Object.keys(expected.rows ?? {}).length);
      expect(valueOf(readVoteTally(test.secretariat)).tally.map(({ votes }) => votes)).toEqual(
        expected.votes,
      );
    }
  });

  it('has a case for every layout', () => {
    const kinds = new Set(cases.map(({ expected }) => expected.proposal.kind));
    expect([...kinds].toSorted()).toEqual([
      'ballot-columns',
      'ballot-list',
      'candidate-files',
      'choice-rows',
      'totals',
    ]);
  });
});
