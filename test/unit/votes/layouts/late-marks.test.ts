import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readVoteTally } from '../../../../electron/services/votes/index.ts';
import { titledCandidates, titles } from '../../../support/titled-candidates.ts';
import { importHere, votesRound } from '../../../support/votes-workspace.ts';
import { temporaryFolder, temporaryWorkspace, valueOf } from '../../../support/workspace.ts';

/** More rows than an import looks at before it takes a file without asking. */
const rows = 120;

it.each(['×', '0', '否', '未选中'])(
  'takes %s for no vote where only √ was seen in the first rows, and names the row',
  async (mark) => {
    const path = join(temporaryFolder(), '票.csv');
    const row = (number: number, ...cells: readonly string[]): string =>
      [`o${number}`, '2017-03-22 08:00:00', ...cells].join(',');
    const lines = [
      ['openid', '投票时间', ...titles].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
      ...Array.from({ length: rows }, (_, number) => row(number, '√', '√', '', '', '', '')),
      row(rows, '√', '√', mark, '', '', ''),
    ];
    writeFileSync(path, lines.join('\n'));
    const test = temporaryWorkspace({ round: votesRound, candidates: titledCandidates });
    const report = valueOf(await importHere(test.secretariat, [{ path, name: '票.csv' }]));
    expect(report.imports[0]).toMatchObject({ accepted: rows, rejected: { 'unknown-project': 1 } });
    const { tally } = valueOf(readVoteTally(test.secretariat));
    expect(tally.map(({ votes }) => votes)).toEqual([rows, rows, 0, 0, 0, 0]);
  },
);
