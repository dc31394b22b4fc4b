export const texts = {
  title: '评分进度',
  summary: (submitted: number, experts: number): string =>
    experts === 0 ? '还没有评审委员' : `${submitted} / ${experts} 位委员已提交评分表`,
  secrecy: '这里只看得到评了没有，看不到分数。',
  empty: '还没有评审委员',
  emptyAdvice: '请先在“评审委员”里导入名单并发 PIN；纸质评分表可以直接导入。',
  goToExperts: '去“评审委员”',
  noCandidates: '还没有候选项目',
  noCandidatesAdvice: '请先登记候选项目，再开始评分。',
  show: '显示',
  filter: { all: '全部委员', open: '未提交', submitted: '已提交' },
  nobody: '没有这样的委员。',
  counts: (submitted: number, started: number, untouched: number): string =>
    `已提交 ${submitted} 人，评了一部分 ${started} 人，还没开始 ${untouched} 人`,
  matrix: '评审委员与候选项目的评分进度表，可左右滚动',
  expert: '评审委员',
  done: '已评',
  state: '评分表',
  submitted: '已提交',
  open: '未提交',
  doneOf: (done: number, all: number): string => `${done} / ${all}`,
  perCandidate: '评完人数',
  legend: {
    complete: '评完',
    partial: (criteria: number): string => `评了一部分，如 1/${criteria}`,
    none: '还没评',
    recused: '回避',
  },
  cell: {
    complete: '✓',
    none: '–',
    recused: '避',
    partial: (marked: number, all: number): string => `${marked}/${all}`,
  },
  cellTitle: (expert: string, candidate: number, title: string, state: string): string =>
    `${expert} · ${candidate} 号 ${title}：${state}`,
  candidateTitle: (candidate: number, title: string): string => `${candidate} 号 ${title}`,
};
