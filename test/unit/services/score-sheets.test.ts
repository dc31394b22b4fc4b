import { describe, expect, it } from 'vitest';
import { declareRecusal, setRecusal } from '../../../electron/services/recusals.ts';
import { readProgress } from '../../../electron/services/progress.ts';
import { readRound } from '../../../electron/services/rules.ts';
import {
  readOwnSheet,
  reopenSheet,
  saveComment,
  saveScore,
  submitSheet,
} from '../../../electron/services/score-sheets.ts';
import type { Caller } from '../../../electron/services/use-case.ts';
import { refusalOf, temporaryWorkspace, valueOf } from '../../support/workspace.ts';

function markAll(caller: Caller, candidates: readonly number[], mark = 8): void {
  for (const candidate of candidates) {
    for (const criterion of ['innovation', 'practicality'])
      valueOf(saveScore(caller, { candidate, criterion, mark }));
  }
}

describe('a mark', () => {
  it('is on the sheet and on the record with what stood before, once it is saved', () => {
    const { addExpert, events } = temporaryWorkspace();
    const expert = addExpert('张委员');
    const saved = valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 8.5 }));
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 9 }));
    expect(saved.savedAt).toBe('2017-04-05T01:00:00.000Z');
    expect(valueOf(readOwnSheet(expert)).scores).toEqual([
      { candidate: 1, criterion: 'innovation', mark: 9 },
    ]);
    expect(events().filter(({ event }) => event === 'score-saved')).toEqual([
      {
        event: 'score-saved',
        payload: { expert: expert.expert, candidate: 1, criterion: 'innovation', before: null, after: 8500 },
      },
      {
        event: 'score-saved',
        payload: { expert: expert.expert, candidate: 1, criterion: 'innovation', before: 8500, after: 9000 },
      },
    ]);
  });

  it('that is typed again or cleared where there is none adds nothing to the record', () => {
    const { addExpert, events } = temporaryWorkspace();
    const expert = addExpert('张委员');
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 8 }));
    const before = events().length;
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 8 }));
    valueOf(saveScore(expert, { candidate: 2, criterion: 'innovation', mark: null }));
    expect(events()).toHaveLength(before);
  });

  it('that is cleared is absent, not 0', () => {
    const { addExpert } = temporaryWorkspace();
    const expert = addExpert('张委员');
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 0 }));
    expect(valueOf(readOwnSheet(expert)).scores).toHaveLength(1);
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: null }));
    expect(valueOf(readOwnSheet(expert)).scores).toEqual([]);
  });

  it.each([10.5, -1, 8.25, Number.NaN])(
    'of %d is refused on a scale of 10 in halves, and nothing is written',
    (mark) => {
      const { addExpert, events } = temporaryWorkspace();
      const expert = addExpert('张委员');
      const before = events().length;
      const refusal = refusalOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark }));
      expect(refusal).toMatchObject({
        code: 'mark-out-of-range',
        details: { criterion: '创新性', max: 10, step: 0.5 },
      });
      expect(events()).toHaveLength(before);
      expect(valueOf(readOwnSheet(expert)).scores).toEqual([]);
    },
  );

  it('needs a candidate and a criterion of the round', () => {
    const { addExpert } = temporaryWorkspace();
    const expert = addExpert('张委员');
    expect(refusalOf(saveScore(expert, { candidate: 77, criterion: 'innovation', mark: 1 })).code).toBe(
      'not-found',
    );
    expect(refusalOf(saveScore(expert, { candidate: 1, criterion: 'beauty', mark: 1 })).code).toBe(
      'not-found',
    );
  });

  it('can be given by an expert only', () => {
    const { secretariat, as } = temporaryWorkspace();
    const input = { candidate: 1, criterion: 'innovation', mark: 1 };
    expect(refusalOf(saveScore(secretariat, input)).code).toBe('not-allowed');
    const stranger = as({ kind: 'person', id: 99, name: '无', role: 'expert' });
    expect(refusalOf(saveScore(stranger, input)).code).toBe('not-allowed');
  });

  it('locks the rules if it is the first of all', () => {
    const { addExpert, secretariat } = temporaryWorkspace();
    const expert = addExpert('张委员');
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 1 }));
    expect(valueOf(readRound(secretariat))).toMatchObject({ lockOrigin: 'first mark', changes: [] });
  });

  it('is seen by its own expert only', () => {
    const { addExpert } = temporaryWorkspace();
    const [first, second] = [addExpert('张委员'), addExpert('李委员')];
    markAll(first, [1, 2, 3]);
    expect(valueOf(readOwnSheet(second)).scores).toEqual([]);
  });
});

describe('a comment', () => {
  it('is kept as it was written, and the record tells its length only', () => {
    const { addExpert, events } = temporaryWorkspace();
    const expert = addExpert('张委员');
    valueOf(saveComment(expert, { candidate: 2, comment: '机制新，可推广' }));
    expect(valueOf(readOwnSheet(expert)).comments).toEqual([{ candidate: 2, comment: '机制新，可推广' }]);
    expect(events().at(-1)).toEqual({
      event: 'comment-saved',
      payload: { expert: expert.expert, candidate: 2, length: 7 },
    });
    expect(JSON.stringify(events())).not.toContain('可推广');
    valueOf(saveComment(expert, { candidate: 2, comment: '  ' }));
    expect(valueOf(readOwnSheet(expert)).comments).toEqual([]);
  });
});

describe('submitting', () => {
  it('an incomplete sheet names what is missing; a pair with some of its marks is missing', () => {
    const { addExpert } = temporaryWorkspace();
    const expert = addExpert('张委员');
    markAll(expert, [1]);
    valueOf(saveScore(expert, { candidate: 2, criterion: 'innovation', mark: 5 }));
    expect(refusalOf(submitSheet(expert, { acceptMissing: false }))).toEqual({
      code: 'sheet-incomplete',
      details: { missing: [2, 3] },
    });
    expect(valueOf(readOwnSheet(expert)).submittedAt).toBeNull();
  });

  it('goes through when the missing pairs are accepted, and the record names them with a hash of the sheet', () => {
    const { addExpert, events } = temporaryWorkspace();
    const expert = addExpert('张委员');
    markAll(expert, [1]);
    const sheet = valueOf(submitSheet(expert, { acceptMissing: true }));
    expect(sheet.submittedAt).toBe('2017-04-05T01:00:00.000Z');
    expect(events().at(-1)).toEqual({
      event: 'sheet-submitted',
      payload: {
        expert: expert.expert,
        scores: 2,
        missing: [2, 3],
        sheetHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
  });

  it('does not ask for recused candidates', () => {
    const { addExpert } = temporaryWorkspace();
    const expert = addExpert('张委员');
    markAll(expert, [1, 3]);
    valueOf(declareRecusal(expert, { candidate: 2, recused: true, reason: '本单位项目' }));
    expect(valueOf(submitSheet(expert, { acceptMissing: false })).submittedAt).not.toBeNull();
  });

  it('happens once; nothing on the sheet can be changed afterwards', () => {
    const { addExpert, events } = temporaryWorkspace();
    const expert = addExpert('张委员');
    markAll(expert, [1, 2, 3]);
    const sheet = valueOf(submitSheet(expert, { acceptMissing: false }));
    const recorded = events().length;
    const attempts = [
      submitSheet(expert, { acceptMissing: true }),
      saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 1 }),
      saveComment(expert, { candidate: 1, comment: '改' }),
      declareRecusal(expert, { candidate: 1, recused: true, reason: '' }),
    ];
    for (const each of attempts)
      expect(refusalOf(each)).toEqual({ code: 'sheet-submitted', details: { expert: '张委员' } });
    expect(valueOf(readOwnSheet(expert))).toEqual(sheet);
    expect(events()).toHaveLength(recorded);
  });

  it('can be undone by the secretariat with a reason that the expert sees', () => {
    const { addExpert, secretariat } = temporaryWorkspace();
    const expert = addExpert('张委员');
    markAll(expert, [1, 2, 3]);
    expect(refusalOf(reopenSheet(secretariat, { id: expert.expert, reason: '补评' })).code).toBe(
      'sheet-not-submitted',
    );
    valueOf(submitSheet(expert, { acceptMissing: false }));
    expect(
      valueOf(reopenSheet(secretariat, { id: expert.expert, reason: '补评三号' })).submittedAt,
    ).toBeNull();
    expect(valueOf(readOwnSheet(expert))).toMatchObject({ submittedAt: null, reopenedReason: '补评三号' });
    valueOf(saveScore(expert, { candidate: 3, criterion: 'innovation', mark: 9 }));
    expect(valueOf(submitSheet(expert, { acceptMissing: false })).reopenedReason).toBeNull();
  });
});

describe('a recusal', () => {
  it('closes the pair, keeps its marks, and opens it again when it is taken back', () => {
    const { addExpert } = temporaryWorkspace();
    const expert = addExpert('张委员');
    markAll(expert, [1]);
    const sheet = valueOf(declareRecusal(expert, { candidate: 1, recused: true, reason: '本单位项目' }));
    expect(sheet.recusals).toEqual([{ candidate: 1, reason: '本单位项目', declaredBy: 'expert' }]);
    expect(sheet.scores).toHaveLength(2);
    expect(refusalOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 1 })).code).toBe(
      'pair-recused',
    );
    valueOf(declareRecusal(expert, { candidate: 1, recused: false, reason: '' }));
    valueOf(saveScore(expert, { candidate: 1, criterion: 'innovation', mark: 1 }));
  });

  it('entered by the secretariat is not the expert’s to take back', () => {
    const { addExpert, secretariat } = temporaryWorkspace();
    const expert = addExpert('张委员');
    valueOf(setRecusal(secretariat, { expert: expert.expert, candidate: 1, recused: true, reason: '名单' }));
    const refusal = refusalOf(declareRecusal(expert, { candidate: 1, recused: false, reason: '' }));
    expect(refusal.code).toBe('recusal-by-secretariat');
    valueOf(setRecusal(secretariat, { expert: expert.expert, candidate: 1, recused: false, reason: '' }));
    expect(valueOf(readOwnSheet(expert)).recusals).toEqual([]);
  });

  it('cannot be entered for a submitted sheet, not even by the secretariat', () => {
    const { addExpert, secretariat } = temporaryWorkspace();
    const expert = addExpert('张委员');
    valueOf(submitSheet(expert, { acceptMissing: true }));
    const input = { expert: expert.expert, candidate: 1, recused: true, reason: '名单' };
    expect(refusalOf(setRecusal(secretariat, input)).code).toBe('sheet-submitted');
  });
});

describe('the progress table', () => {
  it('tells how many criteria are marked for each pair and never which marks', () => {
    const { addExpert, secretariat } = temporaryWorkspace();
    const [first, second] = [addExpert('张委员'), addExpert('李委员')];
    markAll(first, [1]);
    valueOf(saveScore(first, { candidate: 2, criterion: 'innovation', mark: 7.5 }));
    valueOf(declareRecusal(first, { candidate: 3, recused: true, reason: '' }));
    valueOf(submitSheet(second, { acceptMissing: true }));
    const progress = valueOf(readProgress(secretariat));
    expect(progress.criteria).toBe(2);
    expect(progress.experts).toMatchObject([
      { name: '张委员', cells: [2, 1, -1], complete: 1, recused: 1, submittedAt: null },
      { name: '李委员', cells: [0, 0, 0], complete: 0, recused: 0, submittedAt: '2017-04-05T01:00:00.000Z' },
    ]);
    expect(JSON.stringify(progress)).not.toMatch(/7\.5|7500/);
  });
});
