/**
 * Writes the source files of test/cases/vote-layouts: `node test/cases/votes/make-layouts.ts`. The rules are those of
 * make.ts; the candidates have titles with all that makes titles hard (test/support/titled-candidates.ts). What must come of
 * a case (`expected.json`) and what a person corrected (`mapping.json`, where there is one) is written by hand.
 */
import { titles } from '../../support/titled-candidates.ts';
import { gb18030, lines, workbookOf, write } from './writing.ts';

const layout = (name: string, file: string, content: string | Uint8Array): void =>
  write(`../vote-layouts/${name}`, file, content);
const title = (candidate: number): string => titles[candidate - 1] ?? '';
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (...rows: readonly (readonly string[])[]): string =>
  lines(...rows.map((cells) => cells.map(quoted).join(',')));
const all = [1, 2, 3, 4, 5, 6];

const ownHead = ['openid', '投票时间', '所选项目'];
const wjxHead = ['序号', '提交答卷时间', '所用时间', '来源', '来源详情', '来自IP', '微信OpenID'];
const wjxRow = (number: number, time: string, account: string): string[] => [
  String(number),
  time,
  '66秒',
  '微信',
  'N/A',
  '101.80.1.2(上海-上海)',
  account,
];
const question = '2、请选择您支持的项目（2至4项）';

layout(
  'wjx-text',
  '按文本.csv',
  gb18030(
    csv(
      [...wjxHead, question],
      [...wjxRow(1, '2017/3/22 8:00:01', 'oA'), [1, 2].map(title).join('┋')],
      [...wjxRow(2, '2017/3/22 8:00:02', 'oB'), `3.${title(3)}┋5、${title(5)}┋6`],
      [...wjxRow(3, '2017/3/22 8:00:03', 'oC'), title(4)],
      [...wjxRow(4, '2017/3/22 9:00:00', 'oA'), [5, 6].map(title).join('┋')],
    ),
  ),
);

layout(
  'wjx-text-with-other',
  '按文本.csv',
  csv(
    [...wjxHead, question],
    [...wjxRow(1, '2017/3/22 8:00:01', 'oA'), [1, 2].map(title).join('┋')],
    [...wjxRow(2, '2017/3/22 8:00:02', 'oB'), `${title(3)}┋其他，请注明 社区食堂`],
  ),
);

layout(
  'wjx-without-account',
  '按文本.csv',
  csv(
    [...wjxHead.slice(0, -1), question],
    [...wjxRow(1, '2017/3/22 8:00:01', '').slice(0, -1), [1, 2].map(title).join('┋')],
  ),
);

layout(
  'wjx-numbers',
  '按序号.csv',
  csv(
    [...wjxHead, ...all.map((each) => `第2题(${title(each)})${each % 2 === 0 ? ' ' : ''}`)],
    [...wjxRow(1, '2017/3/22 8:00:01', 'oA'), '1', '1', '0', '0', '0', '0'],
    [...wjxRow(2, '2017/3/22 8:00:02', 'oB'), '0', '1', '1', '1', '1', '1'],
    [...wjxRow(3, '2017/3/22 8:00:03', 'oC'), '-3', '-3', '-3', '-3', '-3', '-3'],
    [...wjxRow(4, '2017/3/22 8:00:04', 'oD'), '(空)', '(跳过)', '1', '-2', '1', ''],
    wjxRow(5, '2017/3/22 8:00:05', 'oE'),
    [...wjxRow(6, '2017/3/22 8:00:06', 'oF'), '1', '1', '0', '0', '0', '2'],
  ),
);

const tencentHead = ['编号', '开始答题时间', '结束答题时间', '答题时长', '微信OpenID'];
layout(
  'tencent',
  '腾讯问卷.csv',
  csv(
    [...tencentHead, ...all.map((each) => `1.请选择您支持的项目:${title(each)}`), ''],
    ...[
      ['1', 'oA', [1, 2, 4]],
      ['2', 'oB', [5]],
    ].map(([number, account, chosen]) => [
      String(number),
      '22-Mar-2017 20:25:00',
      `22-Mar-2017 20:26:5${String(number)}`,
      '118',
      String(account),
      ...all.map((each) => ((chosen as number[]).includes(each) ? title(each) : '')),
      '',
    ]),
  ),
);

const optionHead = ['openid', '投票时间', ...all.map(title)];
const optionRow = (number: number, ...cells: readonly string[]): string[] => [
  `o${number}`,
  '2017-03-22 08:00:00',
  ...cells,
];
layout(
  'options-yes-and-no',
  '票.csv',
  csv(
    optionHead,
    optionRow(1, '是', '是', '否', '否', '否', '否'),
    optionRow(2, '否', '否', '是', '否', '是', '是'),
    optionRow(3, '是', '是', '?', '否', '否', '否'),
  ),
);

const twoRows = [
  ['openid', '提交时间', '您支持的项目', null, null, null, null, null],
  [null, null, ...all.map(title)],
  ['oA', '2017/3/22 8:00:01', '√', '√', null, null, null, null],
  ['oB', '2017/3/22 8:00:02', null, null, '√', '√', '√', null],
];
layout(
  'header-in-two-rows',
  '投票.xlsx',
  await workbookOf({ sheets: [{ name: '投票', rows: twoRows, merges: [{ startRow: 0, endRow: 0, startCol: 2, endCol: 7 }] }] }),
);

layout(
  'choice-rows',
  '明细.csv',
  csv(
    ['投票人', '候选项目', '投票时间'],
    ['oA', title(2), '2017-03-22 08:00:00'],
    ['oB', '1', '2017-03-22 08:00:00'],
    ['oA', title(5), '2017-03-22 08:00:00'],
    ['oA', '3', '2017-03-22 09:00:00'],
    ['oB', '4', '2017-03-22 08:00:00'],
    ['oA', '6', '2017/3/22 09:00:00'],
    ['oB', '4', '2017-03-22 08:00:00'],
  ),
);

layout(
  'choice-rows-of-nobody',
  '明细.csv',
  csv(
    ['投票人', '候选项目', '投票时间'],
    ['oA', '1', '2017-03-22 08:00'],
    ['oA', '2', '2017-03-22 08:00'],
    ['NULL', '3', '2017-03-22 08:00'],
    ['NULL', '4', '2017-03-22 08:00'],
    ['', '5', '2017-03-22 08:00'],
    ['', '6', '2017-03-22 08:00'],
  ),
);

layout(
  'choice-rows-number-against-title',
  '明细.csv',
  csv(
    ['投票人', '编号', '项目名称', '投票时间'],
    ['oA', '6', title(1), '2017-03-22 08:00:00'],
    ['oA', '5', title(2), '2017-03-22 08:00:00'],
  ),
);
layout(
  'totals-with-ranks',
  '票数.csv',
  csv(
    ['排名', '名称', '得票数'],
    ...[3, 1, 2, 6, 5, 4].map((each, index) => [String(index + 1), title(each), String(60 - 10 * index)]),
  ),
);
layout(
  'totals-twice',
  '票数.csv',
  csv(['编号', '得票', '票数'], ...all.map((each) => [String(each), String(each * 10), String(each * 11)])),
);

layout(
  'choice-rows-without-candidate',
  '明细.csv',
  csv(
    ['投票人', '候选项目', '投票时间'],
    ['oA', '1', '2017-03-22 08:00:00'],
    ['oA', '2', '2017-03-22 08:00:00'],
    ['oA', '', '2017-03-22 08:00:00'],
    ['oB', ' ', '2017-03-22 08:00:00'],
    ['oB', '3', '2017-03-22 08:00:00'],
    ['oC', '', '2017-03-22 08:00:00'],
    ['oC', '', '2017-03-22 08:00:00'],
  ),
);
layout(
  'choice-rows-by-id',
  '明细.csv',
  csv(
    ['选票编号', 'openid', '项目编号', '投票时间'],
    ['v1', 'oA', '1', '2017-03-22 08:00:00'],
    ['v1', 'oA', '2', '2017-03-22 08:00:01'],
    ['v2', 'oB', '3', '2017-03-22 08:00:00'],
    ['v2', 'oB', '4', '2017-03-22 08:00:00'],
    ['v3', 'oA', '5', '2017-03-23 08:00:00'],
  ),
);

const voters = new Map([
  [1, ['oA', 'oB']],
  [2, ['oA', 'oB']],
  [3, ['oA']],
  [6, ['oC']],
]);
for (const [candidate, accounts] of voters)
  layout(
    'file-per-candidate',
    `${String(candidate).padStart(2, '0')}号项目.csv`,
    csv(['openid', '投票时间'], ...accounts.map((account) => [account, '2017-03-22 08:00'])),
  );

layout(
  'sheet-per-candidate',
  '投票.xlsx',
  await workbookOf({
    sheets: [
      ...[...voters].map(([candidate, accounts]) => ({
        name: `${candidate}`,
        rows: [['openid', '投票时间'], ...accounts.map((account) => [account, '2017-03-22 08:00:00'])],
      })),
      { name: '说明', rows: [['本表由平台导出']] },
    ],
  }),
);

layout(
  'totals',
  '票数.csv',
  csv(['名次', '项目名称', '得票数'], ...all.map((each) => [String(each), title(each), `${7 - each},000`])),
);
layout(
  'totals-with-sum',
  '票数.csv',
  csv(['项目名称', '得票数'], ...all.map((each) => [title(each), '10']), ['合计', '60'], [title(1), '9']),
);

layout(
  'codes',
  '票.csv',
  lines('account,time,choices', 'oA,2017-03-22 08:00:00,A01;A02', 'oB,2017-03-22 08:00:00,A03;A06;A09'),
);
layout(
  'titles-nearly',
  '票.csv',
  csv(
    ['openid', '投票时间', '所投项目'],
    ['oA', '2017-03-22 08:00:00', '虹梅庭:营造"园区-社区"共治生态圈┋菜场书屋'],
    ['oB', '2017-03-22 08:00:00', `${title(1)}┋守护生命`],
  ),
);
layout(
  'titles-nearly-under-own-header',
  '票.csv',
  csv(
    ownHead,
    ['oA', '2017-03-22 08:00:00', `${title(1)}┋专业调解安定一方,人民调解华丽转身`],
    ['oB', '2017-03-22 08:00:00', `${title(1)}┋"菜场书屋"`],
    ['oC', '2017-03-22 08:00:00', [1, 6].map(title).join('┋')],
  ),
);
layout(
  'header-below-titles',
  '票.csv',
  csv(
    ['第三届上海社会建设十大创新项目 投票明细', '', ''],
    ['导出时间：2017-04-01', '', ''],
    ['openid', '投票时间', '所选项目'],
    ['oA', '2017-03-22 08:00:00', '1;2'],
    ['oB', '2017-03-22 08:00:00', '3;4'],
  ),
);
layout(
  'milliseconds',
  '票.csv',
  lines('openid,timestamp,所选项目', 'oA,1490140800123,1;2', 'oB,1490976001000,3;4'),
);
layout(
  'day-first',
  '票.csv',
  lines('account,time,choices', 'oA,22/03/2017 08:00,1;2', 'oA,03/04/2017 08:00,3;4'),
);
layout(
  'day-order-unknown',
  '票.csv',
  lines('account,time,choices', 'oA,03/04/2017 08:00,1;2', 'oB,03/04/2017 08:01,3;4'),
);
layout(
  'repeated-header',
  '票.csv',
  lines('openid,时间,时间,所选项目', 'oA,2017-03-22 07:59:00,2017-03-22 09:00:00,1;2'),
);
layout(
  'other-zone',
  '票.csv',
  lines('account,time,choices', 'oA,2017-03-21 16:00:00,1;2', 'oB,2017-03-21 15:59:59,1;2'),
);

layout(
  'continued-on-the-next-sheet',
  '票.xlsx',
  await workbookOf({
    sheets: [
      { name: '明细1', rows: [ownHead, ['oA', '2017-03-22 08:00:00', '1;2']] },
      { name: '统计', rows: [['项目', '票数'], ['1', '2']] },
      { name: '明细2', rows: [ownHead, ['oB', '2017-03-22 08:00:00', '3;4'], ['oA', '2017-03-22 09:00:00', '5;6']] },
    ],
  }),
);
