import { describe, expect, it } from 'vitest';
import {
  changeApplication,
  createApplication,
  listApplications,
  removeApplication,
} from '../../../electron/services/applications.ts';
import { listCandidates, numberCandidate } from '../../../electron/services/candidates.ts';
import { changeExpert, createExpert, listExperts } from '../../../electron/services/experts.ts';
import { setRecusal } from '../../../electron/services/recusals.ts';
import { saveComment, saveScore } from '../../../electron/services/score-sheets.ts';
import { recordBatch } from '../../support/stored-ballots.ts';
import { refusalOf, temporaryWorkspace, valueOf, type TestWorkspace } from '../../support/workspace.ts';

const fields = { code: '', title: '新申报', organisation: '', district: '', text: '' };

function found({ secretariat }: TestWorkspace, search: string): string[] {
  return valueOf(listApplications(secretariat, { search })).applications.map(({ title }) => title);
}

describe('the list of applications', () => {
  it('tells how many are expected and how many are recorded, whatever is searched for', () => {
    const test = temporaryWorkspace();
    valueOf(createApplication(test.secretariat, fields));
    const list = valueOf(listApplications(test.secretariat, { search: '一号' }));
    expect(list).toMatchObject({ expected: 5, recorded: 4 });
    expect(list.applications).toHaveLength(1);
  });

  it('is searched in every field, capitals or not, and by the exact number of a candidate', () => {
    const test = temporaryWorkspace();
    valueOf(createApplication(test.secretariat, { ...fields, code: 'SB-12', title: '另一项' }));
    expect(found(test, '甲局')).toEqual(['一号项目']);
    expect(found(test, '徐汇')).toEqual(['二号项目']);
    expect(found(test, 'internet ＰＬＵＳ')).toEqual(['三号项目']);
    expect(found(test, 'sb-12')).toEqual(['另一项']);
    expect(found(test, '2')).toEqual(['二号项目', '另一项']);
    expect(found(test, ' ')).toEqual(['一号项目', '二号项目', '三号项目', '另一项']);
    expect(found(test, '没有')).toEqual([]);
  });
});

describe('an application', () => {
  it('can be changed, with before and after on the record; nothing changed is nothing recorded', () => {
    const { secretariat, events } = temporaryWorkspace();
    const { id } = valueOf(createApplication(secretariat, fields));
    valueOf(changeApplication(secretariat, { ...fields, id, organisation: '丙局' }));
    expect(events().at(-1)).toMatchObject({
      event: 'application-changed',
      payload: { application: id, before: { organisation: '' }, after: { organisation: '丙局' } },
    });
    const recorded = events().length;
    valueOf(changeApplication(secretariat, { ...fields, id, organisation: '丙局' }));
    expect(events()).toHaveLength(recorded);
    expect(refusalOf(changeApplication(secretariat, { ...fields, id: 999 })).code).toBe('not-found');
  });

  it('has a code of its own or none', () => {
    const { secretariat } = temporaryWorkspace();
    valueOf(createApplication(secretariat, { ...fields, code: 'A1' }));
    const taken = refusalOf(createApplication(secretariat, { ...fields, code: 'A1' }));
    expect(taken).toEqual({ code: 'code-taken', details: { code: 'A1', owner: '新申报' } });
    const { id } = valueOf(createApplication(secretariat, fields));
    expect(refusalOf(changeApplication(secretariat, { ...fields, id, code: 'A1' })).code).toBe('code-taken');
  });

  it('can be removed unless it is a candidate', () => {
    const { secretariat, events } = temporaryWorkspace();
    const { id } = valueOf(createApplication(secretariat, fields));
    valueOf(numberCandidate(secretariat, { id, candidate: 4 }));
    expect(refusalOf(removeApplication(secretariat, { id, reason: '重复' })).code).toBe(
      'application-is-candidate',
    );
    valueOf(numberCandidate(secretariat, { id, candidate: null }));
    valueOf(removeApplication(secretariat, { id, reason: '重复' }));
    expect(events().at(-1)).toMatchObject({ event: 'application-removed', payload: { reason: '重复' } });
    expect(valueOf(listApplications(secretariat, { search: '' })).recorded).toBe(3);
  });
});

describe('a candidate’s number', () => {
  it('is given once, can be any positive number, and orders the list', () => {
    const { secretariat } = temporaryWorkspace();
    const { id } = valueOf(createApplication(secretariat, fields));
    const taken = refusalOf(numberCandidate(secretariat, { id, candidate: 2 }));
    expect(taken).toEqual({ code: 'candidate-number-taken', details: { candidate: 2, title: '二号项目' } });
    valueOf(numberCandidate(secretariat, { id, candidate: 501 }));
    const list = valueOf(listCandidates(secretariat)).candidates;
    expect(list.map(({ candidate }) => candidate)).toEqual([1, 2, 3, 501]);
  });

  it.each(['mark', 'comment', 'recusal'] as const)('stays when there is a %s', (kind) => {
    const { secretariat, addExpert } = temporaryWorkspace();
    const expert = addExpert('张委员');
    if (kind === 'mark') valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 1 }));
    if (kind === 'comment') valueOf(saveComment(expert, { candidate: 1, comment: '好' }));
    if (kind === 'recusal') {
      valueOf(setRecusal(secretariat, { expert: expert.expert, candidate: 1, recused: true, reason: '' }));
    }
    for (const candidate of [null, 9]) {
      expect(refusalOf(numberCandidate(secretariat, { id: 1, candidate }))).toEqual({
        code: 'candidate-in-use',
        details: { candidate: 1 },
      });
    }
    valueOf(numberCandidate(secretariat, { id: 2, candidate: 9 }));
  });

  it('stays when it has votes, and no number comes or goes while votes are recorded', () => {
    const test = temporaryWorkspace();
    const { id } = valueOf(createApplication(test.secretariat, fields));
    test.workspace.connection.prepare('INSERT INTO vote_count (candidate, votes) VALUES (1, 5)').run();
    recordBatch(test.workspace.connection, 'in-force');
    const change = (application: number, candidate: number | null): string =>
      refusalOf(numberCandidate(test.secretariat, { id: application, candidate })).code;
    expect(change(1, null)).toBe('candidate-in-use');
    expect(change(2, null)).toBe('candidates-fixed-by-votes');
    expect(change(id, 4)).toBe('candidates-fixed-by-votes');
  });

  it('can change again when the votes are withdrawn', () => {
    const test = temporaryWorkspace();
    recordBatch(test.workspace.connection, 'withdrawn');
    valueOf(numberCandidate(test.secretariat, { id: 1, candidate: null }));
  });

  it('is not a limit of the program below a thousand candidates, whatever count the round expects', () => {
    const candidates = Array.from({ length: 1000 }, (_, index) => ({
      candidate: index + 1,
      title: `项目${index + 1}`,
      organisation: '',
      district: '',
      text: '',
    }));
    const { secretariat } = temporaryWorkspace({ candidates });
    const { id } = valueOf(createApplication(secretariat, fields));
    expect(refusalOf(numberCandidate(secretariat, { id, candidate: 1001 })).code).toBe('too-many-candidates');
  });
});

describe('an expert', () => {
  const expert = { code: '', name: '张委员', organisation: '', district: '' };

  it('shares a name only with somebody of another code', () => {
    const { secretariat } = temporaryWorkspace();
    valueOf(createExpert(secretariat, expert));
    expect(refusalOf(createExpert(secretariat, expert)).code).toBe('expert-name-taken');
    valueOf(createExpert(secretariat, { ...expert, code: '02' }));
    expect(refusalOf(createExpert(secretariat, { ...expert, name: '李委员', code: '02' })).code).toBe(
      'code-taken',
    );
    expect(valueOf(listExperts(secretariat)).experts.map(({ name, code }) => name + code)).toEqual([
      '张委员',
      '张委员02',
    ]);
  });

  it('can be changed with before and after on the record', () => {
    const { secretariat, events } = temporaryWorkspace();
    const { id } = valueOf(createExpert(secretariat, expert));
    const changed = valueOf(changeExpert(secretariat, { ...expert, id, organisation: '某大学' }));
    expect(changed).toMatchObject({
      id,
      organisation: '某大学',
      pin: 'none',
      recusals: 0,
      submittedAt: null,
    });
    expect(events().at(-1)).toMatchObject({
      event: 'expert-changed',
      payload: { before: { organisation: '' }, after: { organisation: '某大学' } },
    });
    expect(refusalOf(changeExpert(secretariat, { ...expert, id: 99 })).code).toBe('not-found');
  });
});
