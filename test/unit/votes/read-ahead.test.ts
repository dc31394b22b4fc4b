import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashedFile, pieceBytes } from '../../../electron/services/votes/reading/hashed-file.ts';
import { callReader } from '../../../electron/services/votes/reading/reader-thread.ts';
import { importVotesBy } from '../../../electron/services/votes/import-votes.ts';
import { runVoteWorkHere } from '../../../electron/services/votes/work/runners.ts';
import { generateVotes } from '../../support/votes-generator.ts';
import { sourceFile, votesWorkspace } from '../../support/votes-workspace.ts';
import { temporaryFolder, valueOf } from '../../support/workspace.ts';

describe('a file that is read before anybody asks for it', () => {
  it('has the bytes and the hash of the whole file, however much of it was read ahead and when', () => {
    const content = Buffer.alloc(5 * pieceBytes + 77, 'wang,2017-03-22 08:00:00,1;2;3\n');
    const path = join(temporaryFolder(), 'votes.csv');
    writeFileSync(path, content);
    const hash = createHash('sha256').update(content).digest('hex');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 }), (ahead) => {
        const file = new HashedFile(path);
        const read = Buffer.alloc(content.length + pieceBytes);
        let bytes = 0;
        for (const pieces of ahead) {
          for (let piece = 0; piece < pieces; piece += 1) file.readAhead();
          bytes += file.read(read, bytes);
        }
        expect(file.readAhead()).toBe(false);
        expect(read.subarray(0, bytes).equals(content)).toBe(true);
        expect(file.sha256()).toBe(hash);
        file.close();
      }),
      { numRuns: 20 },
    );
  });

  it('is not read ahead without end', () => {
    const path = join(temporaryFolder(), 'large.csv');
    writeFileSync(path, Buffer.alloc(40 * pieceBytes));
    const file = new HashedFile(path);
    let pieces = 0;
    while (file.readAhead()) pieces += 1;
    expect(pieces).toBe(32);
    file.close();
    expect(file.readAhead()).toBe(false);
  });

  const made = generateVotes(20_000, 9);

  it.each([
    ['is the one that is imported', 'votes.csv', made.csv],
    ['is another one', 'other.csv', 'account,time,choices\nwang,2017-03-22 08:00:00,1;2\n'],
    ['is a workbook by its name only', 'votes.xlsx', 'PK'],
    ['is not there', 'nothing.csv', null],
  ])('changes nothing about the import, where it %s', async (_, name, content) => {
    const test = votesWorkspace();
    const { folder } = test.workspace;
    const file = sourceFile(folder, 'votes.csv', made.csv);
    const ahead = content === null ? join(folder, name) : sourceFile(folder, name, content).path;
    callReader(ahead);
    const report = valueOf(await importVotesBy(runVoteWorkHere, test.secretariat, [file], { dryRun: false }));
    expect(report.imports[0]).toMatchObject({
      ...made.ballots,
      sha256: createHash('sha256').update(made.csv).digest('hex'),
    });
  });

  it.each([
    ['a folder', import.meta.dirname],
    // A file that opens and whose first byte is an error, on Linux; elsewhere it is not there.
    ['a file that cannot be read', '/proc/self/mem'],
  ])('may be %s, and none of several that are imported together', async (_, path) => {
    const test = votesWorkspace();
    const { folder } = test.workspace;
    const files = [1, 2].map((seed) => sourceFile(folder, `${seed}.csv`, generateVotes(500, seed).csv));
    callReader(path);
    const report = valueOf(await importVotesBy(runVoteWorkHere, test.secretariat, files, { dryRun: false }));
    expect(report.imports.map(({ rows }) => rows)).toEqual([500, 500]);
  });
});
