import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readChoices, splitChoices } from '../../../shared/ballots/choices.ts';
import { nearestTitles, sameBareTitle } from '../../../shared/ballots/title-likeness.ts';
import { choiceReader } from '../../../shared/ballots/written-choices.ts';

const file = join(import.meta.dirname, '../../../resources/rounds/shanghai-2017/candidates.json');
const titled = z.object({ candidate: z.number(), title: z.string() });
const { candidates } = z
  .object({ candidates: z.array(titled) })
  .parse(JSON.parse(readFileSync(file, 'utf8')));
const titleOf = (candidate: number): string =>
  candidates.find((each) => each.candidate === candidate)?.title ?? '';
const plain = { separator: null, correspondence: [] };
const reader = choiceReader(candidates, plain);

describe('the choices of a cell', () => {
  it('are whole titles, also those with the marks that part choices elsewhere', () => {
    // 15 has a comma, 35 two, 10 a blank, 21 both a blank and dashes.
    for (const separator of ['┋', ';', '，', '、', ' ', '|'])
      expect(reader.canonical([15, 35, 10, 21].map(titleOf).join(separator))).toBe('15;35;10;21');
  });

  it('are titles behind their own number, and numbers among titles', () => {
    expect(reader.canonical(`12.${titleOf(12)}┋15、${titleOf(15)}┋7┋10 ${titleOf(10)}`)).toBe('12;15;7;10');
    expect(reader.canonical(`12．${titleOf(12)};(3)${titleOf(3)};4) ${titleOf(4)}`)).toBe('12;3;4');
  });

  it.each([
    '【12】',
    '[12]',
    '12号 ',
    '12号：',
    '第12号：',
    '第12号',
    'No.12 ',
    'NO 12、',
    '候选12：',
    '候选项目12 ',
    '12-',
    '12——',
    '12#',
    '12｜',
  ])('are titles behind their own number written %s, and none behind another', (before) => {
    expect(reader.canonical(`${before}${titleOf(12)}┋3`)).toBe('12;3');
    expect(reader.candidateOf(`${before}${titleOf(12)}`)).toBe(12);
    expect(reader.candidateOf(`${before}${titleOf(13)}`)).toBeNull();
    expect(readChoices(reader.canonical(`${before}${titleOf(13)}`)).texts).not.toEqual([]);
  });

  it('that are no title as a whole stay tokens that name nobody', () => {
    const cut = titleOf(12).slice(0, 12);
    expect(reader.canonical(`${titleOf(3)}┋${cut}`)).toBe(`3;${cut}`);
    expect(reader.canonical(`${titleOf(3)}（烟花）`)).toBe(`${titleOf(3)}（烟花）`);
    expect(reader.candidateOf('A12')).toBeNull();
    expect(reader.candidateOf('51')).toBeNull();
  });

  it('whose number is another candidate’s are not taken for either', () => {
    expect(reader.candidateOf(`13.${titleOf(12)}`)).toBeNull();
    expect(reader.canonical(`13.${titleOf(12)}`)).not.toMatch(/^\d+$/);
  });

  it('come back to the letter where they are numbers, blanks and separators as they were', () => {
    for (const cell of ['1;2;3', ' 1， 02 、3 ', '', ';;', '77;abc', '1 2┋3'])
      expect(reader.canonical(cell)).toBe(cell);
  });

  it('are parted by nothing else where a separator is agreed on', () => {
    const agreed = choiceReader(candidates, { ...plain, separator: '┋' });
    expect(agreed.canonical(`${titleOf(10)}┋其他， 请注明`)).toBe('10;其他_请注明');
    expect(splitChoices(agreed.canonical('a b，c┋d'))).toHaveLength(2);
  });

  it('mean what a person has confirmed, a number too', () => {
    const confirmed = choiceReader(candidates, {
      separator: null,
      correspondence: [
        { text: 'A01', candidate: 31 },
        { text: '2', candidate: 32 },
        { text: '烟花 爆竹', candidate: 3 },
      ],
    });
    expect(confirmed.canonical('A01;2;烟花 爆竹;4')).toBe('31;32;3;4');
    expect(confirmed.canonical('2;4')).toBe('32;4');
  });

  it('name neither of two candidates with one title', () => {
    const twins = choiceReader(
      [
        { candidate: 1, title: '同名' },
        { candidate: 2, title: '同名' },
      ],
      plain,
    );
    expect(twins.candidateOf('同名')).toBeNull();
  });

  it('are as many as were listed, whatever is written', () => {
    const choice = fc.oneof(
      fc.integer({ min: 1, max: 50 }).map((number) => [titleOf(number), number] as const),
      fc.integer({ min: 1, max: 50 }).map((number) => [`${number}.${titleOf(number)}`, number] as const),
      fc.integer({ min: 1, max: 50 }).map((number) => [String(number), number] as const),
    );
    const separator = fc.constantFrom('┋', ';', '，', '、', ', ', '|');
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 30 }), separator, (listed, mark) => {
        // `12、` before the title of 12 is the title's own number, and not a second choice of the same candidate.
        const isOwnNumber = listed.some(
          ([text, number], index) => text === String(number) && listed[index + 1]?.[0] === titleOf(number),
        );
        fc.pre(mark !== '、' || !isOwnNumber);
        const cell = listed.map(([text]) => text).join(mark);
        const read = readChoices(reader.canonical(cell));
        expect(read).toEqual({ numbers: listed.map(([, number]) => number), texts: [] });
      }),
    );
  });
});

describe('a text that is nearly a title', () => {
  it('is known for the one title that differs only in marks, blanks and widths', () => {
    expect(sameBareTitle('7.海纳百创公共创业服务平台', candidates)?.candidate).toBe(7);
    expect(sameBareTitle('守护生命的律动—上海市自动体外除颤仪(AED)设置公益项目', candidates)?.candidate).toBe(
      13,
    );
    expect(sameBareTitle('第7号：《海纳百创公共创业服务平台》', candidates)?.candidate).toBe(7);
    expect(sameBareTitle('公共创业服务平台', candidates)).toBeNull();
  });

  it('is shown with the nearest titles, the best first, and none where nothing is near', () => {
    expect(nearestTitles('道路交通违法大整治', candidates)[0]?.candidate).toBe(4);
    expect(nearestTitles('道路交通违法大整治', candidates).length).toBeLessThanOrEqual(3);
    expect(nearestTitles('abcdef', candidates)).toEqual([]);
  });
});
