/** Golden cases in workbooks: XLSX and the old XLS. */
import * as xlsx from '@e965/xlsx';
import type { WriteSheet } from 'hucre/xlsx';
import { workbookParts, zip } from '../../unit/tables/zip.ts';
import { workbookOf, write } from './writing.ts';

const day = new Date(Date.UTC(2017, 2, 22, 8, 0, 7));
const dateFormat = { style: { numFmt: 'yyyy-mm-dd hh:mm:ss' } };
const sheet = [
  ['微信账号', '昵称', '投票时间', '所选项目'],
  ['wang', '王', day, '1;2'],
  [13_800_001_111, '李', '2017/3/22 8:00', '3，4'],
  [],
  ['zhao', '赵', day, 56],
  ['zhao', '赵', new Date(Date.UTC(2017, 2, 22, 20, 0, 0)), '5、6'],
  ['qian', '钱', 42_816.5, '5、6'],
];
const shortRows = [
  ['account', 'time', 'choices'],
  ['wang', '2017-03-22 08:00:00'],
  ['wang', '2017-03-22 09:00:00', '1;2'],
  ['li'],
];
write('spreadsheet-empty-choices', 'votes.xlsx', await workbookOf({ sheets: [{ name: '投票', rows: shortRows }] }));
const workbook = await workbookOf({
  sheets: [
    {
      name: '投票明细',
      rows: sheet,
      cells: new Map(
        sheet.flatMap((row, index) => (row[2] instanceof Date ? [[`${index},2`, dateFormat]] : [])),
      ),
    },
    {
      name: '说明',
      rows: [
        ['account', 'time', 'choices'],
        ['不读', '', ''],
      ],
    },
  ],
});
write('spreadsheet', 'votes.dat', workbook);
write('refused-cut-spreadsheet', 'votes.xlsx', workbook.subarray(0, Math.floor(workbook.length / 2)));

const header = ['account', 'time', 'choices'];
const one = (name: string, rows: NonNullable<WriteSheet['rows']>, more: Partial<WriteSheet> = {}): WriteSheet => ({
  name,
  rows,
  ...more,
});

const counted = [
  header,
  ['wang', '2017-03-22 08:00:00', '1;2', null, 2],
  ['li', '2017-03-22 08:00:00', '3;4', null, 2],
];
write('refused-helper-column-spreadsheet', 'votes.xlsx', await workbookOf({ sheets: [one('投票', counted)] }));

write(
  'spreadsheet-of-1904',
  'votes.xlsx',
  await workbookOf({
    dateSystem: '1904',
    sheets: [
      one('投票', [header, ['wang', day, '1;2'], ['li', new Date(Date.UTC(2017, 3, 1)), '1;2']], {
        cells: new Map([
          ['1,1', dateFormat],
          ['2,1', dateFormat],
        ]),
      }),
    ],
  }),
);
write(
  'spreadsheet-hidden-and-merged',
  'votes.xlsx',
  await workbookOf({
    sheets: [
      one('旧数据', [header, ['qian', '2017-03-22 08:00:00', '1;2']], { hidden: true }),
      one('空白', []),
      one(
        '投票',
        [
          header,
          ['wang', '2017-03-22 08:00:00', '1;2'],
          ['li', '2017-03-22 08:00:00', '3;4'],
          ['zhao', '2017-03-23 08:00:00', '5;6'],
          [null, '2017-03-24 08:00:00', '5;6'],
        ],
        {
          rowDefs: new Map([[2, { hidden: true }]]),
          merges: [{ startRow: 3, endRow: 4, startCol: 0, endCol: 0 }],
        },
      ),
    ],
  }),
);
const formulaRows = [header, ['wang', '2017-03-22 08:00:00', null], ['li', '2017-03-22 08:00:00', '3;4']];
write(
  'spreadsheet-formulas',
  'votes.xlsx',
  await workbookOf({
    sheets: [
      one('投票', formulaRows, {
        cells: new Map([['1,2', { formula: '"1"&";"&"2"', formulaResult: '1;2' }]]),
      }),
    ],
  }),
);
write(
  'refused-formula-without-result',
  'votes.xlsx',
  await workbookOf({
    sheets: [one('投票', formulaRows, { cells: new Map([['1,2', { formula: 'D2&";"&E2' }]]) })],
  }),
);
write(
  'refused-number-as-account',
  'votes.xlsx',
  await workbookOf({
    sheets: [
      one('投票', [
        header,
        ['wang', '2017-03-22 08:00:00', '1;2'],
        [1_234_567_890_123_456, '2017-03-22 08:00:00', '3;4'],
      ]),
    ],
  }),
);
const sheetParts = workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>');
write(
  'refused-xlsb',
  'votes.xlsb',
  zip(sheetParts.map((part) => ({ ...part, name: part.name.replace('workbook.xml', 'workbook.bin') }))),
);
write(
  'refused-ods',
  'votes.xlsx',
  zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content: '<office:document-content/>' },
  ]),
);

/** An old workbook (BIFF8): a hidden sheet, a hidden row, dates as numbers with a format, a number as an account. */
function oldWorkbook(date1904: boolean): Uint8Array {
  const serial = (text: string): xlsx.CellObject => ({
    t: 'n',
    v: (Date.parse(text) - Date.UTC(1899, 11, 30)) / 86_400_000 - (date1904 ? 1462 : 0),
    z: 'yyyy-mm-dd hh:mm:ss',
  });
  const votes = xlsx.utils.aoa_to_sheet([
    ['微信账号', '投票时间', '所选项目'],
    ['wang', serial('2017-03-22T08:00:07Z'), '1;2'],
    [13_800_001_111, '2017/3/22 8:00', '3，4'],
    ['zhao', serial('2017-03-31T12:00:00Z'), 56],
    ['zhao', serial('2017-03-31T12:00:01Z'), '5、6'],
    ['qian', 42_816.5, '5、6'],
  ]);
  votes['!rows'] = [{}, {}, { hidden: true }];
  const old = xlsx.utils.aoa_to_sheet([header, ['sun', '2017-03-22 08:00:00', '1;2']]);
  const workbook = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(workbook, old, '旧数据');
  xlsx.utils.book_append_sheet(workbook, votes, '投票');
  workbook.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }], WBProps: { date1904 } };
  return xlsx.write(workbook, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
}
const old = oldWorkbook(false);
write('xls', 'votes.csv', old);
write('xls-of-1904', 'votes.xls', oldWorkbook(true));
write('refused-cut-xls', 'votes.xls', old.subarray(0, Math.floor(old.length / 2)));
