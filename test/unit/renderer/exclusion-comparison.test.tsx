// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { MergeScreen } from '../../../renderer/screens/secretariat/merge/MergeScreen.tsx';
import type { MergeScreen as Merge } from '../../../shared/contract/merge.ts';
import { mergeInDetail } from '../../../shared/merging/merge.ts';
import { mergeWithoutExclusions } from '../../../shared/merging/without-exclusions.ts';
import { exampleMerge } from '../../support/example-merge.ts';
import { fakeDoor } from './fake-door.ts';
import { signInEach } from './stage.ts';

// jsdom draws no charts, and this one is not what is looked at here.
vi.mock('../../../renderer/screens/secretariat/merge/MergeChart.tsx', () => ({ MergeChart: () => null }));

/**
 * Combined is half panel, half 100 × votes ÷ the most votes. As it counts: 95, 75, 70, 35, so 1, 2, 3, 4 with 1 and 2 in.
 * With 2,000 excluded votes of 3 (2,400 in all): 1: 45 + 1000/48 = 65.8; 2: 40 + 700/48 = 54.6; 3: 35 + 50 = 85;
 * 4: 30 + 100/48 = 32.1; so 3, 1, 2, 4 with 3 and 1 in.
 */
const input = exampleMerge(
  { finalists: 2 },
  { 1: [[90], 1000], 2: [[80], 700], 3: [[70], 400], 4: [[60], 100] },
);

const excluded = (votes: readonly (readonly [number, number])[]) =>
  mergeWithoutExclusions(input, { exclusions: 2, ballots: 2345, shortfalls: [], votes: new Map(votes) });

const secretary = { id: 1, name: '王敏', role: 'secretariat', organisation: '' } as const;

function show(change: Partial<Merge>): void {
  const merge: Merge = {
    detail: mergeInDetail(input),
    lockedAt: null,
    lockOrigin: null,
    sheetsSubmitted: 1,
    experts: 1,
    ballotsAccepted: 1000,
    totals: [],
    withoutExclusions: null,
    warnings: [],
    ...change,
  };
  fakeDoor({
    'GET /api/merge': { body: merge },
    'GET /api/marks/progress': { body: { criteria: 1, candidates: [], experts: [] } },
  });
  render(<MergeScreen />);
}

/** The cells of a table's rows, without its header. */
function rowsOf(table: HTMLElement): (string | null)[][] {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );
}

signInEach(secretary);

describe('the ranking before the exclusions', () => {
  it('stands beside the one that counts: what moved, then all, with places and votes of both', async () => {
    show({ withoutExclusions: excluded([[3, 2000]]) });
    const panel = within(await screen.findByRole('region', { name: '剔除前' }));
    expect(panel.getByText(/有 2 次剔除，共 2,345 张选票不计票/)).toBeTruthy();
    const moved = [
      ['1', '项目1', '2（入围）', '1（入围）', '1,000', '1,000'],
      ['2', '项目2', '3（未入围）', '2（入围）', '700', '700'],
      ['3', '项目3', '1（入围）', '3（未入围）', '2,400', '400'],
    ];
    expect(rowsOf(panel.getByRole('table', { name: '名次或是否入围不同的项目' }))).toEqual(moved);
    expect(rowsOf(panel.getByRole('table', { name: '全部项目', hidden: true }))).toEqual([
      ...moved,
      ['4', '项目4', '4（未入围）', '4（未入围）', '100', '100'],
    ]);
  });

  it('says so where the exclusions changed no place, and still lists everybody', async () => {
    show({ withoutExclusions: excluded([[1, 50]]) });
    const panel = within(await screen.findByRole('region', { name: '剔除前' }));
    expect(panel.getByText('剔除前后，各项目的名次和是否入围都一样。')).toBeTruthy();
    expect(panel.queryByRole('table', { name: '名次或是否入围不同的项目' })).toBeNull();
    const all = rowsOf(panel.getByRole('table', { name: '全部项目', hidden: true }));
    expect(all.map((row) => row.at(-2))).toEqual(['1,050', '700', '400', '100']);
  });

  it('is not there while nothing is excluded', async () => {
    show({ withoutExclusions: null });
    expect((await screen.findAllByText('项目1')).length).toBeGreaterThan(0);
    expect(screen.queryByRole('region', { name: '剔除前' })).toBeNull();
  });
});

describe('while no sheet is submitted', () => {
  const nothing = { sheetsSubmitted: 0, ballotsAccepted: 0 };

  it('votes are asked for where there are none', async () => {
    show(nothing);
    expect(await screen.findByRole('button', { name: '导入选票' })).toBeTruthy();
  });

  it('votes are not asked for where totals count', async () => {
    show({ ...nothing, totals: [{ file: 'phone.csv', as: 'instead', minute: '4月5日评审会决定' }] });
    expect(await screen.findByRole('button', { name: '查看评分进度' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '导入选票' })).toBeNull();
  });
});
