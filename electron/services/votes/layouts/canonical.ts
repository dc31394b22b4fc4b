import type { LayoutColumn, RecognisedLayout, VoteLayout } from './layout.ts';

/** Header words of each field, in lower case. */
const words: Readonly<Record<LayoutColumn['field'], readonly string[]>> = {
  account: [
    'account',
    'openid',
    'open_id',
    '账号',
    '帐号',
    '微信账号',
    '微信帐号',
    '投票账号',
    '投票帐号',
    '用户账号',
  ],
  time: ['time', 'voted_at', '投票时间', '时间', '提交时间'],
  choices: ['choices', 'projects', '所选项目', '选项', '选择项目', '投票项目'],
};

/**
 * One row a ballot, its choices in one cell: `account,time,choices` or `openid,voted_at,projects`, in any order and beside
 * any other columns, which are not read and not kept (they may hold names or telephone numbers).
 *
 * Where choices is the last column, further cells of a row belong to it: a list parted by unquoted commas, or the comma that
 * some programs put at the end of every line. Elsewhere cells beyond the header are ignored. A row that ends before the
 * choices has none at all, which makes it unreadable. Where the round needs no time, the column of the time may be absent.
 */
export const canonicalLayout: VoteLayout = {
  recognise(header, needsTime) {
    const names = header.map((cell) => cell.trim().toLowerCase());
    const used = names.findLastIndex((name) => name !== '') + 1;
    const found = {
      account: columnsOf(names, 'account'),
      time: columnsOf(names, 'time'),
      choices: columnsOf(names, 'choices'),
    };
    const needed = needsTime ? fields : fields.filter((field) => field !== 'time');
    const missing = needed.filter((field) => found[field].length === 0);
    // One of them would be a guess.
    const repeated = fields.filter((field) => found[field].length > 1);
    const [account] = found.account;
    const [time] = found.time;
    const [choices] = found.choices;
    if (missing.length > 0 || repeated.length > 0 || account === undefined || choices === undefined)
      return { layout: null, faults: { missing, repeated } };
    const choicesAreLast = choices === used - 1;
    const layout: RecognisedLayout = {
      id: 'canonical',
      columns: fields.flatMap((field) =>
        found[field].map((column) => ({ field, header: header[column] ?? '' })),
      ),
      ballotOf: (cells) => ({
        account: cells[account] ?? '',
        time: time === undefined ? null : (cells[time] ?? null),
        choices:
          choicesAreLast && cells.length > used ? cells.slice(choices).join(',') : (cells[choices] ?? null),
      }),
    };
    return { layout };
  },
};

const fields = ['account', 'time', 'choices'] as const;

function columnsOf(names: readonly string[], field: LayoutColumn['field']): number[] {
  return names.flatMap((name, index) => (words[field].includes(name) ? [index] : []));
}
