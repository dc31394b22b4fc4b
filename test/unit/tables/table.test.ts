import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { readTable, type Table } from '../../../electron/services/tables/table.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import { sourceFile, temporaryFolder } from './files.ts';
import { workbookParts, zip } from './zip.ts';

async function read(name: string, content: Uint8Array | string): Promise<Table> {
  const result = await readTable(sourceFile(name, content));
  if (!result.ok) throw new Error(sentenceOf(result.refusal));
  return result.value;
}

async function refusalOf(name: string, content: Uint8Array | string) {
  const result = await readTable(sourceFile(name, content));
  if (result.ok) throw new Error('was read');
  return { code: result.refusal.code, sentence: sentenceOf(result.refusal) };
}

function workbook(...sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets });
}

describe('a text file', () => {
  it.each([
    ['comma', '姓名,单位\n王敏,民政局\n'],
    ['semicolon, as European Excel saves', '姓名;单位\n王敏;民政局\n'],
    ['TAB', '姓名\t单位\r\n王敏\t民政局\r\n'],
    ['old Mac line ends', '姓名,单位\r王敏,民政局\r'],
    ['byte order mark', '\uFEFF姓名,单位\n王敏,民政局\n'],
    ['no line end at the end', '姓名,单位\n王敏,民政局'],
  ])('is read with %s', async (_, text) => {
    const table = await read('a.csv', text);
    expect(table.header).toEqual(['姓名', '单位']);
    expect(table.rows).toEqual([{ row: 2, cells: ['王敏', '民政局'] }]);
  });

  it('is read in UTF-16 with its mark, as “Unicode text” of Excel is', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('姓名\t单位\n王敏\t民政局\n', 'utf16le'),
    ]);
    expect((await read('a.txt', bytes)).rows).toEqual([{ row: 2, cells: ['王敏', '民政局'] }]);
  });

  it('is read in GB18030, as Chinese Excel saves CSV', async () => {
    // “王敏” in GB18030, which is not valid UTF-8.
    const bytes = Buffer.concat([
      Buffer.from('expert\n'),
      Buffer.from([0xcd, 0xf5, 0xc3, 0xf4]),
      Buffer.from('\n'),
    ]);
    expect((await read('a.csv', bytes)).rows).toEqual([{ row: 2, cells: ['王敏'] }]);
  });

  it('keeps the row numbers that Excel shows, blank lines and line breaks within cells counted in', async () => {
    const table = await read('a.csv', '姓名,介绍\n\n甲,"一\n二"\n,\n乙,三\n');
    expect(table.rows).toEqual([
      { row: 3, cells: ['甲', '一\n二'] },
      { row: 5, cells: ['乙', '三'] },
    ]);
  });

  it('may carry quotation marks inside a cell and rows of uneven length', async () => {
    const table = await read('a.csv', '姓名,单位,区\n甲,"一站式"服务\n乙,某"新"社,静安区,多余\n');
    expect(table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['甲', '"一站式"服务', ''],
      ['乙', '某"新"社', '静安区'],
    ]);
  });

  it('passes over a title above the header', async () => {
    const table = await read('a.csv', '评审委员名单\n姓名,单位\n甲,乙\n');
    expect(table.titles).toEqual(['评审委员名单']);
    expect(table.headerRow).toBe(2);
    expect(table.rows).toEqual([{ row: 3, cells: ['甲', '乙'] }]);
  });

  it('names the row where a quotation mark never closes', async () => {
    const { code, sentence } = await refusalOf('a.csv', '姓名,单位\n甲,乙\n"丙,丁\n戊,己\n');
    expect(code).toBe('rows-invalid');
    expect(sentence).toContain('第 3 行');
  });

  it('names the line whose bytes are no text', async () => {
    const { code, sentence } = await refusalOf('a.csv', Buffer.from('expert\n\xff\xff\n', 'latin1'));
    expect(code).toBe('text-undecodable');
    expect(sentence).toContain('第 2 行');
  });
});

describe('a workbook', () => {
  it('gives numbers, dates, truth values and formulas as text', async () => {
    const cells = new Map([['1,3', { formula: '1+1', formulaResult: 2 }]]);
    const rows = [
      ['分数', '时间', '是否', '公式'],
      [87.5, new Date(Date.UTC(2017, 2, 22, 8, 0, 1)), true, null],
    ];
    const table = await read('a.xlsx', await workbook({ name: '一', rows, cells }));
    expect(table.rows).toEqual([{ row: 2, cells: ['87.5', '2017-03-22 08:00:01', 'TRUE', '2'] }]);
    expect(table.sheet).toBe('一');
  });

  it('is read whatever its name says', async () => {
    expect((await read('a.csv', await workbook({ name: '一', rows: [['姓名'], ['甲']] }))).rows).toHaveLength(
      1,
    );
  });

  it('reads hidden rows, and the first sheet that a person sees and that holds something', async () => {
    const hidden = { name: '隐藏', rows: [['不要']], hidden: true };
    const empty = { name: '空', rows: [] };
    const list = {
      name: '名单',
      rows: [['姓名'], ['甲'], ['乙']],
      rowDefs: new Map([[1, { hidden: true }]]),
    };
    const table = await read(
      'a.xlsx',
      await workbook(empty, hidden, list, { name: '说明', rows: [['别的']] }),
    );
    expect(table.sheet).toBe('名单');
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['甲', '乙']);
  });

  it('takes a cell merged over several rows for each of them', async () => {
    const rows = [
      ['评委', '编号', '分数'],
      ['王敏', 1, 80],
      [null, 2, 90],
    ];
    const merges = [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }];
    const table = await read('a.xlsx', await workbook({ name: '一', rows, merges }));
    expect(table.rows[1]).toEqual({ row: 3, cells: ['王敏', '2', '90'] });
  });

  it('is not stopped by a forgotten format in the last corner of the sheet', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const corner = '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    expect((await read('a.xlsx', zip(workbookParts(rows + corner)))).rows).toHaveLength(1);
  });

  it('is refused where a formula was never calculated, because its blank would pass for an absent mark', async () => {
    const cells = new Map([['1,0', { formula: 'A9*2' }]]);
    const { code, sentence } = await refusalOf(
      'a.xlsx',
      await workbook({
        name: '一',
        rows: [
          ['分数', '人'],
          [null, '甲'],
        ],
        cells,
      }),
    );
    expect(code).toBe('rows-invalid');
    expect(sentence).toContain('第 2 行');
    expect(sentence).toContain('公式');
  });

  it('reads inline strings, rich text and cells without a place, as other programs write them', async () => {
    const bytes = zip(
      workbookParts(
        '<row><c t="inlineStr"><is><t>姓名</t></is></c></row><row r="4"><c t="inlineStr"><is><r><t>王</t></r><r><t>敏</t></r></is></c></row>',
      ),
    );
    expect((await read('a.xlsx', bytes)).rows).toEqual([{ row: 4, cells: ['王敏'] }]);
  });

  it('does not follow entities that a document type declares', async () => {
    const parts = workbookParts('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>').map(
      (part) =>
        part.name.endsWith('sheet1.xml')
          ? {
              ...part,
              content: String(part.content).replace(
                '?>',
                '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
              ),
            }
          : part,
    );
    const result = await readTable(sourceFile('a.xlsx', zip(parts)));
    if (result.ok) expect(JSON.stringify(result.value)).not.toContain('root');
  });
});

describe('what is no table is refused with advice', () => {
  it.each([
    ['照片.xlsx', Buffer.from('\x89PNG\r\n\x1a\nxxxx', 'latin1'), '图片'],
    ['旧.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), '另存为'],
    ['通知.pdf', Buffer.from('%PDF-1.4'), 'PDF'],
    ['网页.xls', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), '另存为 .xlsx'],
    ['乱.csv', Buffer.from('a,b\n\0\0'), '.xlsx'],
    ['包.xlsx', zip([{ name: 'word/document.xml', content: '<x/>' }]), '.xlsx'],
  ])('%s', async (name, content, advice) => {
    const { code, sentence } = await refusalOf(name, content);
    expect(code).toBe('file-not-recognised');
    expect(sentence).toContain(name);
    expect(sentence).toContain(advice);
  });

  it.each([
    ['empty file', ''],
    ['blank lines only', '\n\n  \n'],
  ])('%s', async (_, text) => {
    expect((await refusalOf('a.csv', text)).code).toBe('file-empty');
  });

  it('half a workbook', async () => {
    const whole = await workbook({ name: '一', rows: [['姓名'], ['甲']] });
    expect((await refusalOf('a.xlsx', whole.subarray(0, whole.length / 2))).code).toBe('spreadsheet-damaged');
  });

  it('a workbook whose sheet was damaged on the way', async () => {
    const whole = Buffer.from(
      zip(
        workbookParts(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'姓名'.repeat(500)}</t></is></c></row>`),
      ),
    );
    const at = whole.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 20;
    whole.fill(0x55, at, at + 10);
    expect((await refusalOf('a.xlsx', whole)).code).toBe('spreadsheet-damaged');
  });

  it('a missing file and a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'b'));
    const missing = await readTable({ path: join(folder, 'a'), name: 'a' });
    const directory = await readTable({ path: join(folder, 'b'), name: 'b' });
    expect(missing).toMatchObject({ ok: false, refusal: { code: 'file-missing' } });
    expect(directory).toMatchObject({ ok: false, refusal: { code: 'file-unreadable' } });
  });

  it('more columns or rows than a table of people can have', async () => {
    const wide = Array.from({ length: 201 }, (_, index) => `c${index}`).join(',');
    expect((await refusalOf('a.csv', `${wide}\n${wide}\n`)).code).toBe('table-too-large');
    expect((await refusalOf('a.csv', `a,b\n${'1,2\n'.repeat(200_001)}`)).code).toBe('table-too-large');
  });
});
