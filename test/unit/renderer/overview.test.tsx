// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { NextSteps } from '../../../renderer/screens/secretariat/overview/NextSteps.tsx';
import { StageTable } from '../../../renderer/screens/secretariat/overview/StageTable.tsx';
import { text } from '../../../renderer/text/text.ts';
import type { Status } from '../../../shared/contract/workspace.ts';

const noTotals: Status['totals'] = { waiting: 0, counting: 0, votes: 0, insteadOfBallots: false };
const ballots = { voteBatches: 1, ballotRows: 1200, ballotsAccepted: 1000 };

/** Everything in but the public votes. */
function statusWith(totals: Partial<Status['totals']>, counts: Partial<Status['counts']> = {}): Status {
  return {
    kind: 'real',
    round: { id: 'r', title: '第三届评选' },
    rulesLocked: true,
    counts: {
      applications: 117,
      applicationsExpected: 117,
      candidates: 50,
      candidatesExpected: 50,
      experts: 2,
      sheetsSubmitted: 2,
      sheetsStarted: 0,
      recusals: 0,
      voteBatches: 0,
      ballotRows: 0,
      ballotsAccepted: 0,
      finalists: 30,
      ...counts,
    },
    totals: { ...noTotals, ...totals },
    stages: [{ id: 'votes', done: counts.ballotsAccepted ?? 0, expected: null, isComplete: false }],
  };
}

/** Each step as its link and what it says. */
function steps(status: Status): readonly (readonly [string | null, string])[] {
  render(<NextSteps status={status} />);
  return screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.textContent]);
}

afterEach(cleanup);

describe('the next steps', () => {
  it('ask for the public votes while there are none', () => {
    expect(steps(statusWith({}))).toEqual([
      [expect.stringContaining('votes'), expect.stringContaining('导入公众投票')],
    ]);
  });

  it('ask for the panel’s decision while there are only totals that do not count', () => {
    const found = steps(statusWith({ waiting: 2 }));
    expect(found).toEqual([
      [expect.stringContaining('votes'), expect.stringContaining('请评审会决定票数合计是否计入')],
    ]);
    expect(found[0]?.[1]).toContain('已保存 2 份只有票数合计的文件');
  });

  it('go on to the merge once totals count, and do not ask for ballots any more', () => {
    for (const totals of [
      { counting: 1, votes: 100, insteadOfBallots: true },
      { counting: 1, votes: 100, waiting: 1 },
    ]) {
      expect(steps(statusWith(totals))).toEqual([
        [expect.stringContaining('merge'), expect.stringContaining('公众投票和评分都已到位')],
      ]);
      cleanup();
    }
  });

  it('do not press for a decision on totals where ballots count already', () => {
    expect(steps(statusWith({ waiting: 1 }, ballots)).map(([link]) => link)).toEqual([
      expect.stringContaining('merge'),
    ]);
  });
});

describe('the stage of votes', () => {
  const detail = (status: Status): string => {
    render(<StageTable status={status} />);
    return within(screen.getByRole('table')).getAllByRole('cell').at(-1)?.textContent ?? '';
  };

  it('names the totals that count, and whether they stand instead of the ballots', () => {
    expect(detail(statusWith({ counting: 1, votes: 12_345, insteadOfBallots: true }))).toBe(
      '没有计票中的批次；计入 1 份票数合计，共 12,345 票，代替全部选票',
    );
    cleanup();
    expect(detail(statusWith({ counting: 2, votes: 30, waiting: 1 }, ballots))).toBe(
      '有效票；1 批，共 1,200 行；计入 2 份票数合计，共 30 票，加在选票上；1 份票数合计没有计入',
    );
  });

  it('says nothing of totals where there are none', () => {
    expect(detail(statusWith({}, ballots))).toBe('有效票；1 批，共 1,200 行');
  });
});

it('the rail does not say that votes are missing where totals count', () => {
  const { votes } = text.frame.stageFigures;
  expect(votes(0, null, false)).toBe('还没有选票');
  expect(votes(0, null, true)).toBe('按票数合计');
  expect(votes(1000, null, true)).toBe('1,000 张有效');
});
