import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotContext, checkBallot, type BallotRow } from '../../../shared/ballots/check.ts';
import { explanationSentence } from '../../../shared/ballots/explanation-sentence.ts';
import { explainBallot, type EarlierBallot } from '../../../shared/ballots/explanation.ts';
import type { Standing } from '../../../shared/ballots/rejection.ts';
import { parseInstant } from '../../../shared/ballots/time.ts';
import type { BallotRules } from '../../../shared/round/round.ts';
import { exampleRound } from '../../support/example-round.ts';

const zone = 'Asia/Shanghai';
const round = exampleRound({ ballot: { minChoices: 2, maxChoices: 4 } });
const context = ballotContext(round, [1, 2, 3, 12]);

const earlier: EarlierBallot = {
  batch: 1,
  file: '投票.csv',
  sheet: null,
  line: 37,
  instant: parseInstant('2017-03-22 08:00:00', zone),
};

function sentence(
  row: Partial<BallotRow>,
  standing: Standing,
  other: EarlierBallot | null = null,
  frequency: BallotRules['perAccount'] = 'once-a-day',
): string {
  const whole = { account: '甲', time: '2017-03-22 09:00:00', choices: '1;2', ...row };
  const { instant, account } = checkBallot(whole, context);
  const explained = { hasAccount: account !== '', instant, choices: whole.choices };
  return explanationSentence(explainBallot(explained, standing, { context, frequency }, other), zone);
}

describe('the explanation of a ballot', () => {
  it('says how many choices an accepted ballot has', () => {
    expect(sentence({}, 'accepted')).toBe('选了 2 项，符合各项规则，计为有效票。');
  });

  it('says what an unreadable row lacks', () => {
    expect(sentence({ account: ' ' }, 'unreadable')).toBe(
      '这一行没有账号（空着，或写的是 NULL、#N/A、匿名这类），不知道是谁投的。',
    );
    expect(sentence({ time: '昨天' }, 'unreadable')).toBe('这一行的时间认不出来。');
    expect(sentence({ choices: null }, 'unreadable')).toBe('这一行没有“所选项目”一栏。');
  });

  it('gives the time and the end of the window that it misses', () => {
    expect(sentence({ time: '2017-03-21 23:59:59' }, 'outside-window')).toBe(
      '投票时间 2017-03-21 23:59:59，早于开始时间 2017-03-22 00:00:00。',
    );
    expect(sentence({ time: '2017-03-31T12:00:00.5+08:00' }, 'outside-window')).toBe(
      '投票时间 2017-03-31 12:00:00.500，晚于截止时间 2017-03-31 12:00:00。',
    );
  });

  it('gives the number listed and the bound', () => {
    expect(sentence({ choices: '1' }, 'too-few')).toBe('选了 1 项，少于规定的 2 项。');
    expect(sentence({ choices: '' }, 'too-few')).toBe('一项也没有选，至少要选 2 项。');
    expect(sentence({ choices: '1;2;3;3;x' }, 'too-many')).toBe('选了 5 项（重复的也算），多于规定的 4 项。');
  });

  it('names the tokens that are no candidate, each once, and hides what may be a name', () => {
    expect(sentence({ choices: '1;77;077;abc' }, 'unknown-project')).toBe(
      '所选的“77”、“abc”不是候选项目的编号。',
    );
    expect(sentence({ choices: '1;#0123456789abcdef' }, 'unknown-project')).toBe(
      '所选的（一段不是编号的文字）不是候选项目的编号。',
    );
    expect(sentence({ choices: '21;22;23;24;25;26' }, 'unknown-project')).toBe(
      '所选的“21”、“22”、“23”、“24”、“25”等 6 个不是候选项目的编号。',
    );
  });

  it('names the candidates listed more than once', () => {
    expect(sentence({ choices: '12;3;012;3' }, 'repeated-choice')).toBe('3 号、12 号选了不止一次。');
  });

  it('names the ballot that stands for the day, or for the round', () => {
    expect(sentence({}, 'second-that-day', earlier)).toBe(
      '同一账号在 2017-03-22 已有一张有效票：批次 1“投票.csv”第 37 行（2017-03-22 08:00:00）。',
    );
    expect(sentence({}, 'second-that-day', { ...earlier, instant: null, sheet: '表1' }, 'once')).toBe(
      '每个账号只能投一票，这个账号已有一张有效票：批次 1“投票.csv”工作表“表1”第 37 行。',
    );
  });

  it('names the row that records the same ballot, in the same file too', () => {
    expect(sentence({}, 'already-recorded', earlier)).toBe(
      '与批次 1“投票.csv”第 37 行是同一张票，已在那里登记，这里不重复计。',
    );
    expect(sentence({}, 'second-that-day', { ...earlier, batch: null })).toContain('本文件第 37 行');
  });

  it('refuses to explain a standing that the rules did not give', () => {
    expect(() => sentence({}, 'outside-window')).toThrow(RangeError);
    expect(() => sentence({}, 'second-that-day')).toThrow(RangeError);
  });
});

it('explains every verdict of the check, with figures that break the rule they are said to break', () => {
  const row: fc.Arbitrary<BallotRow> = fc.record({
    account: fc.constantFrom('甲', ' '),
    time: fc.constantFrom('2017-03-21 23:59:59', '2017-03-22 08:00', '2017-03-31 12:00:01', '昨天', null),
    choices: fc.oneof(
      fc.constant(null),
      fc.array(fc.constantFrom('1', '02', '3', '77', 'abc'), { maxLength: 6 }).map((each) => each.join('、')),
    ),
  });
  fc.assert(
    fc.property(row, (each) => {
      const { verdict, account, instant, listed } = checkBallot(each, context);
      const standing = verdict === 'good' ? 'accepted' : verdict;
      const explained = explainBallot(
        { hasAccount: account !== '', instant, choices: each.choices },
        standing,
        { context, frequency: 'once-a-day' },
        null,
      );
      expect(explained.code).toBe(standing);
      if (explained.code === 'too-few') expect(explained.listed).toBeLessThan(explained.bound);
      if (explained.code === 'too-many') expect(explained.listed).toBeGreaterThan(explained.bound);
      if (explained.code === 'accepted') expect(explained.listed).toBe(listed);
      if (explained.code === 'unknown-project') expect(explained.tokens.length).toBeGreaterThan(0);
      if (explained.code === 'repeated-choice') expect(explained.candidates.length).toBeGreaterThan(0);
      expect(explanationSentence(explained, zone)).toMatch(/。$/);
    }),
    { numRuns: 500 },
  );
});
