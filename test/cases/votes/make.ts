/**
 * Writes the source files of the golden cases in this folder: `node test/cases/votes/make.ts`. What must come of them
 * (`expected.json` beside each) is written by hand. The round is `votesRound` of test/support/votes-workspace.ts: candidates 1
 * to 6, two to four choices, once a day, 22 March 2017 0:00 to 31 March 2017 12:00 in Shanghai.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';

type Content = string | Uint8Array;

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

function write(name: string, file: string, content: Content): void {
  const folder = join(import.meta.dirname, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** GB18030 of the few Chinese characters used here; the runtime can decode it but not encode it. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [first, second]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) =>
      character.charCodeAt(0) < 128 ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]),
    ),
  );
}

function utf16(text: string, endian: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return endian === 'le' ? bytes : bytes.swap16();
}

write(
  'every-rejection',
  'votes.csv',
  lines(
    'account,time,choices',
    'wang,2017-03-22 00:00:00,1;2',
    'wang,2017-03-22 23:59:59,3;4',
    'wang,2017-03-23 00:00:00,3;4',
    'li,2017-03-31 12:00:00,5;6',
    'li,2017-03-31 12:00:01,5;6',
    'li,2017-03-21 23:59:59,1',
    'zhao,2017-03-24 08:00:00,1',
    'zhao,2017-03-24 08:01:00,',
    'zhao,2017-03-24 08:02:00,1;2;3;4;5',
    'zhao,2017-03-24 08:03:00,1;77',
    'zhao,2017-03-24 08:04:00,0;1',
    'zhao,2017-03-24 08:05:00,1;abc',
    'zhao,2017-03-24 08:06:00,2;2',
    'zhao,2017-03-24 08:07:00,01;6;3',
    ',2017-03-24 08:08:00,1;2',
    'qian,昨天,1;2',
    'qian,2017-03-24 08:09:00',
  ),
);

write(
  'earliest-of-the-day',
  'votes.csv',
  lines(
    'openid,voted_at,projects',
    'wang,2017-03-22 09:00:00,1;2',
    'wang,2017-03-22T00:30:00Z,3;4',
    'li,2017-03-22 09:00:00,1;2',
    'li,2017-03-22 09:00:00,5;6',
    'zhao,2017-03-22 09:00:00,1;2',
    'zhao,2017-03-22 09:00:00,2;1',
  ),
);

write(
  'gb18030-chinese-header',
  '微信投票.csv',
  gb18030(
    '微信账号,投票时间,所选项目\r\nwang,2017/3/22 8:00,"1，2、3"\r\n李四,2017/3/22 8:01,"4┋5 ; 6"\r\nzhao,2017/3/22 8:02,一号\r\n',
  ),
);

write(
  'utf-16-tabs',
  'votes.txt',
  utf16('账号\t时间\t选项\r\nwang\t2017-03-22 08:00\t1,2\r\n李四\t2017-03-22 08:01\t5、6\r\n', 'le'),
);
write('utf-16-big-endian', 'votes.txt', utf16('account,time,choices\nwang,2017-03-22 08:00,1;2\n', 'be'));

write(
  'semicolons-and-quotes',
  'votes.csv',
  `\ufeff${lines(
    ' Account ;"CHOICES";Nickname;Time',
    '"wang";"1,2";"a;b";2017-03-22 08:00:00',
    'li;"3',
    '4";"say ""hi""";2017-03-22 08:00:00',
    'zhao;5 6;;2017-03-22 08:00:00',
  )}`,
);

write(
  'lone-carriage-returns',
  'votes.csv',
  'account,time,choices\rwang,2017-03-22 08:00:00,1;2\rli,2017-03-22 08:00:00,3;4',
);

write(
  'choices-run-over',
  'votes.csv',
  lines(
    'account,time,choices,',
    'wang,2017-03-22 08:00:00,1,2,3,',
    'li,2017-03-22 08:00:00,4;5,',
    'zhao,2017-03-22 08:00:00,6',
  ),
);

write(
  'blank-lines-and-a-second-header',
  'votes.csv',
  lines(
    '',
    'account,time,choices',
    'wang,2017-03-22 08:00:00,1;2',
    '',
    '   ',
    'account,time,choices',
    ',,',
    'li,2017-03-22 08:00:00,3;4',
  ),
);

write(
  'digits-as-accounts',
  'votes.csv',
  lines(
    'account,time,choices',
    '13800001111,2017-03-22 08:00:00,1;2',
    ' 13800001111 ,2017-03-22 09:00:00,3;4',
    '013800001111,2017-03-22 09:00:00,3;4',
    '1234567890123450,2017-03-22 08:00:00,5;6',
    '1234567890123456,2017-03-22 08:00:00,5;6',
  ),
);

// Refused as a whole.
write(
  'refused-quote-never-closed',
  'votes.csv',
  lines(
    'account,time,choices',
    'wang,2017-03-22 08:00:00,1;2',
    'li,2017-03-22 08:00:00,"3;4',
    'zhao,2017-03-22 08:00:00,5;6',
  ),
);
write(
  'refused-scientific-account',
  'votes.csv',
  lines('account,time,choices', 'wang,2017-03-22 08:00:00,1;2', '1.23E+15,2017-03-22 08:00:00,3;4'),
);
write(
  'refused-digits-lost',
  'votes.csv',
  lines(
    'account,time,choices',
    ...[1, 2, 3, 4, 5, 6].map((each) => `12345678901234${each}000,2017-03-22 08:00:00,1;2`),
  ),
);
write('refused-columns', 'votes.csv', lines('姓名,电话', '王,13800001111'));
write(
  'refused-two-times',
  'votes.csv',
  lines('account,time,choices,投票时间', 'wang,2017-03-22 08:00:00,1;2,2017-03-23'),
);
write(
  'refused-no-header',
  'votes.csv',
  lines('zhangsan2,2017-03-22 08:00:00,1;2', 'lisi,2017-03-22 08:00:00,3;4'),
);
write('refused-long-names', 'votes.csv', lines('账号,用户13800001111,oX7Kd5x7mew7PK2e7KiG9-t_gqUa', 'a,b,c'));
write('refused-header-only', 'votes.csv', 'account,time,choices\r\n');
write('refused-empty', 'votes.csv', '');
write('refused-blank', 'votes.csv', '\n\n  \n');
write(
  'refused-nul-bytes',
  'votes.csv',
  `${lines('account,time,choices', 'wang,2017-03-22 08:00:00,1;2')}${'\0'.repeat(64)}`,
);
write(
  'refused-web-page',
  'votes.xls',
  '<html><head><meta charset="utf-8"></head><body><table><tr><td>account</td></tr></table></body></html>',
);
write(
  'refused-old-excel',
  'votes.csv',
  Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0),
);
write('refused-pdf', 'votes.csv', '%PDF-1.7\n');
write(
  'refused-other-archive',
  'votes.xlsx',
  Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
);
write(
  'refused-undecodable',
  'votes.csv',
  Buffer.concat([
    Buffer.from('account,time,choices\nwang,2017-03-22 08:00:00,1;2\nli'),
    Buffer.from([0xff, 0xff, 0x2c]),
    Buffer.from('2017-03-22 08:00:00,1;2\n'),
  ]),
);

// Spreadsheets.
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
write('spreadsheet-empty-choices', 'votes.xlsx', await writeXlsx({ sheets: [{ name: '投票', rows: shortRows }] }));
write(
  'empty-choices',
  'votes.csv',
  lines('account,time,choices', 'wang,2017-03-22 08:00:00,', 'wang,2017-03-22 09:00:00,1;2', 'li,,'),
);
const workbook = await writeXlsx({
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
