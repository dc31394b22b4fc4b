/** `第 3、7、12 号项目`, the rest counted. */
const candidatesNamed = (numbers: readonly number[], most: number): string =>
  numbers.length > most
    ? `第 ${numbers.slice(0, most).join('、')} 号等 ${numbers.length} 个项目`
    : `第 ${numbers.join('、')} 号项目`;

export const texts = {
  // The list
  list: '候选项目',
  listHint: '用上下箭头换项目，回车开始评分。',
  search: '编号、名称或单位',
  searchLabel: '查找候选项目',
  filterLabel: '显示哪些项目',
  filter: { all: '全部', open: '未评完', recused: '已回避' },
  state: { untouched: '未评', partly: '评了一部分', complete: '已评完', recused: '已回避' },
  partlyCount: (marked: number, criteria: number): string => `评了 ${marked}/${criteria}`,
  unsavedInList: '未保存',
  progress: (complete: number, all: number): string => `已评完 ${complete} / ${all}`,
  progressRecused: (recused: number): string => (recused === 0 ? '' : `另有 ${recused} 项回避`),
  reading: '正在看',
  nothingFound: '没有符合条件的项目。',
  showAll: '显示全部项目',
  allComplete: '要评的项目都评完了。检查后可以提交。',

  // The text
  candidateNumber: (candidate: number): string => `第 ${candidate} 号`,
  organisation: '申报单位',
  district: '所在区',
  noText: '这个项目没有介绍文字。请以会议发放的材料为准。',
  previous: '上一项',
  next: '下一项',

  // The marks
  marks: '评分',
  range: (max: number, step: number): string =>
    step === 1 ? `0 到 ${max} 的整数` : `0 到 ${max} 分，每档 ${step} 分`,
  weight: (weight: string): string => `权重 ${weight}`,
  total: '加权总分',
  totalMissing: (missing: number): string => `还差 ${missing} 项，评齐后显示`,
  totalAbsent: '没有评齐，不计总分',
  totalInvalid: '分数有误，改正后显示',
  totalOf: '/ 100',
  comment: '评语（选填）',
  commentLimit: (length: number, limit: number): string => `${length} / ${limit} 字`,
  commentTooLong: (length: number, limit: number): string =>
    `评语 ${length} 字，超过了 ${limit} 字。请删短一些，再保存。`,
  markProblem: (
    criterion: string,
    typed: string,
    max: number,
    step: number,
    problem: 'not-a-number' | 'out-of-range' | 'off-step',
  ): string => {
    const rule = step === 1 ? `请填 0 到 ${max} 的整数。` : `请填 0 到 ${max} 之间的数，每档 ${step} 分。`;
    if (problem === 'not-a-number') return `“${typed}”不是分数。${rule}`;
    if (problem === 'out-of-range') return `${criterion}没有 ${typed} 分。${rule}`;
    return step === 1 ? `“${typed}”不是整数。${rule}` : `${typed} 不在档上。${rule}`;
  },
  field: {
    saved: '已保存',
    typing: '还没有保存',
    saving: '正在保存……',
    unsaved: '未保存',
    invalid: '未保存',
  },

  // Saving
  savedAt: (time: string): string => `已保存 ${time}`,
  savingNow: '正在保存……',
  typingNow: '停下片刻或按回车即保存',
  nothingTyped: '每填一项都会自动保存到本机',
  unsavedCount: (count: number): string => `有 ${count} 处未保存`,
  retry: '重试保存',
  unsavedAt: (candidates: readonly number[], count: number): string =>
    `${candidatesNamed(candidates, 4)}有 ${count} 处未保存`,
  wrongMark: '分数有误，改正后会自动保存。',
  wrongComment: '评语太长，删短后会自动保存。',
  goToUnsaved: (candidate: number): string => `去看第 ${candidate} 号`,

  // What came too late
  notRecorded: {
    mark: (criterion: string, typed: string): string => `“${criterion}”：您输入的 ${typed} 没有记录`,
    comment: (typed: string): string => `您写的评语“${typed}”没有记录`,
    cleared: (name: string): string => `您清空的“${name}”没有记录`,
    because: { submitted: '，因为评分表已提交。', recused: '，因为这个项目已回避。' },
    seen: '知道了',
  },

  // Recusal
  recuse: '登记回避这个项目',
  recuseTitle: (candidate: number): string => `回避第 ${candidate} 号项目`,
  recuseExplanation: '回避后，您对这个项目不评分，也不计入它的平均分。提交之前可以取消。',
  recuseKeepsMarks: '已填的分数会保留，但不计入；取消回避后恢复有效。',
  recuseReason: '回避原因',
  recuseReasonHint: '例如：本单位申报的项目。会写进记录。',
  recuseConfirm: '确认回避',
  recusedTitle: '您已回避这个项目',
  recusedBy: { expert: '由您本人登记', secretariat: '由秘书处登记' },
  recusedReason: (reason: string): string => (reason === '' ? '没有写原因' : `原因：${reason}`),
  recusedExplanation: '这一项不用评分，也不计入平均分。',
  recusedBySecretariat: '这次回避由秘书处登记。如有疑问，请找秘书处更正。',
  withdrawRecusal: '取消回避',
  recusalDone: (candidate: number): string => `已登记回避第 ${candidate} 号项目。`,
  recusalWithdrawn: (candidate: number): string => `已取消回避第 ${candidate} 号项目，可以评分了。`,

  // Submission
  submit: '提交评分表',
  submitTitle: '提交评分表',
  summary: { complete: '已评完', recused: '已回避', missing: '没有评完' },
  projects: (count: number): string => `${count} 项`,
  missingHint: '点编号可以回去补评：',
  missingNumber: (candidate: number, title: string): string => `回到第 ${candidate} 号：${title}`,
  unsavedBeforeSubmit: (numbers: readonly number[]): string =>
    `${candidatesNamed(numbers, 8)}有没保存的内容。请先处理好，再提交。`,
  acceptMissing: '缺项按未评处理：没有评完的项目不计我的分',
  submitFinal: '提交后不能再改。确需修改，请秘书处退回。',
  submitConfirm: '确认提交',
  submitDone: '评分表已提交。',
  submittedAt: (time: string): string => `评分表已于 ${time} 提交`,
  submittedExplanation: '下面是您提交的内容，只能查看。确需修改，请秘书处退回。',
  reopened: '秘书处把评分表退回给您修改',
  reopenedReason: (reason: string): string => `原因：${reason}。改好后请再次提交。`,

  // Keys
  keys: '键盘',
  keyHelp: [
    { keys: ['0–9'], does: '填分' },
    { keys: ['Enter'], does: '下一格，末格后到下一项目' },
    { keys: ['↑', '↓'], does: '上下格' },
    { keys: ['PgUp', 'PgDn'], does: '换项目' },
    { keys: ['/'], does: '查找' },
  ],

  // The page as a whole
  noCandidates: '还没有候选项目',
  noCandidatesAdvice: '请等秘书处登记好候选项目后再来评分。',
};
