/** Golden cases in markup that vendors send as Excel files: SpreadsheetML of Excel 2003, and web pages. */
import { lines, write } from './writing.ts';

const text = (content: string, index?: number): string =>
  `<Cell${index === undefined ? '' : ` ss:Index="${index}"`}><Data ss:Type="String">${content}</Data></Cell>`;
const time = (content: string): string => `<Cell ss:StyleID="t"><Data ss:Type="DateTime">${content}</Data></Cell>`;
const number = (content: string): string => `<Cell><Data ss:Type="Number">${content}</Data></Cell>`;
const row = (cells: readonly string[], attributes = ''): string => `<Row${attributes}>${cells.join('')}</Row>`;
const worksheet = (name: string, rows: readonly string[], visible = ''): string =>
  lines(
    `<Worksheet ss:Name="${name}"><Table>`,
    ...rows,
    `</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${visible}</WorksheetOptions></Worksheet>`,
  );
const workbook = (...sheets: readonly string[]): string =>
  lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?mso-application progid="Excel.Sheet"?>',
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">',
    '<!-- <Worksheet ss:Name="注释里的不算"> -->',
    ...sheets,
    '</Workbook>',
  );

const header = row([text('account'), text('time'), text('choices')]);
const votes = workbook(
  worksheet(
    '旧数据',
    [header, row([text('qian'), text('2017-03-22 08:00:00'), text('1;2')])],
    '<Visible>SheetHidden</Visible>',
  ),
  worksheet('投票', [
    row([text('微信账号'), text('昵称'), text('投票时间'), text('所选项目')]),
    row([text('wang'), text('A&amp;B'), time('2017-03-22T08:00:07.000'), text('1;2')]),
    row([number('13800001111'), text('2017/3/22 8:00', 3), text('3，4')], ' ss:Hidden="1"'),
    row([text('zhao'), text('赵'), time('2017-03-22T08:00:00.000'), number('56')], ' ss:Index="6"'),
    row([
      text('zhao'),
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>赵</B>女士</ss:Data><Comment ss:Author="x"><ss:Data>备注</ss:Data></Comment></Cell>',
      time('2017-03-22T20:00:00.000'),
      '<Cell ss:Formula="=&quot;5、&quot;&amp;6"><Data ss:Type="String">5、6</Data></Cell>',
    ]),
  ]),
);
write('spreadsheetml', 'votes.xls', votes);
write('refused-cut-spreadsheetml', 'votes.xls', votes.slice(0, votes.indexOf('20:00')));
write(
  'refused-spreadsheetml-formula',
  'votes.xls',
  workbook(
    worksheet('投票', [
      header,
      row([text('wang'), text('2017-03-22 08:00:00'), '<Cell ss:Formula="=D2&amp;E2"/>']),
    ]),
  ),
);
write(
  'refused-spreadsheetml-number-as-account',
  'votes.xls',
  workbook(
    worksheet('投票', [header, row([number('1.2345678901234601E+15'), text('2017-03-22 08:00:00'), text('1;2')])]),
  ),
);
write(
  'refused-entities',
  'votes.xls',
  votes.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<Workbook'),
);
write('refused-other-xml', 'votes.xml', '<?xml version="1.0"?>\n<votes><vote account="wang"/></votes>\n');

const page = (rows: readonly string[]): string =>
  lines(
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">',
    '<style>td { mso-number-format:"\\@" } /* <table> */</style></head><body>',
    '<TABLE border=1>',
    ...rows,
    '</TABLE></body></html>',
  );
write(
  'refused-helper-column-web-page',
  'votes.xls',
  page([
    '<tr><td>account</td><td>time</td><td>choices</td></tr>',
    '<tr><td>wang</td><td>2017-03-22 08:00:00</td><td>1;2</td><td>2</td></tr>',
  ]),
);
write(
  'web-page-named-xls',
  'votes.xls',
  page([
    '<thead><tr><th>微信账号</th><th>昵称</th><th>投票时间</th><th>所选项目</th></tr></thead>',
    '<tr><td>wang</td><td>A&amp;B&nbsp;&lt;c&gt;</td><td>2017-03-22 08:00:00</td><td>1;2</td></tr>',
    '<tr><td x:str>li<td><td>2017/3/22 8:00<td> 3，',
    '  4 ',
    '<tr></tr>',
    '<tr><td>zhao</td><td></td><td>2017-03-22 08:00:00</td></tr>',
  ]),
);
write(
  'refused-web-page-with-spans',
  'votes.xls',
  page([
    '<tr><td colspan="3">投票明细</td></tr>',
    '<tr><td>account</td><td>time</td><td>choices</td></tr>',
    '<tr><td>wang</td><td>2017-03-22 08:00:00</td><td>1;2</td></tr>',
  ]),
);
write(
  'refused-cut-web-page',
  'votes.xls',
  page(['<tr><td>account</td><td>time</td><td>choices</td></tr>', '<tr><td>wang</td><td>2017']).split('2017')[0] ?? '',
);
