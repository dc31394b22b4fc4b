export const texts = {
  title: '申报项目',
  summary: (recorded: number, expected: number): string =>
    recorded === expected
      ? `已登记 ${recorded} 项，齐了`
      : recorded > expected
        ? `已登记 ${recorded} 项，比预计的 ${expected} 项多 ${recorded - expected} 项`
        : `已登记 ${recorded} / ${expected} 项，还缺 ${expected - recorded} 项`,
  missingAdvice: (missing: number): string =>
    `还缺 ${missing} 项。公告只公布了候选项目的内容，其余申报项目请用“导入表格”补录，或逐项添加。`,
  search: '按名称、单位、所在区或正文查找',
  list: '申报项目清单',
  shown: (shown: number): string => `找到 ${shown} 项`,
  nothingFound: '没有符合的申报项目',
  nothingFoundAdvice: '请换个词再找，或清空搜索。',
  empty: '还没有申报项目',
  emptyAdvice: '请下载模板填好后导入，或逐项添加。',
  add: '添加申报项目',
  addTitle: '添加申报项目',
  editTitle: '修改申报项目',
  columns: { candidate: '候选编号', title: '项目名称' },
  notCandidate: '未入选',
  candidateNumber: (candidate: number): string => `候选 ${candidate} 号`,
  fields: { code: '申报编号', title: '项目名称', organisation: '申报单位', district: '所在区', text: '正文' },
  textHint: '每段一行。',
  noText: '没有登记正文。',
  titleNeeded: '请填写项目名称。',
  choose: '请在左边选一个项目，这里显示全文。',
  fullText: '全文',
  added: '申报项目已添加',
  changed: '申报项目已修改',
  removed: '申报项目已删除',
  remove: '删除申报项目',
  removeTitle: '删除这个申报项目？',
  removeExplanation: (title: string): string =>
    `将从申报项目清单中删除《${title}》。删除后不能撤销，需要时请重新添加。`,
  makeCandidate: '列为候选',
  makeCandidateTitle: '列为候选项目',
  changeNumber: '改候选编号',
  changeNumberTitle: '修改候选编号',
  number: '候选编号',
  numberHint: '正整数，不能与其他候选项目重复。',
  numbered: (candidate: number): string => `已列为候选 ${candidate} 号`,
  takeBack: '取消候选',
  takeBackTitle: '取消候选？',
  takeBackExplanation: (candidate: number, title: string): string =>
    `《${title}》将不再是候选 ${candidate} 号，申报记录保留。以后可以重新列为候选。已经有评分或选票的候选项目不能取消。`,
  takenBack: '已取消候选',
};
