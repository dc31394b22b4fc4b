import { describe, expect, it } from 'vitest';
import { certainOf, proposalsOf, time } from '../../../support/recognised-layouts.ts';
import { titles } from '../../../support/titled-candidates.ts';

describe('a column for each option', () => {
  const header = (write: (title: string) => string): string[] => ['openid', '投票时间', ...titles.map(write)];
  const row = (...cells: readonly string[]): string[] => ['oA', time, ...cells];
  const flags = row('1', '0', '0', '1', '0', '0');

  it.each<readonly [string, (title: string) => string]>([
    ['第6题(…)', (title) => `第6题(${title})`],
    ['第6题（…） ', (title) => `第6题（${title}） `],
    ['6、(…)', (title) => `6、(${title})`],
    ['question and option', (title) => `6、请选择[多选题](${title})`],
    ['question:option', (title) => `请选择:${title}`],
    ['question：option', (title) => `请选择（2至4项）：${title}`],
    ['title', (title) => title],
    ['numbered title', (title) => `${titles.indexOf(title) + 1}.${title}`],
  ])('is known by %s', (_, write) => {
    const certain = certainOf([header(write), flags]);
    expect(certain?.mapping.layout).toMatchObject({
      kind: 'ballot-columns',
      chosen: 'one',
      options: titles.map((_title, index) => ({ candidate: index + 1 })),
    });
  });

  it('keeps an option that is no candidate, and asks', () => {
    const [best] = proposalsOf([
      [...header((title) => `第6题(${title})`), '第6题(其他)'],
      [...flags, '1'],
    ]);
    expect(best?.problems).toEqual(['options-unknown']);
    expect(best?.mapping.layout).toMatchObject({ kind: 'ballot-columns' });
    const { layout } = best?.mapping ?? {};
    expect(layout?.kind === 'ballot-columns' ? layout.options.at(-1) : null).toEqual({
      column: { header: '第6题(其他)' },
      candidate: null,
    });
  });

  it('asks where a candidate has none, where cells are ranks, and where nothing is chosen yet', () => {
    const problemsOf = (rows: readonly (readonly string[])[]) => proposalsOf(rows)[0]?.problems;
    const write = (title: string): string => `第6题(${title})`;
    expect(problemsOf([header(write).slice(0, -1), flags.slice(0, -1)])).toEqual(['choices-unsure']);
    expect(problemsOf([header(write), row('1', '2', '3', '', '', '')])).toEqual(['chosen-unsure']);
    expect(problemsOf([header(write), row('', '', '', '', '', '')])).toEqual(['chosen-unsure']);
  });
});

describe('how options are marked', () => {
  const header = ['openid', '投票时间', ...titles];
  const seen = (...cells: readonly string[]) => {
    const [best] = proposalsOf([header, ['oA', time, ...cells, ...Array<string>(6 - cells.length).fill('')]]);
    const { layout } = best?.mapping ?? {};
    return { chosen: layout?.kind === 'ballot-columns' ? layout.chosen : null, problems: best?.problems };
  };

  it('is certain by one pair of words, and by the options’ own texts', () => {
    expect(seen('√', '')).toEqual({ chosen: { yes: ['√'], no: [] }, problems: [] });
    expect(seen('是', '否')).toEqual({ chosen: { yes: ['是'], no: ['否'] }, problems: [] });
    expect(seen('未选中', '选中')).toEqual({ chosen: { yes: ['选中'], no: ['未选中'] }, problems: [] });
    expect(seen(...titles.slice(0, 2))).toEqual({ chosen: { yes: [], no: [] }, problems: [] });
    expect(seen('1', '0')).toEqual({ chosen: 'one', problems: [] });
  });

  it('is asked for where only refusals were seen, where words are mixed, and by a word nobody knows', () => {
    expect(seen('否', '否')).toEqual({ chosen: { yes: [], no: ['否'] }, problems: ['chosen-unsure'] });
    expect(seen('√', '否')).toEqual({ chosen: { yes: ['√'], no: ['否'] }, problems: ['chosen-unsure'] });
    expect(seen('★', '★')).toEqual({ chosen: { yes: ['★'], no: [] }, problems: ['chosen-unsure'] });
    expect(seen('★', '☆')).toEqual({ chosen: { yes: [], no: [] }, problems: ['chosen-unsure'] });
    expect(seen('×')).toEqual({ chosen: { yes: [], no: ['×'] }, problems: ['chosen-unsure'] });
  });
});
