import type { Standing } from '../../../shared/ballots/rejection.ts';
import type { TotalsUse } from '../../../shared/contract/vote-totals.ts';
import type { Tie } from '../../../shared/merging/report.ts';
import type { PanelScale, Round } from '../../../shared/round/round.ts';

/** The rules in the words of the workbook. */

export const scaleWords: Readonly<Record<PanelScale, string>> = {
  points: '原分（不换算）',
  'share-of-max': '占最高者的百分比（100 × 本项 ÷ 最高）',
  'share-of-total': '占总数的百分比（100 × 本项 ÷ 总和）',
  'min-max': '最低为 0、最高为 100 之间按比例',
  'z-score': '标准分（50 + 10 z）',
  rank: '按名次换算（第一名 100，最后一名 0）',
};

export const severityWords: Readonly<Record<Round['panel']['severity'], string>> = {
  none: '不校正',
  'z-score': '每位评审委员的总分先按其平均分和标准差校正',
};

export const frequencyWords: Readonly<Record<Round['ballot']['perAccount'], string>> = {
  'once-a-day': '每个账号每天一票',
  once: '每个账号只有一票',
  unlimited: '不限次数',
};

/** How totals without ballots count. */
export const totalsUseWords: Readonly<Record<TotalsUse, string>> = {
  added: '加在选票上',
  instead: '代替全部选票',
};

export const funnelWords: Readonly<Record<Standing, string>> = {
  accepted: '有效票',
  unreadable: '无效：无法识别（缺账号、时间或选项）',
  'outside-window': '无效：不在投票时间内',
  'too-few': '无效：少选',
  'too-many': '无效：多选',
  'unknown-project': '无效：项目不存在',
  'repeated-choice': '无效：重复选择',
  'second-that-day': '无效：当日重复投票',
  'already-recorded': '已登记过（与其他批次的同一张票相同）',
  excluded: '已剔除（按会议决定）',
};

/** What a row counts as, in the words of the funnel. */
export function standingWords(standing: string): string {
  return (funnelWords as Readonly<Record<string, string>>)[standing] ?? standing;
}

/** What a rule of the tie-break list compares; a lot is recorded as the rule that parted the tied. */
export function tieRuleWords(rule: string, criteria: Round['criteria']): string {
  if (rule === 'expert') return '专家评分';
  if (rule === 'public') return '得票数';
  if (rule === 'lot') return '抽签';
  return criteria.find(({ id }) => id === rule)?.name ?? rule;
}

export function tieWords(tie: Tie | null, criteria: Round['criteria']): string {
  if (tie === null) return '';
  if ('open' in tie) return `并列：${tie.open.map((candidate) => `${candidate} 号`).join('、')}`;
  return `合并得分相同，按“${tieRuleWords(tie.brokenBy, criteria)}”分出先后`;
}

/** 入围, 并列待定 (an open tie lies across the cut line) or nothing. */
export function finalistWords(finalist: boolean | null): string {
  if (finalist === null) return '并列待定';
  return finalist ? '是' : '';
}
