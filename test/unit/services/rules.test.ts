import { describe, expect, it } from 'vitest';
import {
  changeRules,
  lockRules,
  lockRulesOnFirstImport,
  readRound,
} from '../../../electron/services/rules.ts';
import { saveScore, submitSheet } from '../../../electron/services/score-sheets.ts';
import { readStatus } from '../../../electron/services/status.ts';
import type { Round } from '../../../shared/round/round.ts';
import { recordBatch } from '../../support/stored-ballots.ts';
import { refusalOf, smallRound, temporaryWorkspace, valueOf } from '../../support/workspace.ts';

const heavier: Round = { ...smallRound, merge: { ...smallRound.merge, expertWeight: 60 } };

function withCriterion(id: string, change: Partial<Round['criteria'][number]>): Round {
  return {
    ...smallRound,
    criteria: smallRound.criteria.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}

describe('the rules', () => {
  it('may change without a reason until they are locked, and each change is on the record', () => {
    const { secretariat, events } = temporaryWorkspace();
    expect(valueOf(readRound(secretariat))).toEqual({
      round: smallRound,
      lockedAt: null,
      lockOrigin: null,
      changes: [],
    });
    const state = valueOf(changeRules(secretariat, { round: heavier, reason: '' }));
    expect(state.round.merge.expertWeight).toBe(60);
    expect(state.changes).toEqual([
      {
        at: '2017-04-05T01:00:00.000Z',
        actor: '命令行（tester）',
        origin: 'secretariat',
        reason: '',
        differences: [{ field: '专家权重', before: '50', after: '60' }],
      },
    ]);
    expect(events().at(-1)).toEqual({
      event: 'rules-changed',
      payload: { reason: '', locked: false, before: smallRound, after: heavier },
    });
  });

  it('once locked change only with a reason', () => {
    const { secretariat } = temporaryWorkspace();
    expect(valueOf(lockRules(secretariat, { reason: '' }))).toMatchObject({
      lockOrigin: 'secretariat',
      changes: [],
    });
    expect(refusalOf(lockRules(secretariat, { reason: '' })).code).toBe('rules-locked');
    expect(refusalOf(changeRules(secretariat, { round: heavier, reason: '' })).code).toBe('reason-needed');
    const changed = valueOf(changeRules(secretariat, { round: heavier, reason: '评委会决议' }));
    expect(changed.changes.map(({ reason }) => reason)).toEqual(['评委会决议']);
  });

  it('show what each change changed, from the first rules on and one after the other', () => {
    const { secretariat } = temporaryWorkspace();
    valueOf(changeRules(secretariat, { round: heavier, reason: '' }));
    valueOf(lockRules(secretariat, { reason: '纪要 3 号' }));
    const later: Round = {
      ...heavier,
      counts: { ...heavier.counts, finalists: 1 },
      criteria: [
        ...heavier.criteria.map((each) => (each.id === 'innovation' ? { ...each, weight: 70 } : each)),
        { id: 'reach', name: '推广性', weight: 10, max: 10, step: 1 },
      ],
      ballot: { ...heavier.ballot, closesAt: null },
      merge: { ...heavier.merge, tieBreak: ['innovation'] },
    };
    const { changes } = valueOf(changeRules(secretariat, { round: later, reason: '评审会决议' }));
    expect(changes.map(({ differences }) => differences)).toEqual([
      [{ field: '专家权重', before: '50', after: '60' }],
      [],
      [
        { field: '入围名额', before: '2', after: '1' },
        { field: '投票结束时间', before: '2017-03-31 12:00:00（+08:00）', after: '不限' },
        { field: '同分时依次比较', before: '专家评分 → 得票数', after: '创新性' },
        { field: '创新性的权重', before: '50', after: '70' },
        { field: '评审标准：推广性', before: '（无）', after: '权重 10，满分 10，每档 1' },
      ],
    ]);
  });

  it('that an import locked are confirmed once by the secretariat, on the record', () => {
    const { secretariat, clock, events } = temporaryWorkspace();
    lockRulesOnFirstImport(secretariat, 'first import');
    clock.forward(60);
    expect(valueOf(lockRules(secretariat, { reason: '评审会纪要 3 号' }))).toMatchObject({
      lockedAt: '2017-04-05T01:01:00.000Z',
      lockOrigin: 'secretariat',
      changes: [{ origin: 'lock', reason: '评审会纪要 3 号', differences: [] }],
    });
    expect(events().at(-1)).toMatchObject({ event: 'rules-locked', payload: { origin: 'secretariat' } });
    expect(refusalOf(lockRules(secretariat, { reason: '' })).code).toBe('rules-locked');
  });

  it('that are saved unchanged add nothing to the record', () => {
    const { secretariat, events } = temporaryWorkspace();
    const recorded = events().length;
    valueOf(changeRules(secretariat, { round: structuredClone(smallRound), reason: '' }));
    expect(events()).toHaveLength(recorded);
  });

  it('are locked by the first import and by no later one', () => {
    const { secretariat, clock, events } = temporaryWorkspace();
    lockRulesOnFirstImport(secretariat, 'first import');
    clock.forward(60);
    lockRulesOnFirstImport(secretariat, 'second');
    expect(valueOf(readRound(secretariat))).toMatchObject({
      lockedAt: '2017-04-05T01:00:00.000Z',
      lockOrigin: 'first import',
    });
    expect(events().filter(({ event }) => event === 'rules-locked')).toHaveLength(1);
  });

  it('keep every criterion that somebody marked, on a scale on which the marks still stand', () => {
    const { secretariat, addExpert } = temporaryWorkspace();
    valueOf(saveScore(addExpert('张委员'), { candidate: 1, criterion: 'innovation', mark: 8.5 }));
    const change = (round: Round): string =>
      refusalOf(changeRules(secretariat, { round, reason: '改' })).code;
    expect(change({ ...smallRound, criteria: smallRound.criteria.slice(1) })).toBe('criterion-in-use');
    expect(change(withCriterion('innovation', { max: 8 }))).toBe('criterion-marks-outside');
    expect(change(withCriterion('innovation', { step: 1 }))).toBe('criterion-marks-outside');
    valueOf(
      changeRules(secretariat, { round: withCriterion('innovation', { max: 20, weight: 70 }), reason: '改' }),
    );
    valueOf(
      changeRules(secretariat, { round: withCriterion('practicality', { max: 5, step: 1 }), reason: '改' }),
    );
  });

  it('get no further criterion once a sheet is submitted', () => {
    const { secretariat, addExpert } = temporaryWorkspace();
    const round = {
      ...smallRound,
      criteria: [...smallRound.criteria, { id: 'new', name: '新', weight: 1, max: 10, step: 1 }],
    };
    const expert = addExpert('张委员');
    valueOf(changeRules(secretariat, { round, reason: '' }));
    valueOf(changeRules(secretariat, { round: smallRound, reason: '' }));
    valueOf(submitSheet(expert, { acceptMissing: true }));
    expect(refusalOf(changeRules(secretariat, { round, reason: '改' })).code).toBe('criterion-too-late');
  });

  it('for ballots stay as they are while votes are recorded', () => {
    const { secretariat, workspace } = temporaryWorkspace();
    recordBatch(workspace.connection, 'in-force');
    const round = { ...smallRound, ballot: { ...smallRound.ballot, maxChoices: 3 } };
    expect(refusalOf(changeRules(secretariat, { round, reason: '改' })).code).toBe('ballot-rules-in-use');
    valueOf(changeRules(secretariat, { round: heavier, reason: '改' }));
  });
});

describe('the status', () => {
  it('does not call a stage complete that has more than the round says, and never counts more finalists than candidates', () => {
    const { secretariat, addExpert } = temporaryWorkspace();
    const counts = { applications: 2, candidates: 2, finalists: 30, winners: 1 };
    valueOf(changeRules(secretariat, { round: { ...smallRound, counts }, reason: '' }));
    valueOf(submitSheet(addExpert('张委员'), { acceptMissing: true }));
    const { stages } = valueOf(readStatus(secretariat));
    const stage = (id: string) => stages.find((each) => each.id === id);
    expect(stage('applications')).toMatchObject({ done: 3, expected: 2, isComplete: false });
    expect(stage('candidates')).toMatchObject({ done: 3, expected: 2, isComplete: false });
    expect(stage('merge')?.done).toBe(3);
  });

  it('shows what is in and what is missing, stage by stage in the order of the process; the merge is to be looked at from the first sheet on', () => {
    const { secretariat, addExpert } = temporaryWorkspace();
    const [first, second] = [addExpert('张委员'), addExpert('李委员')];
    addExpert('王委员');
    valueOf(saveScore(first, { candidate: 1, criterion: 'innovation', mark: 8 }));
    valueOf(submitSheet(second, { acceptMissing: true }));
    const status = valueOf(readStatus(secretariat));
    expect(status).toMatchObject({
      kind: 'real',
      round: { id: 'small', title: '小评选' },
      rulesLocked: true,
      counts: {
        applications: 3,
        applicationsExpected: 5,
        candidates: 3,
        candidatesExpected: 3,
        experts: 3,
        sheetsStarted: 1,
        sheetsSubmitted: 1,
        ballotRows: 0,
        ballotsAccepted: 0,
        finalists: 2,
      },
    });
    expect(
      status.stages.map(({ id, done, expected, isComplete }) => [id, done, expected, isComplete]),
    ).toEqual([
      ['applications', 3, 5, false],
      ['candidates', 3, 3, true],
      ['votes', 0, null, false],
      ['marks', 1, 3, false],
      ['merge', 2, 2, false],
      ['freeze', 0, 1, false],
      ['export', 0, null, false],
    ]);
  });
});
