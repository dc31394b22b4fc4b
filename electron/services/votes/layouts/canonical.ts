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
 * choices has none at all, which makes it unreadable.
 */
export const canonicalLayout: VoteLayout = {
  recognise(header) {
    const names = header.map((cell) => cell.trim().toLowerCase());
    const used = names.findLastIndex((name) => name !== '') + 1;
    const account = columnOf(names, 'account');
    const time = columnOf(names, 'time');
    const choices = columnOf(names, 'choices');
    if (account === null || time === null || choices === null) return null;
    const choicesAreLast = choices === used - 1;
    return {
      id: 'canonical',
      columns: (
        [
          ['account', account],
          ['time', time],
          ['choices', choices],
        ] as const
      ).map(([field, column]) => ({ field, header: header[column] ?? '' })),
      ballotOf: (cells) => ({
        account: cells[account] ?? '',
        time: cells[time] ?? null,
        choices:
          choicesAreLast && cells.length > used ? cells.slice(choices).join(',') : (cells[choices] ?? null),
      }),
    } satisfies RecognisedLayout;
  },
};

/** The only column with one of the field's words; two of them would be a guess. */
function columnOf(names: readonly string[], field: LayoutColumn['field']): number | null {
  const found = names.flatMap((name, index) => (words[field].includes(name) ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
