import { describe, expect, it } from 'vitest';
import { insertVoteExclusion, markVoteExclusionLifted } from '../../../electron/database/vote-exclusions.ts';
import { mergeReport, readMerge } from '../../../electron/services/merge.ts';
import { setRecusal } from '../../../electron/services/recusals.ts';
import { saveScore, submitSheet } from '../../../electron/services/score-sheets.ts';
import { withTrialRules } from '../../../electron/services/trial-rules.ts';
import { mergeScreenSchema } from '../../../shared/contract/merge.ts';
import { sentenceOf } from '../../../shared/refusals/refusal.ts';
import {
  refusalOf,
  smallRound,
  temporaryWorkspace,
  valueOf,
  type ExpertCaller,
  type TestWorkspace,
} from '../../support/workspace.ts';

function mark(caller: ExpertCaller, marks: Readonly<Record<number, number>>): void {
  for (const [candidate, points] of Object.entries(marks)) {
    for (const criterion of ['innovation', 'practicality']) {
      valueOf(saveScore(caller, { candidate: Number(candidate), criterion, mark: points }));
    }
  }
}

function vote({ workspace }: TestWorkspace, votes: Readonly<Record<number, number>>): void {
  for (const [candidate, count] of Object.entries(votes)) {
    workspace.connection
      .prepare('INSERT INTO vote_count (candidate, votes) VALUES (?, ?)')
      .run(Number(candidate), count);
  }
}

describe('the merge', () => {
  it('takes submitted sheets, leaves out recused pairs, and joins the votes', () => {
    const test = temporaryWorkspace();
    const [first, second, open] = [test.addExpert('甲'), test.addExpert('乙'), test.addExpert('丙')];
    mark(first, { 1: 8, 2: 6, 3: 5 });
    mark(second, { 1: 6, 2: 10, 3: 5 });
    mark(open, { 1: 0, 2: 0, 3: 0 });
    valueOf(setRecusal(test.secretariat, { expert: second.expert, candidate: 2, recused: true, reason: '' }));
    valueOf(submitSheet(first, { acceptMissing: false }));
    valueOf(submitSheet(second, { acceptMissing: false }));
    vote(test, { 1: 10, 2: 20, 3: 5 });
    const { ranking } = valueOf(mergeReport(test.secretariat, []));
    expect(
      ranking.map(({ rank, candidate, panel, votes, combined }) => [rank, candidate, panel, votes, combined]),
    ).toEqual([
      [1, 2, '60.000000', 20, '80.000000'],
      [2, 1, '70.000000', 10, '60.000000'],
      [3, 3, '50.000000', 5, '37.500000'],
    ]);
  });

  it('shows beside it the ranking with the excluded votes, only while ballots are excluded', () => {
    const test = temporaryWorkspace();
    const { connection } = test.workspace;
    const expert = test.addExpert('甲');
    mark(expert, { 1: 8, 2: 8, 3: 5 });
    valueOf(submitSheet(expert, { acceptMissing: false }));
    vote(test, { 1: 10, 2: 8, 3: 1 });
    expect(valueOf(mergeReport(test.secretariat, []))).not.toHaveProperty('exclusions');
    expect(valueOf(readMerge(test.secretariat, { set: '' })).withoutExclusions).toBeNull();

    const exclusion = insertVoteExclusion(connection, {
      flag: '{}',
      ballots: 1,
      members: new Uint8Array(16),
      minute: '会议决定',
      at: '2017-04-05T01:00:00.000Z',
      by: 'secretariat:1:甲',
      confirmedBy: 'observer:2:乙',
    });
    connection.prepare('INSERT INTO vote_excluded_count (candidate, votes) VALUES (2, 5)').run();
    const { ranking, exclusions } = valueOf(mergeReport(test.secretariat, []));
    expect(ranking.map(({ candidate }) => candidate)).toEqual([1, 2, 3]);
    expect(exclusions).toEqual({
      exclusions: 1,
      ballots: 0,
      // The member that stands here is nobody's ballot.
      shortfalls: [{ exclusion: 1, ballots: 1, excludedNow: 0 }],
      ranking: [
        { rank: 1, candidate: 2, votes: 13, finalist: true },
        { rank: 2, candidate: 1, votes: 10, finalist: true },
        { rank: 3, candidate: 3, votes: 1, finalist: false },
      ],
    });
    const screen = mergeScreenSchema.parse(valueOf(readMerge(test.secretariat, { set: '' })));
    expect(screen.withoutExclusions).toEqual(exclusions);

    const lifting = { exclusion, minute: '核实无误', at: '2017-04-06', by: 'a', confirmedBy: 'b' };
    expect(markVoteExclusionLifted(connection, lifting)).toBe(true);
    expect(valueOf(mergeReport(test.secretariat, []))).not.toHaveProperty('exclusions');
  });

  it('under trial rules changes nothing that is in force', () => {
    const test = temporaryWorkspace();
    const expert = test.addExpert('甲');
    mark(expert, { 1: 8, 2: 6, 3: 5 });
    valueOf(submitSheet(expert, { acceptMissing: false }));
    vote(test, { 2: 9 });
    const recorded = test.events().length;
    const trial = valueOf(readMerge(test.secretariat, { set: 'merge.publicWeight=0; merge.tieBreak=' }));
    expect(trial.detail.ranking.map(({ candidate }) => candidate)).toEqual([1, 2, 3]);
    expect(trial.detail.rules.merge).toMatchObject({ publicWeight: 0, tieBreak: [] });
    const inForce = valueOf(readMerge(test.secretariat, { set: '' }));
    expect(inForce.detail.rules.merge).toEqual(smallRound.merge);
    expect(inForce.detail.ranking[0]?.candidate).toBe(2);
    expect(test.events()).toHaveLength(recorded);
  });

  it('is shown with what is still missing, in the form of the contract', () => {
    const test = temporaryWorkspace();
    const [first] = [test.addExpert('甲'), test.addExpert('乙')];
    mark(first, { 1: 8, 2: 6 });
    valueOf(submitSheet(first, { acceptMissing: true }));
    const screen = valueOf(readMerge(test.secretariat, { set: 'panel.minimumMarks=2' }));
    expect(mergeScreenSchema.parse(screen)).toEqual(screen);
    expect(screen).toMatchObject({ sheetsSubmitted: 1, experts: 2, ballotsAccepted: 0 });
    expect(screen.warnings).toEqual([
      '还有 1 位评审委员没有提交评分表：乙。',
      '甲的评分表已提交，但有 1 个项目没有评完。',
      '有 1 个候选项目没有任何完整的评分，排在最后：第 3 号。',
      '没有计票中的选票，各项目的得票数都是 0。',
      '有 3 个候选项目的评分不到规则要求的最少评分数：第 1、2、3 号。',
      '规则是自动锁定的，评审会尚未确认。',
    ]);
  });

  it('does not call a sheet incomplete for a candidate from which its expert stepped aside', () => {
    const test = temporaryWorkspace();
    const expert = test.addExpert('甲');
    mark(expert, { 1: 8, 2: 6 });
    valueOf(setRecusal(test.secretariat, { expert: expert.expert, candidate: 3, recused: true, reason: '' }));
    valueOf(submitSheet(expert, { acceptMissing: false }));
    const { warnings } = valueOf(readMerge(test.secretariat, { set: '' }));
    expect(warnings.filter((warning) => warning.includes('没有评完'))).toEqual([]);
  });

  it('of a workspace with nothing in it says so instead of failing', () => {
    const { secretariat } = temporaryWorkspace({ candidates: [] });
    const screen = valueOf(readMerge(secretariat, { set: '' }));
    expect(screen.detail.ranking).toEqual([]);
    expect(screen.warnings[0]).toBe('还没有登记评审委员。');
  });

  it('names the candidates of an open tie across the cut line', () => {
    const test = temporaryWorkspace();
    const expert = test.addExpert('甲');
    mark(expert, { 1: 8, 2: 6, 3: 6 });
    valueOf(submitSheet(expert, { acceptMissing: false }));
    const { warnings } = valueOf(readMerge(test.secretariat, { set: '' }));
    expect(warnings[0]).toContain('第 2、3 号');
  });

  it('refuses trial criteria that the marks do not fit', () => {
    const test = temporaryWorkspace();
    mark(test.addExpert('甲'), { 1: 8 });
    const refusal = refusalOf(mergeReport(test.secretariat, ['criteria.innovation.max=5']));
    expect(refusal.code).toBe('criterion-marks-outside');
  });
});

describe('trial rules', () => {
  it.each([
    ['merge.expertWeight=60', (round: typeof smallRound) => round.merge.expertWeight, 60],
    ['panel.trim.low=0', (round) => round.panel.trim.low, 0],
    ['panel.severity=z-score', (round) => round.panel.severity, 'z-score'],
    ['panel.severity="z-score"', (round) => round.panel.severity, 'z-score'],
    ['panel.quorum=2/3', (round) => round.panel.quorum, '2/3'],
    ['panel.minimumMarks=3', (round) => round.panel.minimumMarks, 3],
    ['criteria.innovation.weight=30', (round) => round.criteria[0]?.weight, 30],
    ['merge.tieBreak=["public"]', (round) => round.merge.tieBreak, ['public']],
    ['merge.tieBreak=public,innovation', (round) => round.merge.tieBreak, ['public', 'innovation']],
    ['merge.tieBreak=', (round) => round.merge.tieBreak, []],
    ['ballot.opensAt=null', (round) => round.ballot.opensAt, null],
    ['title=2017', (round) => round.title, '2017'],
  ] satisfies [string, (round: typeof smallRound) => unknown, unknown][])(
    '%s is understood',
    (set, read, value) => {
      expect(read(valueOf(withTrialRules(smallRound, [set])))).toEqual(value);
    },
  );

  it.each([
    'merge.expertsWeight=60',
    'merge.expertWeight',
    'nonsense',
    'criteria.beauty.weight=1',
    '__proto__.polluted=1',
    'merge.__proto__.polluted=1',
    'constructor.prototype.polluted=1',
    'merge.expertWeight.deep=1',
    '=5',
    '',
  ])('“%s” names no rule', (set) => {
    expect(refusalOf(withTrialRules(smallRound, [set])).code).toBe('rule-unknown');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    ['merge.expertWeight=viel', 'merge.expertWeight', '应是数字'],
    ['merge.expertWeight=-1', 'merge.expertWeight', '不能小于 0'],
    ['merge.panelScale=best', 'merge.panelScale', '应是以下之一'],
    ['criteria.innovation.weight=x', 'criteria.innovation.weight', '应是数字'],
    ['merge.tieBreak=beauty', 'merge.tieBreak', '不认识的并列规则“beauty”'],
    ['panel.trim.low=5', 'panel.trim', '去掉的分数个数'],
  ])('%s is refused with the field and what is wrong with it', (set, field, problem) => {
    const refusal = refusalOf(withTrialRules(smallRound, [set]));
    expect(refusal).toMatchObject({ code: 'invalid-input', details: { field } });
    expect(sentenceOf(refusal)).toContain(problem);
  });

  it('count in their order: two that only together are valid go through', () => {
    const round = valueOf(
      withTrialRules(smallRound, ['panel.trim.low=1', 'panel.trim.high=1', 'panel.trim.atLeast=5']),
    );
    expect(round.panel.trim).toEqual({ low: 1, high: 1, atLeast: 5 });
  });
});
