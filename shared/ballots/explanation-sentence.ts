import type { BallotExplanation, EarlierBallot } from './explanation.ts';
import { calendarDay, calendarDayText } from './time.ts';
import { wallClockText } from './wall-clock.ts';

/** Texts of choices that may hold an account are kept as a mark with a keyed hash, which tells a person nothing. */
const hiddenText = /^#[0-9a-f]{16,}$/;
const shownTokens = 5;

function tokensText(tokens: readonly string[]): string {
  const shown = tokens
    .slice(0, shownTokens)
    .map((token) => (hiddenText.test(token) ? '（一段不是编号的文字）' : `“${token}”`));
  const more = tokens.length > shownTokens ? `等 ${tokens.length} 个` : '';
  return `${shown.join('、')}${more}`;
}

function placeText({ batch, file, sheet, line }: EarlierBallot): string {
  const source = batch === null ? '本文件' : `批次 ${batch}“${file}”`;
  return `${source}${sheet === null ? '' : `工作表“${sheet}”`}第 ${line} 行`;
}

function secondText(
  explanation: Extract<BallotExplanation, { code: 'second-that-day' }>,
  timeZone: string,
): string {
  const { earlier, frequency } = explanation;
  const { instant } = earlier;
  const at = instant === null ? '' : `（${wallClockText(instant, timeZone)}）`;
  const day = instant === null ? '当天' : `在 ${calendarDayText(calendarDay(instant, timeZone))} `;
  const limit =
    frequency === 'once' ? '每个账号只能投一票，这个账号已有一张有效票' : `同一账号${day}已有一张有效票`;
  return `${limit}：${placeText(earlier)}${at}。`;
}

/**
 * The explanation for a person: which rule, and the figures that decided. Accounts never appear in it.
 * @param timeZone IANA name: that of the round, in which times are shown.
 */
export function explanationSentence(explanation: BallotExplanation, timeZone: string): string {
  switch (explanation.code) {
    case 'accepted':
      return `选了 ${explanation.listed} 项，符合各项规则，计为有效票。`;
    case 'excluded':
      return '按规则有效，但属于已经剔除的一组选票，不计入得票；当天的次数仍算用过。';
    case 'unreadable':
      return {
        account: '这一行没有账号（空着，或写的是 NULL、#N/A、匿名这类），不知道是谁投的。',
        time: '这一行的时间认不出来。',
        choices: '这一行没有“所选项目”一栏。',
      }[explanation.missing];
    case 'outside-window': {
      const end = explanation.end === 'opens' ? '早于开始时间' : '晚于截止时间';
      const at = wallClockText(explanation.instant, timeZone);
      return `投票时间 ${at}，${end} ${wallClockText(explanation.endsAt, timeZone)}。`;
    }
    case 'too-few':
      return explanation.listed === 0
        ? `一项也没有选，至少要选 ${explanation.bound} 项。`
        : `选了 ${explanation.listed} 项，少于规定的 ${explanation.bound} 项。`;
    case 'too-many':
      return `选了 ${explanation.listed} 项（重复的也算），多于规定的 ${explanation.bound} 项。`;
    case 'unknown-project':
      return `所选的${tokensText(explanation.tokens)}不是候选项目的编号。`;
    case 'repeated-choice':
      return `${explanation.candidates.map((candidate) => `${candidate} 号`).join('、')}选了不止一次。`;
    case 'second-that-day':
      return secondText(explanation, timeZone);
    case 'already-recorded':
      return `与${placeText(explanation.earlier)}是同一张票，已在那里登记，这里不重复计。`;
  }
}
