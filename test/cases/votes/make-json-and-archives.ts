/** Golden cases in JSON and JSON Lines, and in ZIP archives. */
import { zip } from '../../unit/tables/zip.ts';
import { gb18030, lines, write } from './writing.ts';

write(
  'json-objects',
  'votes.json',
  JSON.stringify({
    code: 0,
    columns: ['account', 'time', 'choices'],
    data: {
      total: 4,
      list: [
        { account: 'wang', time: '2017-03-22 08:00:00', choices: [1, 2] },
        { choices: '3;4', time: '2017-03-22 08:00:00', account: 'li "}]' },
        { account: 'zhao', time: '2017-03-22 08:00:00', ip: null },
        { account: 13_800_001_111, time: '2017-03-22 08:00:00', choices: ['5', '6'] },
      ],
    },
  }),
);
write(
  'json-long-numbers',
  'votes.json',
  '[{"account":1234567890123456789,"time":"2017-03-22 08:00:00","choices":"1;2"},{"account":1234567890123456788,"time":"2017-03-22 08:00:00","choices":"1;2"}]',
);
write(
  'json-lists',
  'votes.txt',
  `\ufeff${JSON.stringify(
    [
      ['account', 'time', 'choices'],
      ['wang', '2017-03-22 08:00:00', '1;2'],
      ['li', '2017-03-22 08:00:00', ''],
      ['zhao', '2017-03-22 08:00:00'],
    ],
    null,
    1,
  )}`,
);
write(
  'json-lines',
  'votes.txt',
  lines(
    '{"account":"wang","time":"2017-03-22 08:00:00","choices":"1;2"}',
    '',
    '{"account":"li","time":"2017-03-22T00:00:00Z","choices":[3,4],"user":{"name":"x"}}',
    '{"account":"zhao","choices":"5;6"}',
  ),
);
write('refused-cut-json', 'votes.json', '[{"account":"wang","time":"2017-03-22 08:00:00","choices":"1;2"},{"account":"li","ti');
write(
  'refused-cut-json-lines',
  'votes.json',
  '{"account":"wang","time":"2017-03-22 08:00:00","choices":"1;2"}\n{"account":"li","ti',
);
write(
  'refused-two-lists',
  'votes.json',
  '{"a":[{"account":"wang","time":"2017-03-22 08:00:00","choices":"1;2"}],"b":[{"account":"li"}]}',
);
write('refused-deep-json', 'votes.json', `[{"a":${'['.repeat(5000)}${']'.repeat(5000)}}]`);
write('refused-json-without-list', 'votes.json', '{\n  "code": 500,\n  "message": "请先登录",\n  "data": null\n}\n');

const votes = lines('account,time,choices', 'wang,2017-03-22 08:00:00,1;2', 'li,2017-03-22 08:00:00,3;4');
write(
  'zip',
  'votes.dat',
  zip([
    { name: '投票/', content: '', nameBytes: gb18030('投票/') },
    { name: '投票/明细.csv', content: votes, nameBytes: gb18030('投票/明细.csv') },
    { name: '__MACOSX/投票/._明细.csv', content: 'x' },
    { name: '.DS_Store', content: 'x' },
  ]),
);
write('refused-zip-in-zip', 'votes.zip', zip([{ name: 'a.zip', content: zip([{ name: 'a.csv', content: votes }]) }]));
write('refused-zip-with-password', 'votes.zip', zip([{ name: 'a.csv', content: votes, isEncrypted: true }]));
write(
  'refused-zip-with-picture',
  'votes.zip',
  zip([
    { name: 'a.csv', content: votes },
    { name: '说明.png', content: Buffer.from('89504e470d0a1a0a', 'hex') },
  ]),
);
write('refused-zip-bomb', 'votes.zip', zip([{ name: 'a.csv', content: Buffer.alloc(8 * 1024 * 1024, 'a') }]));
write(
  'refused-zip-outside',
  'votes.zip',
  zip([{ name: '../a.csv', content: votes }]),
);
