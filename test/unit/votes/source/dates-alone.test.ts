import * as xlsx from '@e965/xlsx';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { showsDateAlone } from '../../../../electron/services/tables/date-format.ts';
import { readCells } from './read-source.ts';

const header = ['account', 'time', 'choices'];
const midnight = new Date(Date.UTC(2017, 2, 31));
const evening = new Date(Date.UTC(2017, 2, 31, 20, 5, 0));

/** Rows of a moment each, with the number format of its cell. */
const moments: readonly (readonly [Date, string])[] = [
  [midnight, 'yyyy-mm-dd'],
  [midnight, 'yyyy-mm-dd hh:mm:ss'],
  [evening, 'yyyy-mm-dd'],
  [midnight, 'yyyy"年"m"月"d"日"'],
  [evening, 'yyyy/m/d h:mm'],
];
/** As a person sees them: a day without a time stays one, and nothing that is known of a time is lost. */
const seen = [
  '2017-03-31',
  '2017-03-31 00:00:00',
  '2017-03-31 20:05:00',
  '2017-03-31',
  '2017-03-31 20:05:00',
];
const timesOf = (cells: readonly (readonly string[])[]) => cells.slice(1).map((row) => row[1]);

describe('a date that shows no time of day does not pass for midnight', () => {
  it('in XLSX', async () => {
    const sheet: WriteSheet = {
      name: '票',
      rows: [header, ...moments.map(([moment]) => ['oA', moment, '1;2'])],
      cells: new Map(moments.map(([, numFmt], row) => [`${row + 1},1`, { style: { numFmt } }])),
    };
    expect(timesOf(await readCells('a.xlsx', await writeXlsx({ sheets: [sheet] })))).toEqual(seen);
  });

  it('in XLS', async () => {
    const workbook = xlsx.utils.book_new();
    const days = (moment: Date) => moment.getTime() / 86_400_000 + 25_569;
    const cells = moments.map(([moment, z]) => [
      { t: 's', v: 'oA' },
      { t: 'n', v: days(moment), z },
      { t: 's', v: '1;2' },
    ]);
    xlsx.utils.book_append_sheet(workbook, xlsx.utils.aoa_to_sheet([header, ...cells]), '票');
    const bytes = xlsx.write(workbook, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
    expect(timesOf(await readCells('a.xls', bytes))).toEqual(seen);
  });

  it('in SpreadsheetML', async () => {
    const styles = moments.map(
      ([, format], place) =>
        `<Style ss:ID="s${place}"><NumberFormat ss:Format="${format.replaceAll('"', '&quot;')}"/></Style>`,
    );
    const text = (content: string) => `<Cell><Data ss:Type="String">${content}</Data></Cell>`;
    const rows = moments.map(
      ([moment], place) =>
        `<Row>${text('oA')}<Cell ss:StyleID="s${place}"><Data ss:Type="DateTime">${moment.toISOString().slice(0, -1)}</Data></Cell>${text('1;2')}</Row>`,
    );
    const workbook = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles.join('')}</Styles><Worksheet ss:Name="a"><Table><Row>${header.map(text).join('')}</Row>${rows.join('')}</Table></Worksheet></Workbook>`;
    expect(timesOf(await readCells('a.xls', workbook))).toEqual(seen);
  });
});

it.each([
  ['yyyy-mm-dd', true],
  ['[$-804]yyyy"年"m"月"d"日";@', true],
  [String.raw`yyyy\-mm\-dd`, true],
  ['[$-F800]dddd, mmmm dd, yyyy', true],
  ['m/d/yy h:mm', false],
  [String.raw`[$-804]yyyy"年"m"月"d"日"\ AM/PM\ h:mm:ss`, false],
  ['[h]:mm', false],
  ['mm:ss', false],
  ['0.00', false],
])('the format %s shows a date alone: %s', (format, isAlone) => {
  expect(showsDateAlone(format)).toBe(isAlone);
});
