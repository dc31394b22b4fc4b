/**
 * Writes the source files of the golden cases in this folder: `node test/cases/votes/make.ts`. What must come of them
 * (`expected.json` beside each) is written by hand. The round is `votesRound` of test/support/votes-workspace.ts: candidates 1
 * to 6, two to four choices, once a day, 22 March 2017 0:00 to 31 March 2017 12:00 in Shanghai.
 *
 * The cases `foreign-…` are by another program: LibreOffice 7.4 opened one CSV with its times as dates and saved it as Excel
 * 97, Excel 2003 XML, XLSX and HTML. They are kept because what a program writes and reads itself proves little.
 */
import './make-json-and-archives.ts';
import './make-markup.ts';
import './make-workbooks.ts';
import { gb18030, lines, utf16, write } from './writing.ts';

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
write(
  'utf-16-without-mark',
  'votes.csv',
  utf16('account,time,choices\nwang,2017-03-22 08:00,1;2\n李四,2017-03-22 08:01,5;6\n', 'le', ''),
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
    'account,time,choices',
    'wang,2017-03-22 08:00:00,1,2,3,',
    'li,2017-03-22 08:00:00,4;5,',
    'zhao,2017-03-22 08:00:00,6',
    'qian,2017-03-22 08:00:00,1;2,3',
  ),
);
write(
  'cells-behind-the-header',
  'votes.csv',
  lines(
    'account,time,choices,ip',
    'wang,2017-03-22 08:00:00,1;2,10.0.0.1',
    'li,2017-03-22 08:00:00,1;2,3,10.0.0.2',
    'zhao,2017-03-22 08:00:00,"3,4",10.0.0.3,',
  ),
);
write(
  'refused-helper-column',
  'votes.csv',
  lines('account,time,choices,', 'wang,2017-03-22 08:00:00,1;2,2', 'li,2017-03-22 08:00:00,3;4,2'),
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

write(
  'accounts-of-nobody',
  'votes.csv',
  lines(
    'account,time,choices',
    'NULL,2017-03-22 08:00:00,1;2',
    'null,2017-03-23 08:00:00,1;2',
    'undefined,2017-03-22 08:00:00,1;2',
    '#N/A,2017-03-22 08:00:00,1;2',
    '#REF!,2017-03-22 08:00:00,1;2',
    ' - ,2017-03-22 08:00:00,1;2',
    '(空),2017-03-22 08:00:00,1;2',
    '匿名,2017-03-22 08:00:00,1;2',
    '无,2017-03-22 08:00:00,1;2',
    'null0,2017-03-22 08:00:00,3;4',
    '无名,2017-03-22 08:00:00,3;4',
  ),
);

write(
  'accounts-decorated',
  'votes.csv',
  lines(
    '="account",time,choices',
    '13800001111,2017-03-22 08:00:00,1;2',
    '"=""13800001111""",2017-03-22 09:00:00,1;2',
    '="13800001111",="2017-03-22 10:00:00",="3;4"',
    "'13800001111,2017-03-22 11:00:00,3;4",
    '13800001111\u200b,2017-03-22 12:00:00,3;4',
    '13800001111.0,2017-03-22 13:00:00,3;4',
    `'13800001111,"=""2017-03-23 08:00:00""","=""5;6"""`,
  ),
);

write(
  'refused-fraction-as-account',
  'votes.csv',
  lines('account,time,choices', '1234567890123456768.0,2017-03-22 08:00:00,1;2'),
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
  '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>登录</title></head><body>请先登录</body></html>',
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

write(
  'empty-choices',
  'votes.csv',
  lines('account,time,choices', 'wang,2017-03-22 08:00:00,', 'wang,2017-03-22 09:00:00,1;2', 'li,,'),
);
write(
  'refused-one-broken-byte',
  'votes.csv',
  Buffer.concat([
    Buffer.from('微信账号,投票时间,所选项目\n王小明,2017-03-22 08:00:00,1;2\n李'),
    Buffer.from([0xe5, 0x2c]),
    Buffer.from('2017-03-22 08:00:00,1;2\n'),
  ]),
);
write(
  'mixed-line-ends-and-trailing-commas',
  'votes.csv',
  'account,time,choices,\r\nwang,2017-03-22 08:00:00,1;2,\nli,2017-03-22 08:00:00,3;4,\r,,,\r\nzhao,2017-03-22 08:00:00,5;6,',
);
write('refused-rar', 'votes.rar', Buffer.from('526172211a0700cf907300000d00000000000000', 'hex'));
write('refused-7z', 'votes.7z', Buffer.from('377abcaf271c0004000000000000000000000000', 'hex'));
