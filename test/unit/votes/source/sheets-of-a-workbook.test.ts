import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../../electron/database/audit-log.ts';
import { checkVotesFile } from '../../../../electron/services/votes/index.ts';
import { previewVotesBy } from '../../../../electron/services/votes/preview-votes.ts';
import { runVoteWork } from '../../../../electron/services/votes/work/run-vote-work.ts';
import type { SkippedTable } from '../../../../shared/ballots/skipped-tables.ts';
import { sentenceOf } from '../../../../shared/refusals/refusal.ts';
import { importHere, sourceFile, traces, votesWorkspace } from '../../../support/votes-workspace.ts';
import { refusalOf, valueOf, type TestWorkspace } from '../../../support/workspace.ts';

type Rows = NonNullable<WriteSheet['rows']>;

const header = ['openid', '投票时间', '所选项目'];
const ballot = (account: string): string[] => [account, '2017-03-22 08:00:00', '1;2'];
const summary: Rows = [
  ['项目名称', '票数'],
  ['1 号项目', '2'],
];
const totals = (votes: number): Rows => [
  ['项目名称', '票数'],
  ...[1, 2, 3, 4, 5, 6].map((candidate) => [`${candidate} 号项目`, votes]),
];

async function workbookIn(test: TestWorkspace, sheets: Readonly<Record<string, Rows>>) {
  const content = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows, hidden: name.startsWith('隐藏') })),
  });
  return sourceFile(test.workspace.folder, '票.xlsx', content);
}

async function importOf(sheets: Readonly<Record<string, Rows>>) {
  const test = votesWorkspace();
  const file = await workbookIn(test, sheets);
  const before = traces(test);
  const report = await importHere(test.secretariat, [file]);
  if (!report.ok) expect(traces(test)).toEqual(before);
  return report;
}

describe('a further sheet of ballots', () => {
  it.each<readonly [string, Rows]>([
    ['with other capitals', [['OpenID ', '投票时间', '所选项目'], ballot('oB')]],
    [
      'with one more column',
      [
        [...header, '备注'],
        [...ballot('oB'), '现场'],
      ],
    ],
    [
      'in another order of columns',
      [
        ['所选项目', 'openid', '投票时间'],
        ['1;2', 'oB', '2017-03-22 08:00:00'],
      ],
    ],
    ['with a note to the right', [[...header, null, '共 1 票'], ballot('oB')]],
  ])('is read %s', async (_, rows) => {
    const report = valueOf(await importOf({ 三月二十二日: [header, ballot('oA')], 三月二十三日: rows }));
    expect(report.imports).toMatchObject([{ rows: 2, accepted: 2 }]);
    expect(report.imports[0]).not.toHaveProperty('skipped');
  });

  it.each<readonly [string, Rows]>([
    ['below a title', [['三月二十三日投票'], header, ballot('oB')]],
    ['without a header', [ballot('oB')]],
    ['under other words', [['用户', '何时', '选了'], ballot('oB')]],
    [
      'with a column too few',
      [
        ['openid', '所选项目'],
        ['oB', '1;2'],
      ],
    ],
    [
      'with a column twice',
      [
        [...header, '所选项目'],
        [...ballot('oB'), '3;4'],
      ],
    ],
  ])('is not left out %s: the file is refused with its name', async (_, rows) => {
    const refusal = refusalOf(await importOf({ 甲: [header, ballot('oA')], 乙: rows }));
    expect(refusal).toMatchObject({
      code: 'votes-table-unread',
      details: { file: '票.xlsx', sheet: '乙', fault: 'other-columns' },
    });
  });

  it('with an option more than the first sheet has is not read without it', async () => {
    const options = ['1 号项目', '2 号项目', '3 号项目'];
    const first = [
      ['openid', '投票时间', ...options],
      ['oA', '2017-03-22 08:00:00', 1, 1, 0],
    ];
    const further = [
      ['openid', '投票时间', ...options, '4 号项目'],
      ['oB', '2017-03-22 08:00:00', 1, 0, 0, 1],
    ];
    const test = votesWorkspace();
    const file = await workbookIn(test, { 甲: first, 乙: further });
    const { mapping, fault } = valueOf(await previewVotesBy(runVoteWork, test.secretariat, [file]));
    expect(mapping?.layout.kind).toBe('ballot-columns');
    expect(fault).toContain('乙');
    expect(refusalOf(await importHere(test.secretariat, [file], { mapping })).code).toBe(
      'votes-table-unread',
    );
  });
});

describe('sheets that are no ballots', () => {
  it.each<readonly [string, string, Rows]>([
    ['notes', '说明', [['本表由平台导出'], ['请勿修改', '导出时间'], ['张三', '2017-04-01 10:00:00']]],
    ['a summary', '汇总', summary],
  ])('may stand before those of ballots: %s', async (_, name, rows) => {
    const test = votesWorkspace();
    const file = await workbookIn(test, { [name]: rows, 明细: [header, ballot('oA')] });
    const skipped = [{ file: '票.xlsx', sheet: name, reason: 'other-header' }];
    const preview = valueOf(await previewVotesBy(runVoteWork, test.secretariat, [file]));
    expect(preview).toMatchObject({ isCertain: true, skipped, fault: null, sources: [{ sheet: '明细' }] });
    expect(preview.columns.map((column) => column.header)).toEqual(header);
    expect(preview.tables.map(({ sheet }) => sheet)).toEqual([name, '明细']);
    expect(valueOf(await importHere(test.secretariat, [file], { dryRun: true })).imports).toMatchObject([
      { rows: 1, accepted: 1, skipped },
    ]);
    // By a kept mapping as well.
    const { mapping } = preview;
    expect(valueOf(await importHere(test.secretariat, [file], { mapping })).imports).toMatchObject([
      { rows: 1, accepted: 1, skipped },
    ]);
  });

  it('are told of by the check, the import and the record of it', async () => {
    const test = votesWorkspace();
    const file = await workbookIn(test, {
      甲: [header, ballot('oA')],
      隐藏: [header, ballot('oB')],
      空: [],
      汇总: summary,
    });
    const expected = [
      { file: '票.xlsx', sheet: '隐藏', reason: 'hidden' },
      { file: '票.xlsx', sheet: '空', reason: 'empty' },
      { file: '票.xlsx', sheet: '汇总', reason: 'other-header' },
    ];
    const told: SkippedTable[] = [];
    expect(valueOf(await checkVotesFile(test.secretariat, file, null, null, told))).toHaveLength(1);
    expect(told).toEqual(expected);
    const report = valueOf(await importHere(test.secretariat, [file]));
    expect(report.imports).toMatchObject([{ rows: 1, skipped: expected }]);
    const entry = [...readAudit(test.workspace.connection)].find(({ event }) => event === 'votes-imported');
    expect(entry?.payload).toMatchObject({ rows: 1, skipped: expected });
  });

  it('alone are no file of ballots, and the refusal names the sheet', async () => {
    const refusal = refusalOf(await importOf({ 说明: [['本表由平台导出'], ['请勿修改']], 其他: [['无']] }));
    expect(refusal).toMatchObject({ code: 'votes-layout-unknown', details: { sheet: '说明' } });
  });

  it('and hidden ones beside them do not pass for an empty file', async () => {
    const refusal = refusalOf(await importOf({ 隐藏: [header, ballot('oA')], 空: [] }));
    expect(refusal).toMatchObject({ code: 'sheets-hidden', details: { file: '票.xlsx' } });
    expect(sentenceOf(refusal)).toContain('取消隐藏');
  });

  it('of which one may hold ballots are not passed over', async () => {
    const unsure = [['用户', '何时', '选了'], ballot('oB')];
    const refusal = refusalOf(await importOf({ 甲: unsure, 乙: [header, ballot('oA')] }));
    expect(refusal).toMatchObject({ details: { sheet: '甲' } });
  });
});

it('totals on more than one sheet are refused: nobody can see whether they add up', async () => {
  const test = votesWorkspace();
  const file = await workbookIn(test, { 第一天: totals(3), 第二天: totals(5) });
  const preview = valueOf(await previewVotesBy(runVoteWork, test.secretariat, [file]));
  const { mapping } = preview;
  expect(mapping?.layout.kind).toBe('totals');
  expect(preview.fault).toContain('第二天');
  expect(refusalOf(await importHere(test.secretariat, [file], { mapping }))).toMatchObject({
    code: 'votes-table-unread',
    details: { sheet: '第二天', fault: 'more-totals' },
  });
});
