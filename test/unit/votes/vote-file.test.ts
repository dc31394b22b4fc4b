import { appendFileSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { previewVotes } from '../../../electron/services/votes/index.ts';
import { inspectFile } from '../../../electron/services/votes/source/inspect-file.ts';
import { openBallots } from '../../../electron/services/votes/source/open-ballots.ts';
import { SourceBroken } from '../../../electron/services/votes/source/source-record.ts';
import {
  header,
  importHere,
  sourceFile,
  votesCandidates,
  votesWorkspace,
} from '../../support/votes-workspace.ts';
import { refusalOf, valueOf } from '../../support/workspace.ts';

const some = `${header}\noX7Kd5x7mew7PK2e7KiG9,2017-03-22 08:00:00,1;2\n`;

describe('a file of votes', () => {
  it('that is not there, or is a folder, is named in the refusal', async () => {
    const test = votesWorkspace();
    const { folder } = test.workspace;
    expect(
      refusalOf(await importHere(test.secretariat, [{ path: `${folder}/none.csv`, name: 'none.csv' }])),
    ).toEqual({
      code: 'file-missing',
      details: { file: 'none.csv' },
    });
    expect(refusalOf(await importHere(test.secretariat, [{ path: folder, name: '投票' }])).code).toBe(
      'file-unreadable',
    );
  });

  it('of more than two gigabytes is refused before it is read', async () => {
    const test = votesWorkspace();
    const file = sourceFile(test.workspace.folder, 'a.csv', some);
    truncateSync(file.path, 2049 * 1024 * 1024);
    expect(refusalOf(await importHere(test.secretariat, [file]))).toEqual({
      code: 'file-too-large',
      details: { file: 'a.csv', limitMegabytes: 2048 },
    });
  });

  it('that grows while it is read is not taken for what it was', async () => {
    const test = votesWorkspace();
    const file = sourceFile(test.workspace.folder, 'a.csv', some);
    const inspected = valueOf(await inspectFile(file, () => undefined));
    appendFileSync(file.path, 'li,2017-03-22 08:00:00,1;2\n');
    const place = {
      workspace: 'real',
      needsTime: true,
      timeZone: 'Asia/Shanghai',
      candidates: votesCandidates,
    } as const;
    const read = async (): Promise<void> => {
      const opened = await openBallots([inspected], null, place);
      if (opened.kind === 'ballots')
        for await (const part of opened.parts) expect(part.length).toBeLessThan(3);
    };
    await expect(read()).rejects.toThrow(SourceBroken);
  });

  it('is shown before it is imported, the account shortened and nothing written', async () => {
    const test = votesWorkspace();
    const file = sourceFile(test.workspace.folder, 'a.csv', some);
    const preview = valueOf(await previewVotes(test.secretariat, [file]));
    expect(preview).toMatchObject({
      file: 'a.csv',
      bytes: Buffer.byteLength(some),
      alreadyImported: null,
      sample: [{ row: 2, account: 'oX……G9', time: '2017-03-22 08:00:00', choices: '1;2', verdict: 'good' }],
    });
    valueOf(await importHere(test.secretariat, [file]));
    expect(valueOf(await previewVotes(test.secretariat, [file])).alreadyImported).toBe(1);
  });
});
