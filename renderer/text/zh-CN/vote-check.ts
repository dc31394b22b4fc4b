const grouped = (count: number): string => count.toLocaleString('zh-CN');

/** Why a ballot counts or not: rows of a step, the ballots of an account, a ballot to try. */
export const texts = {
  // Rows of one step
  rowsTitle: (step: string, place: string): string => `${step} · ${place}`,
  rowsNote: '账号以加密摘要显示，不能还原成真实账号。行号是原文件里的行号；时间和所选项目照原文显示。',
  totalRows: (total: number): string => `共 ${grouped(total)} 行`,
  columns: {
    batch: '批次',
    source: '文件',
    line: '行号',
    account: '账号摘要',
    time: '时间',
    choices: '所选项目',
    standing: '结果',
    reason: '说明',
  },
  noAccount: '（没有账号）',
  noTime: '（没有时间）',
  noChoices: '（没有选）',
  ofSheet: (file: string, sheet: string): string => `${file}，工作表“${sheet}”`,
  withdrawn: '批次已撤回',

  // Export
  exportRejected: '导出不计票的选票',
  exportNote: '每行附原因和说明；账号只有加密摘要。',
  formats: { xlsx: 'XLSX', csv: 'CSV' },
  exportLabel: (format: string): string => `导出不计票的选票，${format}`,
  exportStarted: '已开始下载不计票的选票。',

  // A ballot to try
  title: '查票',
  trial: '试一张票',
  trialNote: '看一张票现在会怎样判，依据哪一条规则。只是试，不写入，也不留下账号。',
  wayLabel: '怎样填写',
  ways: { line: '粘贴一整行', fields: '分开填写' },
  line: '选票的一行',
  lineHint: '账号、时间、所选项目，用逗号或制表符隔开，如：wx_8f31,2017-03-22 08:15:00,1;4;7',
  lineNeeded: '请粘贴一行选票。',
  account: '账号',
  accountNeeded: '请填写账号。',
  time: '投票时间',
  timeHint: '如 2017-03-22 08:15:00',
  choices: '所选项目',
  choicesHint: '编号用分号、顿号或空格隔开',
  try: '试一试',
  understood: (time: string | null, choices: readonly number[]): string =>
    `认出的时间：${time ?? '无'}；认出的候选项目：${choices.length === 0 ? '无' : choices.join('、')}`,
  others: (count: number): string =>
    count === 0 ? '这个账号还没有计票中的选票。' : `这个账号已有 ${grouped(count)} 行在计票中的批次里。`,

  // The ballots of an account
  lookup: '查一个账号',
  lookupNote: '粘贴账号，列出它在各批次里的每一行。账号当场换成加密摘要，不保存，也不进记录。',
  find: '查找',
  found: (account: string, total: number): string =>
    total === 0 ? `没有找到这个账号的选票（摘要 ${account}）。` : `摘要 ${account}，共 ${grouped(total)} 行`,
  firstOnly: (shown: number): string => `只列出前 ${grouped(shown)} 行。`,
};
