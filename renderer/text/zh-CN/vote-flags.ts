import type { FlagKind } from '../../../shared/ballots/suspicion/evidence.ts';
import {
  evidenceSentence,
  flagCautions,
  flagKindWords,
  lossSentence,
  profitSentence,
} from '../../../shared/ballots/suspicion/sentences.ts';

const grouped = (count: number): string => count.toLocaleString('zh-CN');

/** Suspicious groups of ballots. What a flag says comes from one place with the command line. */
export const texts = {
  title: '异常提示',
  intro:
    '程序按统计规律找出不寻常的选票，列出依据供核实，不会自己剔除任何一票。剔除和恢复都要写会议记录，并由另一个人当场输入密码。',
  search: '查找异常',
  kindCount: (kind: FlagKind, groups: number): string => `${flagKindWords[kind]}：${grouped(groups)} 组`,
  more: (groups: number): string => `再看 ${grouped(groups)} 组`,
  fewer: (groups: number): string => `只看前 ${groups} 组`,
  cautions: flagCautions,
  evidence: evidenceSentence,
  profit: profitSentence,
  loss: lossSentence,

  thresholds: '调整查找的界限',
  thresholdsHint: '数值越小，提示越多，偶然的巧合也越多。',
  wholeBetween: (least: number, most: number): string =>
    `请填 ${grouped(least)} 到 ${grouped(most)} 的整数。`,
  between: (least: number, most: number): string => `请填 ${grouped(least)} 到 ${grouped(most)} 的数。`,
  searchAgain: '按这些界限查找',
  defaults: '恢复默认界限',
  fields: {
    'burst.ballots': '激增：一分钟至少几张票',
    'burst.deviations': '激增：高出平常波动的几倍',
    'identical.accounts': '选得一样：至少几个账号',
    'identical.timesExpected': '选得一样：至少是应有票数的几倍',
    'address.accounts': '同一地址：一小时至少几个账号',
    'address.timesUsual': '同一地址：至少是平常票数的几倍',
    'jump.ballots': '得票上升：一小时至少几张票才比较',
    'jump.points': '得票上升：得票率至少高几个百分点',
  },

  looked: (ballots: number, flags: number): string =>
    flags === 0
      ? `查看了 ${grouped(ballots)} 张选票，按现在的界限没有发现异常。`
      : `查看了 ${grouped(ballots)} 张选票，有 ${flags} 组需要核实。`,
  noAddresses: '选票文件里没有网络地址（IP），没有查同一地址的投票。',
  size: (ballots: number, accounts: number): string =>
    `${grouped(ballots)} 张选票，${grouped(accounts)} 个账号`,
  allExcluded: '已剔除',
  someExcluded: (excluded: number): string => `其中 ${grouped(excluded)} 张已剔除`,
  caution: '注意：',
  details: '看这组选票',
  candidatesTitle: '各项目在这组票里',
  candidate: '编号',
  projectTitle: '项目',
  groupShare: '这组票里',
  usualShare: '全部票里',
  lost: '剔除会少的票',
  sampleTitle: (shown: number, all: number): string =>
    shown < all ? `最早的 ${shown} 张（共 ${grouped(all)} 张）` : `全部 ${all} 张`,
  account: '账号摘要',
  time: '时间',
  noTime: '（没有时间）',
  percent: (share: number): string => `${(100 * share).toFixed(1)}%`,
  number: grouped,

  exclude: '剔除',
  excludeLabel: (evidence: string): string => `剔除：${evidence}`,
  excludeTitle: '剔除这组选票',
  excludeExplanation: (ballots: number): string =>
    `这组里还在计票的 ${grouped(ballots)} 张选票将不再计入得票，选票本身和剔除的依据都会保留，以后可以恢复。`,
  excludeAct: '剔除',
  excluded: '已剔除，得票数已重新计算。',
  restore: '恢复',
  restoreLabel: (exclusion: number): string => `恢复第 ${exclusion} 次剔除的选票`,
  restoreTitle: (exclusion: number): string => `恢复第 ${exclusion} 次剔除的选票`,
  restoreExplanation: (ballots: number): string =>
    `${grouped(ballots)} 张选票将重新计票（同时属于其他剔除的除外）。这次剔除仍会留在记录里。`,
  restoreAct: '恢复计票',
  restored: '已恢复，得票数已重新计算。',

  minute: '会议记录',
  minuteHint: '写明什么时间、哪次会议、怎么决定的。会写进操作记录。',
  minuteNeeded: '请写会议记录。',
  second: '确认人',
  secondHint: '另一位秘书处人员或监督员，请本人在这里输入自己的密码。',
  secondNeeded: '请选择确认人。',
  secondPassword: '确认人的密码',
  passwordNeeded: '请确认人本人输入密码。',
  wrongPassword: (name: string, waitSeconds: number): string =>
    waitSeconds > 0
      ? `${name}的密码不对。为防止试错，请等 ${waitSeconds} 秒再输入。`
      : `${name}的密码不对，请本人再输入一次。`,
  nobodyElse:
    '这一步要由另一位秘书处人员或监督员当场确认，现在还没有别人。请先到“人员”添加一位，请这位登录一次、改好自己的密码，再回来办理。',
  goToPeople: '到“人员”添加',

  exclusions: '剔除记录',
  noExclusions: '没有剔除过选票。',
  columns: {
    exclusion: '第几次',
    why: '依据',
    ballots: '选票',
    decided: '决定',
    state: '状态',
  },
  /** Beside the ballots when it was made. */
  excludedNow: (ballots: number): string => `现在只有 ${grouped(ballots)} 张`,
  inForce: '剔除中',
  lifted: '已恢复',
  decided: (by: string, confirmedBy: string): string => `${by}、${confirmedBy}（确认），`,
  minuteIs: (minute: string): string => `会议记录：${minute}`,
};
