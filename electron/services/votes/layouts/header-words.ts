/** Header words of each use, as vendors write them; compared without widths, blanks, capitals and marks at the end. */

/** Words of the program's own votes file: whoever writes one of these means just that. */
export const canonicalWords = {
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
} as const satisfies Record<string, readonly string[]>;

/** Words that can mean nothing else, in vendors' exports. */
export const vendorWords = {
  account: [
    ...canonicalWords.account,
    '微信openid',
    '微信open_id',
    '微信用户openid',
    '用户openid',
    '用户id',
    '用户帐号',
    '微信id',
    'userid',
    'user_id',
    'unionid',
    '微信unionid',
    'voter',
    'voter_id',
    '投票人',
    '投票人账号',
    '投票用户',
    '投票者',
  ],
  time: [
    ...canonicalWords.time,
    '提交答卷时间',
    '答卷提交时间',
    '提交日期',
    '结束答题时间',
    '答题结束时间',
    '结束时间',
    '投票日期',
    '投票时刻',
    'submitted_at',
    'timestamp',
    '时间戳',
    'created_at',
    'datetime',
  ],
  choices: [...canonicalWords.choices, '投票选项', '所投项目', '选择的项目', '投票内容'],
  candidate: [
    'candidate',
    'project',
    '候选项目',
    '项目',
    '项目编号',
    '候选编号',
    '编号',
    '项目名称',
    '候选项目名称',
    '所选项目',
    '选项',
    '投票项目',
  ],
  ip: ['ip', 'ip地址', '来自ip', '用户ip', '答题ip', 'ip_address', 'ipaddress', '客户端ip', '投票ip'],
  ballot: [
    'ballot',
    'ballot_id',
    'vote_id',
    '选票编号',
    '选票号',
    '投票编号',
    '答卷编号',
    '答题编号',
    '选票id',
  ],
  votes: ['votes', '得票数', '票数', '得票', '总票数', '投票数', '票', '小计'],
  /** 问卷星's number of the answer: tells answers apart, and is no account. */
  answerNumber: ['序号', '答卷序号', '编号', 'no', 'id', '答题序号'],
  beginning: ['开始答题时间', '开始时间', '答题开始时间'],
  duration: ['所用时间', '答题时长', '用时'],
} as const satisfies Record<string, readonly string[]>;

export type VendorWord = keyof typeof vendorWords;

/** The header as words are compared. */
export function headerWord(header: string): string {
  return header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replace(/[:*]+$/, '');
}

/** Places (from 0) of the columns whose header is one of the words. */
export function columnsNamed(header: readonly string[], words: readonly string[]): number[] {
  const wanted = new Set(words);
  return header.flatMap((cell, place) => (wanted.has(headerWord(cell)) ? [place] : []));
}

type CanonicalField = keyof typeof canonicalWords;

/** What keeps a header from being the program's own: fields that no column holds, and those that several may hold. */
export function canonicalFaults(
  header: readonly string[],
  needsTime: boolean,
): { readonly missing: readonly CanonicalField[]; readonly repeated: readonly CanonicalField[] } {
  const count = (field: CanonicalField): number => columnsNamed(header, canonicalWords[field]).length;
  const fields: readonly CanonicalField[] = ['account', 'time', 'choices'];
  return {
    missing: fields.filter((field) => count(field) === 0 && (needsTime || field !== 'time')),
    // One of them would be a guess.
    repeated: fields.filter((field) => count(field) > 1),
  };
}
