import { describe, expect, it } from 'vitest';
import { checkVotesFile } from '../../../electron/services/votes/index.ts';
import { importHere, sourceFile, votesWorkspace } from '../../support/votes-workspace.ts';
import { refusalOf, valueOf } from '../../support/workspace.ts';

describe('a line that is a further row of a ballot', () => {
  const rows = [
    '投票人,候选项目,投票时间',
    ...['oA,1', 'oB,3', 'oA,2', 'oB,3'].map((row) => `${row},2017-03-22 08:00:00`),
  ];

  it('explains that ballot, also once the file is in', async () => {
    const test = votesWorkspace();
    const file = sourceFile(test.workspace.folder, '明细.csv', rows.join('\n'));
    const explained = async (line: number): Promise<unknown> =>
      valueOf(await checkVotesFile(test.secretariat, file, line)).map(({ row, standing }) => [row, standing]);
    for (const isIn of [false, true]) {
      if (isIn) valueOf(await importHere(test.secretariat, [file]));
      expect(await explained(4)).toEqual([[2, 'accepted']]);
      expect(await explained(5)).toEqual([[3, 'repeated-choice']]);
      expect(refusalOf(await checkVotesFile(test.secretariat, file, 6))).toMatchObject({
        code: 'line-missing',
      });
    }
  });
});
