import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOf, type PackedPage } from '../../../electron/database/packed-page.ts';
import type { ReadingOrder, ReadSource } from '../../../electron/services/votes/reading/ballot-reading.ts';
import { readPlainFile } from '../../../electron/services/votes/reading/plain-file.ts';
import { readGeneralFile } from '../../../electron/services/votes/reading/general-file.ts';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import { readRoundResource } from '../../../electron/services/resources.ts';
import { ballotContext } from '../../../shared/ballots/check.ts';
import { importHere, votesCandidates, votesRound } from '../../support/votes-workspace.ts';
import { temporaryFolder, temporaryWorkspace, valueOf } from '../../support/workspace.ts';

/** Everything that a reading gives, so that two readings can be held against each other. */
interface Reading {
  readonly pages: PackedPage[];
  readonly source: ReadSource | null;
}

/** On both sides of the numbers that the scanner knows by a bit, and of those that take two bytes. */
const candidates = [1, 2, 3, 4, 5, 6, 63, 64, 127, 128, 999];

async function readBy(
  way: (order: ReadingOrder, pages: PackedPage[]) => Promise<ReadSource | null>,
  content: string,
): Promise<Reading> {
  const path = join(temporaryFolder(), 'votes.csv');
  writeFileSync(path, content);
  const pages: PackedPage[] = [];
  const source = await way(
    {
      files: [{ path, name: 'votes.csv' }],
      mapping: null,
      candidates: votesCandidates,
      workspace: 'real',
      context: ballotContext(votesRound, candidates),
      key: new Uint8Array(32).fill(3),
      mayBePlain: true,
    },
    pages,
  );
  return { pages, source };
}

const sinkOf = (pages: PackedPage[]) => ({
  page: (page: PackedPage): null => {
    pages.push(page);
    return null;
  },
  readAnew: (): never => {
    throw new Error('read anew');
  },
  isCancelled: (): boolean => false,
});

const readPlain = (content: string): Promise<Reading> =>
  readBy((order, pages) => Promise.resolve(readPlainFile(order, sinkOf(pages))), content);
const readGeneral = (content: string): Promise<Reading> =>
  readBy(async (order, pages) => valueOf(await readGeneralFile(order, sinkOf(pages))), content);

/** A page as the workspace would keep it. */
function kept({ pages }: Reading): unknown {
  return pages.map((page) => {
    const columns = Object.entries<Buffer | number | string | null>({ ...rowOf(page) });
    return columns.map(
      ([name, value]) => `${name}: ${Buffer.isBuffer(value) ? value.toString('hex') : value}`,
    );
  });
}

const account = fc.oneof(
  fc.constantFrom('wang', 'li_si', 'oX7Kd5-t_g', 'Zhao9'),
  fc.constantFrom('', ' wang ', '李四', '13800001111', '-x', 'a b', '_', 'oX.7'),
  fc.constantFrom(...'NULL null Null None NaN nan undefined Undefined #N/A n/a 匿名'.split(' ')),
  fc.constantFrom("'13800001111", '13800001111.0', 'wang\u200b', '\ufeffwang', "'wang"),
  // Next to the words of nobody by a letter more, less or another, or by the bit that makes capitals.
  fc.constantFrom(...'NULLs NUL NULA nona nane undefine undefines undefineD_ n_ll NUL-'.split(' ')),
  // Of every length that the scanner's sixteen bytes can be cut at, with the characters next to those that are plain.
  fc
    .array(fc.constantFrom('a', 'Z', '0', '9', '_', '-', '@', '[', '`', '{', '/', ':', '^', '\u0080'), {
      minLength: 1,
      maxLength: 40,
      size: 'max',
    })
    .map((characters) => characters.join('')),
  fc.integer({ min: 1, max: 70 }).map((length) => 'a'.repeat(length)),
);
const time = fc.oneof(
  fc
    .date({
      min: new Date('2017-03-20T00:00:00Z'),
      max: new Date('2017-04-02T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 19).replace('T', ' ')),
  fc.constantFrom(
    '2017-03-31 12:00:00',
    '2017-03-31 12:00:01',
    '2017-02-29 08:00:00',
    '2017-13-01 08:00:00',
    '2017-03-22 24:00:00',
    '2017-03-22 08:60:00',
    '2017/3/22 8:00',
    '2017-03-22 08:00',
    '2017-03-22T08:00:00Z',
    '1986-05-04 02:30:00',
    '昨天',
    '',
    '2017-03-22 8:00:000',
    '2017-03-22 0::00:00',
    '2017-03-22 00:0:000',
    '2017-03-22 0a:00:00',
    '2017-03-22 08:00:0:',
    '2017-03-22 08;00:00',
    '2017-03-22x08:00:00',
    '2017-03-220 8:00:00',
    '201a-03-22 08:00:00',
    '2199-12-31 23:59:59',
    '2200-01-01 00:00:00',
    '1969-12-31 23:59:59',
    '1970-01-01 03:00:00',
    '1970-01-02 00:00:00',
    '2106-02-07 14:28:15',
    '2106-02-06 23:59:59',
    '2017-00-22 08:00:00',
    '2017-03-00 08:00:00',
  ),
);
const choices = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }).map((numbers) => numbers.join(';')),
  // Longer than the scanner's 64 bytes, to the most that it takes and beyond, with numbers on both sides of 64 and of 128.
  fc
    .array(fc.constantFrom(1, 6, 9, 10, 63, 64, 99, 100, 127, 128, 999), {
      minLength: 1,
      maxLength: 104,
      size: 'max',
    })
    .map((numbers) => numbers.join(';')),
  fc.constantFrom(
    '',
    ';',
    '1;;2',
    '1;2;',
    '01;2',
    '012;3',
    '1;007',
    '0;1',
    '77;1',
    '128;2',
    '999;1',
    '64;1',
    '64;64',
    '63;64;127;128',
    '0;64',
    '1000;2',
    '1|2',
    '1 2',
    'abc;1',
    '1;abc',
  ),
);
const line = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(account, time, choices).map((cells) => cells.join(',')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '   ',
      ',',
      ',,',
      'wang',
      'wang,2017-03-22 08:00:00',
      'a,b,c,d',
      'wang,2017-03-22 08:00:00,1,2,',
      'wang,2017-03-22 08:00:00,1;2,3',
      'account,time,choices',
    ),
  },
);
const content = fc
  .tuple(
    fc.constantFrom('account,time,choices', '\ufeffopenid,voted_at,projects', '账号,投票时间,选项'),
    fc.array(line, { minLength: 1, maxLength: 30 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(
    ([header, lines, ending, endsWithLine]) => [header, ...lines].join(ending) + (endsWithLine ? ending : ''),
  );

describe('the quick way through a plain file', () => {
  it('keeps of every row what the general way keeps', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (text) => {
        const plain = await readPlain(text);
        fc.pre(plain.source !== null);
        const general = await readGeneral(text);
        expect(kept(plain)).toEqual(kept(general));
        expect(plain.source).toEqual(general.source);
      }),
      { numRuns: 400 },
    );
  });

  it('needs no list of lines where only empty ones follow the rows', async () => {
    const text = 'account,time,choices\nwang,2017-03-22 08:00:00,1;2\n\n\n';
    expect(kept(await readPlain(text))).toEqual(kept(await readGeneral(text)));
  });

  it('is taken by a file that is plain, over many pages and parts', async () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, row) =>
        `oX7Kd5${row % 977}xyz,2017-03-2${2 + (row % 8)} 08:00:${String(row % 60).padStart(2, '0')},1;${2 + (row % 5)}`,
    );
    const text = `account,time,choices\n${lines.join('\n')}\n`;
    const plain = await readPlain(text);
    expect(plain.source).not.toBeNull();
    expect(plain.pages.length).toBe(8);
    expect(kept(plain)).toEqual(kept(await readGeneral(text)));
  });

  it('has room for a page of the longest lists, and leaves longer ones to the general way', async () => {
    const listOf = (length: number): string => Array.from({ length }, (_, place) => 200 + place).join(';');
    const lines = Array.from(
      { length: 4200 },
      (_, row) => `wang${row},2017-03-22 08:00:00,${listOf(row % 3 === 0 ? 130 : 100)}`,
    );
    const text = `account,time,choices\n${lines.join('\n')}\n`;
    expect(kept(await readPlain(text))).toEqual(kept(await readGeneral(text)));
  });

  it('leaves room for plain lines behind a line that lists a hundred thousand choices', async () => {
    const long = `li,2017-03-22 08:00:00,${'7;'.repeat(100_000)}8`;
    const list = Array.from({ length: 100 }, (_, place) => 200 + place).join(';');
    const lines = Array.from({ length: 4200 }, (_, row) => `wang${row},2017-03-22 08:00:00,${list}`);
    const text = `account,time,choices\n${long}\n${lines.join('\n')}\n`;
    expect(kept(await readPlain(text))).toEqual(kept(await readGeneral(text)));
  });

  it.each([
    ['a quoted cell', 'account,time,choices\nwang,2017-03-22 08:00:00,"1;2"\n'],
    [
      'a lone carriage return',
      'account,time,choices\nwang,2017-03-22 08:00:00,1;2\rli,2017-03-22 08:00:00,1;2\n',
    ],
    ['a NUL', 'account,time,choices\nwang\0,2017-03-22 08:00:00,1;2\n'],
    ['columns in another order', 'time,account,choices\n2017-03-22 08:00:00,wang,1;2\n'],
    ['another separator', 'account;time;choices\nwang;2017-03-22 08:00:00;1,2\n'],
    ['no rows', 'account,time,choices\n'],
    ['an empty line first', '\naccount,time,choices\nwang,2017-03-22 08:00:00,1;2\n'],
  ])('leaves a file with %s to the general way', async (_, text) => {
    expect((await readPlain(text)).source).toBeNull();
  });
});

describe('the votes of the generator that the speed is measured with', () => {
  const bench = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'bench');
  // The generator and its checker lie beside the checkout, not in it.
  it.skipIf(!existsSync(join(bench, 'oracle.py')))(
    'are counted as an independent checker counts them',
    async () => {
      const { round, candidates } = readRoundResource('shanghai-2017');
      const test = temporaryWorkspace({ round, candidates });
      const path = join(test.workspace.folder, 'exports', 'generated.csv');
      execFileSync(process.execPath, [join(bench, 'gen.mjs'), '--n', '20000', '--seed', '77', '--out', path]);
      const checked = JSON.parse(
        execFileSync('python3', [join(bench, 'oracle.py'), path], { encoding: 'utf8' }),
      ) as {
        accepted: number;
        rejected: Record<string, number>;
        tally: Record<string, number>;
      };
      const file = { path, name: 'generated.csv' };
      const [result] = valueOf(await importHere(test.secretariat, [file])).imports;
      expect(result).toMatchObject({
        accepted: checked.accepted,
        rejected: {
          'outside-window': checked.rejected['outside_window'],
          'too-few': checked.rejected['too_few'],
          'too-many': checked.rejected['too_many'],
          'unknown-project': checked.rejected['unknown_project'],
          'repeated-choice': checked.rejected['repeated_pick'],
          'second-that-day': checked.rejected['duplicate_day'],
        },
      });
      const { tally } = valueOf(readVoteTally(test.secretariat));
      expect(Object.fromEntries(tally.map(({ candidate, votes }) => [candidate, votes]))).toEqual(
        checked.tally,
      );
    },
  );
});
