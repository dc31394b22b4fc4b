import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/services/tables/table.ts';
import { goldenCaseNames, readGoldenCase } from '../../support/golden-case.ts';
import { temporaryFolder } from '../tables/files.ts';
import { run } from './command-line.ts';

describe('a whole round by the command line comes out as computed by hand', () => {
  it.each(goldenCaseNames())('%s', async (name) => {
    const { folder } = readGoldenCase(name);
    const base = temporaryFolder();
    const command = async (...words: readonly string[]): Promise<unknown> => {
      const { code, stdout, stderr } = await run(base, '--data', 'w', '--json', ...words);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return JSON.parse(stdout);
    };
    const file = (name: string): string => join(folder, name);
    const expected = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));

    await command('init', '--round', file('round.json'), '--candidates', file('candidates.json'));
    for (const table of ['experts', 'recusals', 'scores'])
      await command(table, 'import', file(`${table}.csv`));
    await command('votes', 'import', file('votes.csv'));
    expect(await command('votes', 'tally')).toEqual(expected('expected-tally.json'));
    const merged = await command('merge');
    expect(merged).toMatchObject(expected('expected-ranking.json') as object);

    // The same files again change nothing.
    for (const table of ['experts', 'recusals', 'scores']) {
      expect(await command(table, 'import', file(`${table}.csv`))).toMatchObject({ created: 0 });
    }
    expect(await command('votes', 'import', file('votes.csv'))).toMatchObject({
      imports: [{ alreadyImported: true }],
    });
    expect(await command('merge')).toEqual(merged);

    // What goes out is what was merged.
    const { ranking } = merged as { ranking: { candidate: number; combined: string | null }[] };
    for (const name of ['ranking.xlsx', 'ranking.csv']) {
      await command('export', 'ranking', '--out', name);
      const table = await readTable({ path: join(base, name), name });
      if (!table.ok) throw new Error(table.refusal.code);
      const column = (header: string): string[] => {
        const at = table.value.header.indexOf(header);
        return table.value.rows.map(({ cells }) => cells[at] ?? '');
      };
      expect(column('候选编号')).toEqual(ranking.map(({ candidate }) => String(candidate)));
      expect(column('合并得分').map(Number)).toEqual(ranking.map(({ combined }) => Number(combined ?? '')));
    }
    expect(await command('verify')).toMatchObject({ verified: true });
  });
});
