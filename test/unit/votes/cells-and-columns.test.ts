import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listBallots, previewVotes, readVoteTally } from '../../../electron/services/votes/index.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import type { Round } from '../../../shared/round/round.ts';
import { header, importHere, sourceFile, votesRound, votesWorkspace } from '../../support/votes-workspace.ts';
import { refusalOf, valueOf } from '../../support/workspace.ts';

/** No window, once for the whole round: a ballot needs no time. */
const anyTimeRound: Round = {
  ...votesRound,
  ballot: { ...votesRound.ballot, opensAt: null, closesAt: null, perAccount: 'once' },
};

describe('an account in the wrong cell', () => {
  const misplaced = [
    ',zhangsan2,1;2',
    'lisi,2017-03-22 08:00:00,wangwu;1',
    'lisi,2017-03-22 08:00:00,wangwu;2',
    'lisi,2017-03-22 08:00:00,zhaoliu;1',
    ',2017-03-22 08:00:00,13912345678',
  ];
  const names = ['zhangsan2', 'wangwu', 'zhaoliu', '13912345678'];

  it('is kept as its hash, and the row is still told from others', async () => {
    const test = votesWorkspace();
    const content = `${header}\n${misplaced.join('\n')}\n`;
    valueOf(await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', content)]));
    test.workspace.connection.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(`${test.workspace.folder}/workspace.db`, 'latin1');
    for (const name of names) expect(bytes).not.toContain(name);
    // A second file with one of the same rows and one more: the first of them is the same ballot, the other is not.
    const more = `${header}\n${misplaced[1]}\nlisi,2017-03-22 08:00:00,sunqi;1\n`;
    const [second] = valueOf(
      await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'b.csv', more)]),
    ).imports;
    expect(second?.rejected).toMatchObject({ 'already-recorded': 1, 'unknown-project': 1 });
  });

  it('is not kept either where the round asks for no time and the ballot counts', async () => {
    const test = votesWorkspace({ round: anyTimeRound });
    const content = `${header}\nwang,zhangsan2,1;2\n`;
    const report = valueOf(
      await importHere(test.secretariat, [sourceFile(test.workspace.folder, 'a.csv', content)]),
    );
    expect(report.imports[0]?.accepted).toBe(1);
    const { ballots } = valueOf(listBallots(test.secretariat, { standing: 'accepted', offset: 0, limit: 9 }));
    expect(ballots[0]?.time).toMatch(/^#[0-9a-f]{16}$/);
  });
});

describe('a file of votes without times', () => {
  const content = 'account,choices\nwang,1;2\nwang,1;2\nli,1\nzhao,\n';

  it('is taken where the round asks for no time, and is shown so before', async () => {
    const test = votesWorkspace({ round: anyTimeRound });
    const file = sourceFile(test.workspace.folder, 'a.csv', content);
    const preview = valueOf(await previewVotes(test.secretariat, [file]));
    expect(preview.mapping?.layout).toMatchObject({ time: null, choices: { header: 'choices' } });
    expect(preview.sample.map(({ time, verdict }) => [time, verdict])).toEqual([
      ['', 'good'],
      ['', 'good'],
      ['', 'too-few'],
      ['', 'too-few'],
    ]);
    expect(valueOf(await importHere(test.secretariat, [file])).imports[0]).toMatchObject({
      rows: 4,
      accepted: 1,
      rejected: { 'too-few': 2, 'second-that-day': 1 },
    });
    expect(valueOf(readVoteTally(test.secretariat)).tally.map(({ votes }) => votes)).toEqual([
      1, 1, 0, 0, 0, 0,
    ]);
  });

  it('is refused where a window or a day needs it, and the refusal names the column', async () => {
    const onceADay = {
      ...anyTimeRound,
      ballot: { ...anyTimeRound.ballot, perAccount: 'once-a-day' as const },
    };
    for (const test of [votesWorkspace(), votesWorkspace({ round: onceADay })]) {
      const result = await importHere(test.secretariat, [
        sourceFile(test.workspace.folder, 'a.csv', content),
      ]);
      const refusal = refusalOf(result);
      expect(refusal).toMatchObject({
        code: 'votes-layout-unknown',
        details: { found: ['account', 'choices'], missing: ['time'], repeated: [] },
      });
      expect(sentenceOf(refusal)).toContain('缺少的列：time（时间）。现有的列：“account”、“choices”。');
    }
  });
});
