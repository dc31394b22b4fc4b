// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { mergeInDetail } from '../../../shared/merging/merge.ts';
import {
  combinedFormula,
  panelFormula,
  publicFormula,
} from '../../../renderer/screens/secretariat/merge/formulas.ts';
import { expertsWithoutTotal } from '../../../renderer/screens/secretariat/merge/experts-without-total.ts';
import { RankingTable } from '../../../renderer/screens/secretariat/merge/RankingTable.tsx';
import { trialFailure } from '../../../renderer/screens/secretariat/merge/rule-words.ts';
import { trialChanges, trialOf, trialSet } from '../../../renderer/screens/secretariat/merge/trial-rules.ts';
import { exampleMerge } from '../../support/example-merge.ts';

afterEach(cleanup);

const trialFields = [
  'merge.expertWeight',
  'merge.publicWeight',
  'merge.panelScale',
  'merge.publicScale',
  'merge.tieBreak',
  'panel.trim.low',
  'panel.trim.high',
  'panel.trim.atLeast',
  'panel.severity',
  'counts.finalists',
  'criteria.innovation.weight',
];

const show = (detail: ReturnType<typeof mergeInDetail>): readonly string[] => {
  render(<RankingTable detail={detail} isTrial={false} rankBefore={null} onOpen={() => undefined} />);
  return screen.getAllByRole('row').map((row) => row.textContent);
};

describe('the cut line', () => {
  it('stands after the last finalist and names the margin', () => {
    const detail = mergeInDetail(
      exampleMerge({ finalists: 2 }, { 1: [[90], 10], 2: [[80], 8], 3: [[70], 5], 4: [[null], 9] }),
    );
    const rows = show(detail);
    const line = rows.findIndex((row) => row.startsWith('入围线'));
    expect(rows[line]).toContain('前 2 名入围');
    expect(rows[line]).toContain('线上线下相差 20.0000 分');
    expect(rows[line - 1]).toContain('项目2');
    expect(rows[line + 1]).toContain('项目3');
    expect(rows.at(-2)).toBe('没有完整评分，不参加换算和排名');
    expect(rows.at(-1)).toContain('项目4');
  });

  it('leaves an open tie across it undecided, between two lines, and says what has to happen', () => {
    const detail = mergeInDetail(
      exampleMerge({ finalists: 2 }, { 1: [[90], 10], 2: [[80], 8], 3: [[80], 8], 4: [[70], 5] }),
    );
    show(detail);
    expect(screen.getByText(/还剩 1 个名额，下面 2 个项目并列/)).toBeTruthy();
    const tied = within(screen.getByText('以上并列项目待定，以下未入围').closest('tbody') ?? document.body);
    expect(tied.getAllByText('待定')).toHaveLength(2);
    expect(tied.getByText('与 3 号并列')).toBeTruthy();
  });
});

it('puts the numbers into the formulas that the ranking follows from', () => {
  const detail = mergeInDetail(
    exampleMerge(
      { panel: { trim: { low: 1, high: 1, atLeast: 3 } }, merge: { expertWeight: 60, publicWeight: 40 } },
      { 1: [[90, 80, 10], 5], 2: [[70, 60, 50], 10] },
    ),
  );
  const [first] = detail.ranking.filter(({ candidate }) => candidate === 1);
  if (first === undefined) throw new Error('candidate 1 is ranked');
  expect(panelFormula(first)).toBe('只有一个总分：80.000000');
  expect(publicFormula(detail, first)).toBe('100 × 5 ÷ 10（最高） ＝ 50.000000');
  expect(combinedFormula(detail, first)).toBe(
    '（60 × 80.000000 ＋ 40 × 50.000000）÷（60 ＋ 40） ＝ 68.000000',
  );
});

it('does not divide by no votes at all', () => {
  const detail = mergeInDetail(exampleMerge({}, { 1: [[90], 0], 2: [[80], 0] }));
  const [first] = detail.ranking;
  if (first === undefined) throw new Error('candidate 1 is ranked');
  expect(first.public).toBe('0.000000');
  expect(publicFormula(detail, first)).toBe('没有选票，按规则计 0 分');
});

it('says of everybody without a total why there is none', () => {
  const expert = (id: number, name: string, cell: number, submittedAt: string | null) => ({
    id,
    name,
    organisation: '',
    submittedAt,
    complete: 0,
    recused: 0,
    cells: [1, cell],
  });
  const submitted = '2017-04-05T01:00:00.000Z';
  const progress = {
    criteria: 2,
    candidates: [
      { candidate: 7, title: '甲' },
      { candidate: 9, title: '乙' },
    ],
    experts: [
      expert(1, '有总分', 2, submitted),
      expert(2, '回避', -1, submitted),
      expert(3, '少一项', 1, submitted),
      expert(4, '未交', 2, null),
    ],
  };
  const totals = [{ expert: 1, total: '80.000000', rebased: null, dropped: null }];
  expect(
    expertsWithoutTotal(progress, { candidate: 9, totals }).map(({ name, reason }) => [name, reason]),
  ).toEqual([
    ['回避', 'recused'],
    ['少一项', 'incomplete'],
    ['未交', 'open'],
  ]);
});

it('names a refused field as the screen does, never as the round file does', () => {
  const { rules } = mergeInDetail(exampleMerge({}, { 1: [[90], 10] }));
  const refused = (field: string): string =>
    trialFailure(
      { code: 'invalid-input', message: `“${field}”有误`, details: { field, problem: '不能小于 0' } },
      rules.criteria.map((criterion) => ({ ...criterion, name: '创新性' })),
    );
  for (const field of ['merge', 'panel.trim', 'criteria', ...trialFields])
    expect(refused(field)).not.toMatch(/[a-z]/i);
  expect(refused('merge.expertWeight')).toBe('“专家权重”有误：不能小于 0。');
});

describe('trial rules', () => {
  const { rules } = mergeInDetail(
    exampleMerge({ merge: { tieBreak: ['expert', 'public'] } }, { 1: [[90], 10] }),
  );

  it('ask for nothing while they are the rules in force', () => {
    expect(trialChanges(rules, trialOf(rules))).toEqual([]);
  });

  it('ask for exactly what differs, as the command line writes it', () => {
    const changes = trialChanges(rules, {
      ...trialOf(rules),
      expertWeight: 60,
      criterionWeights: { innovation: 2.5 },
      tieBreak: [],
    });
    expect(trialSet(changes ?? [])).toBe(
      'merge.expertWeight=60;criteria.innovation.weight=2.5;merge.tieBreak=',
    );
  });

  it('wait while a number field stands empty', () => {
    expect(trialChanges(rules, { ...trialOf(rules), trimLow: null })).toBeNull();
  });
});
