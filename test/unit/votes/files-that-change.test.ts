import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Uploads } from '../../../electron/http/uploads.ts';
import { importVotesBy } from '../../../electron/services/votes/import-votes.ts';
import { HashedFile, pieceBytes } from '../../../electron/services/votes/reading/hashed-file.ts';
import { runVoteWorkHere, runVoteWorkInThread } from '../../../electron/services/votes/work/runners.ts';
import { generateVotes } from '../../support/votes-generator.ts';
import { importHere, sourceFile, traces, votesWorkspace } from '../../support/votes-workspace.ts';
import { done, sentenceOf } from '../../../shared/refusals/refusal.ts';
import { refusalOf, temporaryFolder, valueOf } from '../../support/workspace.ts';

const runners = [
  ['on a thread beside the window', runVoteWorkInThread],
  ['on that of the command line', runVoteWorkHere],
] as const;

describe('a file that begins plainly', () => {
  const plain = generateVotes(9000, 6);

  it.each(runners)('is read anew from its beginning where a late cell is quoted, %s', async (_, run) => {
    const test = votesWorkspace();
    const content = `${plain.csv}"late",2017-03-22 10:00:00,"1;2"\n`;
    const file = sourceFile(test.workspace.folder, 'votes.csv', content);
    const report = valueOf(await importVotesBy(run, test.secretariat, [file], { dryRun: false }));
    expect(report.imports[0]).toMatchObject({ rows: 9001, accepted: plain.ballots.accepted + 1 });
  });

  it.each(runners)('is refused and leaves nothing where a late quote is never closed, %s', async (_, run) => {
    const test = votesWorkspace();
    const before = traces(test);
    const file = sourceFile(test.workspace.folder, 'votes.csv', `${plain.csv}"cut,2017-03-22 10:0`);
    const result = await importVotesBy(run, test.secretariat, [file], { dryRun: false });
    expect(refusalOf(result).code).toBe('rows-invalid');
    expect(traces(test)).toEqual(before);
  });
});

describe('a file that does not hold still while it is read', () => {
  const content = Buffer.alloc(3 * pieceBytes, 'wang,2017-03-22 08:00:00,1;2;3\n');

  function changedBy(change: (path: string) => void): boolean {
    const path = join(temporaryFolder(), 'votes.csv');
    writeFileSync(path, content);
    const file = new HashedFile(path);
    const buffer = new Uint8Array(pieceBytes);
    file.read(buffer, 0);
    change(path);
    while (file.read(buffer, 0) > 0) continue;
    const isAsItWas = file.isAsItWas();
    file.close();
    return !isAsItWas;
  }

  it('is known by that, whether it grows, is cut, or is another one by now', () => {
    expect(changedBy(() => undefined)).toBe(false);
    expect(changedBy((path) => appendFileSync(path, 'li,2017-03-22 08:00:00,1;2\n'))).toBe(true);
    expect(changedBy((path) => truncateSync(path, 2 * pieceBytes))).toBe(true);
    expect(
      changedBy((path) => {
        writeFileSync(`${path}.new`, content);
        renameSync(`${path}.new`, path);
      }),
    ).toBe(true);
  });
});

describe('a file that is another one than it was when somebody looked at it', () => {
  const made = generateVotes(300, 8);
  const seen = createHash('sha256').update(made.csv).digest('hex');

  it('is refused and leaves nothing; the one that was looked at goes in', async () => {
    const test = votesWorkspace();
    const before = traces(test);
    const file = sourceFile(test.workspace.folder, 'votes.csv', generateVotes(300, 7).csv);
    const refusal = refusalOf(await importHere(test.secretariat, [{ ...file, sha256: seen }]));
    expect(sentenceOf(refusal)).toContain('选好以后文件被改动');
    expect(traces(test)).toEqual(before);
    writeFileSync(file.path, made.csv);
    const report = valueOf(await importHere(test.secretariat, [{ ...file, sha256: seen }]));
    expect(report.imports[0]).toMatchObject({ rows: 300, sha256: seen });
  });

  it('is known by what was sent, when it comes through the door', async () => {
    const folder = temporaryFolder();
    const uploads = new Uploads();
    const body = new Response(made.csv).body;
    const sent = valueOf(await uploads.receive(folder, 1, 'votes.csv', body, made.csv.length));
    const place = join(folder, 'opened.csv');
    writeFileSync(place, made.csv);
    const opened = valueOf(await uploads.openInPlace(1, place));
    await uploads.use(1, [sent.upload, opened.upload], (files) => {
      expect(files.map(({ sha256 }) => sha256)).toEqual([seen, seen]);
      return done(null);
    });
  });
});

it('a pipe is no file of votes: nobody waits for who might write into it', async () => {
  const test = votesWorkspace();
  const path = join(test.workspace.folder, 'exports', 'pipe.csv');
  execFileSync('mkfifo', [path]);
  const refusal = refusalOf(await importHere(test.secretariat, [{ path, name: 'pipe.csv' }]));
  expect(refusal.code).toBe('file-unreadable');
  expect(sentenceOf(refusal)).toContain('不是普通文件');
});
