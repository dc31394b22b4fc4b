import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/workspace.ts';
import { run, type Outcome } from './command-line.ts';

const choices = Array.from({ length: 10 }, (_, each) => each + 1).join(';');

let base = '';
beforeEach(async () => {
  base = temporaryFolder();
  writeFileSync(join(base, '分.csv'), `account,time,choices\nwang,2017-03-22 08:15,${choices}\n`);
  writeFileSync(join(base, '秒.csv'), `account,time,choices\nwang,2017-03-22 08:15:20,${choices}\n`);
  await run(base, '--data', 'w', 'init');
});

const votes = (...words: readonly string[]): Promise<Outcome> =>
  run(base, '--data', 'w', '--json', 'votes', ...words);

describe('--minutes-equal for bytes that are in force already', () => {
  const said =
    '“分.csv”已经导入过（批次 1），--minutes-equal 对它没有起作用：它的时间仍按整分钟算。要让它与时间到秒的文件对应，请先用 votes withdraw 撤回批次 1，再带 --minutes-equal 重新导入。';

  it('is said to have done nothing, and does something after the withdrawal', async () => {
    await votes('import', '分.csv');
    const again = await votes('import', '分.csv', '秒.csv', '--minutes-equal');
    expect(again.code).toBe(0);
    expect(again.stderr).toContain(said);
    await votes('withdraw', '1', '--reason', '分钟未确认');
    expect((await votes('import', '分.csv', '--minutes-equal')).stderr).not.toContain('没有起作用');
    const { stdout } = await votes('tally');
    expect(JSON.parse(stdout)).toMatchObject({
      ballots: { accepted: 1, rejected: { 'already-recorded': 1, 'second-that-day': 0 } },
    });
  });

  it('is not spoken of where it was confirmed before, or where the times say seconds', async () => {
    await votes('import', '分.csv', '秒.csv', '--minutes-equal');
    const again = await votes('import', '分.csv', '秒.csv', '--minutes-equal');
    expect(again.stderr).not.toContain('没有起作用');
  });
});
