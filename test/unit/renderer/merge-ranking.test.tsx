// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { mergeInDetail } from '../../../shared/merging/merge.ts';
import {
  combinedFormula,
  panelFormula,
  publicFormula,
} from '../../../renderer/screens/secretariat/merge/formulas.ts';
import { RankingTable } from '../../../renderer/screens/secretariat/merge/RankingTable.tsx';
import { trialChanges, trialOf, trialSet } from '../../../renderer/screens/secretariat/merge/trial-rules.ts';
import { exampleMerge } from '../../support/example-merge.ts';

afterEach(cleanup);

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
    expect(rows.at(-2)).toBe('没有完整评分，不参加折算和排名');
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
