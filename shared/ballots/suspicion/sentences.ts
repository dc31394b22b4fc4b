import type { Flag } from './flags.ts';
import type { FlagEvidence, FlagKind } from './evidence.ts';
import type { NormSource } from './usual-minutes.ts';

/** What a flag says to a person, from one place for the window, the command line and the record. */

const grouped = (count: number): string => count.toLocaleString('zh-CN');
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

export const flagKindWords: Readonly<Record<FlagKind, string>> = {
  burst: '短时间内票数激增',
  identical: '许多账号选得完全一样',
  address: '同一网络地址投票过多',
  jump: '某个项目的得票突然上升',
};

/** What the same figures may come from although nobody cheated: a flag is a reason to look, not a verdict. */
export const flagCautions: Readonly<Record<FlagKind, string>> = {
  burst: '推送通知、开会时统一投票也会造成激增；这段时间里的票不一定都有问题。',
  identical: '单位发的推荐名单、按编号从头选起，都会使许多人选得一样。',
  address: '单位、学校和手机网络常常许多人共用一个地址。',
  jump: '一次宣传、一条新闻也会使一个项目在短时间内多得票。',
};

/** A number of ballots to be expected: small ones are told as small, not as nought. */
function expectedBallots(expected: number): string {
  if (expected < 0.01) return '不到 0.01 张';
  return ` ${expected < 10 ? expected : grouped(Math.round(expected))} 张左右`;
}

/** `2017-03-25 10:12 至 10:15`; the day again only where it is another. */
function span(from: string, to: string): string {
  if (from === to) return from;
  return `${from} 至 ${to.slice(0, 10) === from.slice(0, 10) ? to.slice(11) : to}`;
}

/** The hours from one full hour to the end of another. */
function hourSpan(from: string, to: string, hours: number): string {
  return hours === 1 ? `${from} 起的一小时` : `${from} 至 ${to.slice(0, 13)}:59 的 ${hours} 小时`;
}

const normWords: Readonly<Record<NormSource, string>> = {
  'own-hour': '同一小时的其他分钟',
  'other-days': '其他日子的同一时段',
  'hours-around': '前后几个小时',
};

/** From what "usual" is learnt. */
function normSentence(norms: readonly NormSource[]): string {
  return `“平常”按${norms.map((norm) => normWords[norm]).join('和')}计算。`;
}

/** The figures of a flag as sentences. */
export function evidenceSentence(evidence: FlagEvidence): string {
  switch (evidence.kind) {
    case 'burst': {
      const { from, to, minutes, ballots, usual, peakAt, peak, peakUsual, norms = ['own-hour'] } = evidence;
      const usually = `平常${minutes === 1 ? '一分钟' : '这么长时间'}约 ${grouped(usual)} 张`;
      const strongest =
        minutes === 1
          ? ''
          : `最多的一分钟是 ${peakAt.slice(11)}，有 ${grouped(peak)} 张，平常一分钟约 ${grouped(peakUsual)} 张。`;
      return `${span(from, to)}（${minutes} 分钟）投出 ${grouped(ballots)} 张票，${usually}。${strongest}${normSentence(norms)}`;
    }
    case 'identical': {
      const { choices, ballots, accounts, expected } = evidence;
      return `${grouped(accounts)} 个账号投出 ${grouped(ballots)} 张选项完全相同的票，都是 ${choices.join('、')} 号，共 ${choices.length} 项。按各项目的得票率推算，这样的票只应有${expectedBallots(expected)}。`;
    }
    case 'address': {
      const { address, hours, ballots, accounts, peakAt, peak, usual } = evidence;
      return `同一个网络地址（摘要 ${address}）在 ${peakAt} 起的一小时里有 ${grouped(peak)} 个账号投票，一个地址平常一小时约 ${grouped(usual)} 张。超过界限的共 ${hours} 个小时，有 ${grouped(accounts)} 个账号的 ${grouped(ballots)} 张票。`;
    }
    case 'jump': {
      const { candidate, from, to, hours, ballots, votes, usualShare, inBursts = 0 } = evidence;
      const leftOut =
        inBursts === 0
          ? ''
          : `这段时间里另有 ${grouped(inBursts)} 张票属于票数激增，已单独列出，没有算在这里。`;
      return `${candidate} 号在 ${hourSpan(from, to, hours)}里，${grouped(ballots)} 张票中有 ${grouped(votes)} 张选它（${percent(votes / ballots)}），其他时段一般是 ${percent(usualShare)}。${leftOut}`;
    }
  }
}

/** More would hide the figures; all of them stand in the table of the group. */
const mostNamed = 3;
const andMore = (all: number): string => (all > mostNamed ? `等 ${all} 个项目` : '');

/** Whom the group helps: those it chooses clearly more often than all ballots do. */
export function profitSentence({ candidates }: Pick<Flag, 'candidates'>): string {
  const profiting = candidates.filter(({ share, usualShare }) => share - usualShare >= 0.1);
  if (profiting.length === 0) return '各项目在这组票里的得票率与平常相近。';
  const shown = profiting
    .slice(0, mostNamed)
    .map(
      ({ candidate, share, usualShare }) =>
        `${candidate} 号（这组票里 ${percent(share)}，全部票里 ${percent(usualShare)}）`,
    );
  return `得益的项目：${shown.join('、')}${andMore(profiting.length)}。`;
}

/** What excluding the group would take from the tally. */
export function lossSentence({
  ballots,
  excluded,
  candidates,
}: Pick<Flag, 'ballots' | 'excluded' | 'candidates'>): string {
  if (excluded === ballots) return '这组票已经全部剔除。';
  const most = candidates
    .filter(({ counted }) => counted > 0)
    .toSorted((left, right) => right.counted - left.counted || left.candidate - right.candidate)
    .slice(0, mostNamed)
    .map(({ candidate, counted }) => `${candidate} 号 ${grouped(counted)} 票`);
  const before = excluded === 0 ? '' : `其中 ${grouped(excluded)} 张已经剔除。`;
  return `${before}剔除后有效票减少 ${grouped(ballots - excluded)} 张；减少最多的：${most.join('、')}。`;
}
