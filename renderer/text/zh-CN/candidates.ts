export const texts = {
  title: '候选项目',
  summary: (recorded: number, expected: number): string =>
    recorded === expected
      ? `${recorded} 个候选项目，齐了`
      : recorded > expected
        ? `有 ${recorded} 个候选项目，比规定的 ${expected} 个多 ${recorded - expected} 个`
        : `已有 ${recorded} / ${expected} 个候选项目`,
  search: '按编号、名称、单位或正文查找',
  list: '候选项目清单',
  nothingFound: '没有符合的候选项目',
  nothingFoundAdvice: '请换个词再找，或清空搜索。',
  empty: '还没有候选项目',
  emptyAdvice: '请导入候选项目清单，或在“申报”里把申报项目列为候选。',
  goToApplications: '去“申报”选定候选',
  columns: { number: '编号', title: '项目名称' },
  choose: '请在左边选一个候选项目，这里显示全文。',
  editTitle: (candidate: number): string => `修改候选 ${candidate} 号`,
  previous: '上一个',
  next: '下一个',
};
