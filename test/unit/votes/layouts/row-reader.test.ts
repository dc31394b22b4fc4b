import { describe, expect, it } from 'vitest';
import { rowReader } from '../../../../electron/services/votes/layouts/row-reader.ts';
import type { VoteLayout, VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { titledCandidates } from '../../../support/titled-candidates.ts';

const column = (header: string) => ({ header });
const voter = { account: column('account'), time: column('time'), ip: null };
const list: VoteLayout = { kind: 'ballot-list', ...voter, choices: column('choices') };

const mappingOf = (layout: VoteLayout): VoteMapping => ({
  format: 'judging-workstation/vote-mapping',
  version: 1,
  name: '平台',
  layout,
  time: { zone: null, numbers: null, dayOrder: null },
  choices: { separator: null, correspondence: [] },
});

/** The choices of a row that begins with an account and a time. */
function choicesOf(
  table: { readonly header: readonly string[]; readonly isDelimited: boolean },
  layout: VoteLayout,
  ...cells: readonly string[]
): string | null {
  const header = ['account', 'time', ...table.header];
  const about = { file: 'a', named: null, ...table, header };
  const read = rowReader(about, mappingOf(layout), titledCandidates);
  return read(['oA', '2017-03-22 08:00:00', ...cells]).ballot.choices;
}

describe('a cell of an option', () => {
  const options = (chosen: unknown) =>
    ({
      kind: 'ballot-columns',
      ...voter,
      chosen,
      options: [
        { column: column('第6题(守护生命)'), candidate: 1 },
        { column: column('第6题(菜场书屋)'), candidate: 2 },
      ],
    }) as VoteLayout;
  const table = { header: ['第6题(守护生命)', '第6题(菜场书屋)'], isDelimited: true };

  it('means chosen by the texts agreed on or its own, and names no project by any other', () => {
    const layout = options({ yes: ['是', '√'], no: ['否'] });
    expect(choicesOf(table, layout, '是', '否')).toBe('1');
    expect(choicesOf(table, layout, ' √ ', '菜场书屋')).toBe('1;2');
    expect(choicesOf(table, layout, '', '(空)')).toBe('');
    expect(choicesOf(table, layout, '是', '×')).toBe('1;2=×');
    expect(choicesOf(table, layout, '守护生命', '未 选')).toBe('1;2=未_选');
    // Another option's text is none of its own.
    expect(choicesOf(table, layout, '菜场书屋', '')).toBe('1=菜场书屋');
  });

  it('means chosen by anything only where a person has said so', () => {
    expect(choicesOf(table, options('non-empty'), '×', '-3')).toBe('1');
    expect(choicesOf(table, options('one'), '×', '1')).toBe('1=×;2');
  });
});

describe('cells under no header', () => {
  const text = { header: ['choices'], isDelimited: true };
  const sheet = { header: ['choices'], isDelimited: false };

  it('are the rest of a list that its own commas parted', () => {
    expect(choicesOf(text, list, '1', '2', '3')).toBe('1,2,3');
    expect(choicesOf(text, list, '1;2', '', ' ')).toBe('1;2');
  });

  it('are no choices where nothing says so, and the ballot is not read', () => {
    // A count beside the list, in a sheet and in a text; a column that the header leaves empty; one behind an empty one.
    expect(choicesOf(sheet, list, '1;2', '2')).toBeNull();
    expect(choicesOf(sheet, list, '1', '2', '3')).toBeNull();
    expect(choicesOf(sheet, list, '1;2', '', '2')).toBeNull();
    expect(choicesOf(text, list, '1;2', '2')).toBeNull();
    expect(choicesOf({ ...text, header: ['choices', ''] }, list, '1', '2')).toBeNull();
    expect(choicesOf({ ...sheet, header: ['choices', '', 'ip'] }, list, '1', '2', '::1')).toBeNull();
  });

  it('show that a delimiter within a cell shifted the others', () => {
    expect(choicesOf({ ...text, header: ['choices', 'ip'] }, list, '1', '2', '::1')).toBeNull();
    const rows: VoteLayout = { kind: 'choice-rows', ...voter, candidate: column('candidate'), ballot: null };
    expect(choicesOf({ ...text, header: ['name', 'candidate'] }, rows, '王', '2')).toBe('2');
    expect(choicesOf({ ...text, header: ['name', 'candidate'] }, rows, '王', '1', '2')).toBeNull();
    // In a sheet a note beside the table shifts nothing.
    expect(choicesOf({ ...sheet, header: ['name', 'candidate'] }, rows, '王', '2', '注')).toBe('2');
  });

  it('may be anything to the left of the choices: a number of the row', () => {
    const read = rowReader(
      { file: 'a', named: null, header: ['', 'account', 'time', 'choices'], isDelimited: true },
      mappingOf(list),
      titledCandidates,
    );
    expect(read(['7', 'oA', '2017-03-22 08:00:00', '1;2']).ballot.choices).toBe('1;2');
  });
});
