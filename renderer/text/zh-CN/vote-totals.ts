import type { TotalsUse } from '../../../shared/contract/vote-totals.ts';

const grouped = (count: number): string => count.toLocaleString('zh-CN');

/** Totals per candidate without ballots, and whether they count. */
export const texts = {
  title: '只有票数合计的文件',
  intro:
    '这些文件里没有一张张的选票，只有各项目的票数，查不出重复，也查不出超时。文件导入后只是保存；要计入得票，须由评审会决定，并写明会议记录。列认错了的，可以移除，再重新导入。',
  number: grouped,
  /** Above the votes that the ballots gave. */
  tallyNote: {
    added: '合并时还要加上已计入的票数合计，这里只数选票。',
    instead: '合并按已计入的票数合计计算，不看这里：这里只数选票。',
  } satisfies Record<TotalsUse, string>,
  columns: {
    totals: '序号',
    file: '文件',
    votes: '票数',
    imported: '导入',
    state: '状态',
  },
  byCandidate: (candidates: number): string => `${candidates} 个项目的票数`,
  candidateVotes: (candidate: number, title: string, votes: number): string =>
    `${candidate} 号${title === '' ? '' : ` ${title}`}：${grouped(votes)} 票`,
  kept: '未计入',
  uses: { added: '加在选票上', instead: '代替全部选票' } satisfies Record<TotalsUse, string>,
  decided: (by: string, at: string): string => `${by}，${at}`,
  minuteIs: (minute: string): string => `会议记录：${minute}`,

  minute: '会议记录',
  minuteHint: '写明哪次会议、怎样决定。会写进操作记录，合并时与名次一起显示。',
  minuteNeeded: '请写明会议记录。',

  count: '计入',
  countLabel: (file: string): string => `计入“${file}”`,
  countTitle: (file: string): string => `计入“${file}”`,
  countExplanation: (votes: number): string =>
    `共 ${grouped(votes)} 票。从现在起，合并按这些票数计算；“各项目得票”仍然只数选票。`,
  as: '怎样计入',
  asNeeded: '请选择怎样计入。',
  useHints: {
    added: '得票数 ＝ 有效选票 ＋ 这些票数。请先确认这些票不在已导入的选票里，否则同一张票会计两次。',
    instead: '得票数 ＝ 这些票数，已导入的选票都不计。同时不能再有别的票数合计计入。',
  } satisfies Record<TotalsUse, string>,
  countAct: '按会议记录计入',
  countDone: '票数合计已计入。',

  aside: '不再计入',
  asideLabel: (file: string): string => `不再计入“${file}”`,
  asideTitle: (file: string): string => `不再计入“${file}”`,
  asideExplanation: (votes: number): string =>
    `合并将不再计算这 ${grouped(votes)} 票。文件仍然保存，以后可以再计入。`,
  asideAct: '按会议记录不再计入',
  asideDone: '票数合计不再计入。',

  remove: '移除',
  removeLabel: (totals: number, file: string): string => `移除第 ${totals} 份“${file}”`,
  removeTitle: (file: string): string => `移除“${file}”的票数`,
  removeExplanation: (candidates: number, votes: number): string =>
    `移除后，这 ${candidates} 个项目的 ${grouped(votes)} 票不能再计入，也不能恢复；同一个文件可以换一种读法重新导入。移除的票数和原因留在这张表和操作记录里。`,
  reason: '移除的原因',
  reasonHint: '例如：把“序号”列当成了候选编号。',
  reasonNeeded: '请写明移除的原因。',
  removeAct: '移除这些票数',
  removeDone: '票数合计已移除，文件可以重新导入。',
  removed: '已移除',
  removedBy: (by: string, at: string, reason: string): string => `${by} 于 ${at} 移除：${reason}`,

  // In the report of an import
  result: {
    kept: '已保存，还没有计入',
    already: '以前已保存，没有再存一份',
    alreadyHint:
      '这一次的读法没有用上。要换一种读法，请先到“只有票数合计的文件”里移除原来的那一份，再重新导入。',
    notWritten: '未写入',
    explanation: (candidates: number, votes: number): string =>
      `这个文件里没有一张张的选票，只有 ${candidates} 个项目的票数，共 ${grouped(votes)} 票。它不会自动计入得票；要计入，须由评审会决定，再到“只有票数合计的文件”里写明会议记录。`,
  },
};
