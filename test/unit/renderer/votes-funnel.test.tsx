// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { funnelReasons } from '../../../shared/ballots/rejection.ts';
import { FunnelBars } from '../../../renderer/screens/secretariat/votes/FunnelBars.tsx';
import { funnelView } from '../../../renderer/screens/secretariat/votes/funnel-steps.ts';
import { standingByVotes } from '../../../renderer/screens/secretariat/votes/standing-by-votes.ts';

afterEach(cleanup);

it('adds up exactly when accepted and rejected make up the rows, reasons it does not know included', () => {
  const counts = fc.dictionary(fc.constantFrom(...funnelReasons, 'a-later-reason'), fc.nat(10_000));
  fc.assert(
    fc.property(fc.nat(10_000), counts, fc.integer({ min: -3, max: 3 }), (accepted, rejected, error) => {
      const rows = accepted + Object.values(rejected).reduce((sum, count) => sum + count, 0) + error;
      const view = funnelView({ rows, accepted, rejected });
      expect(view.addsUp).toBe(error === 0);
      expect(view.accepted.count + view.rejected.reduce((sum, { count }) => sum + count, 0)).toBe(view.sum);
      expect(view.rejected.map(({ standing }) => standing)).toEqual(
        expect.arrayContaining([...funnelReasons]),
      );
    }),
  );
});

it('shows the sum, and says loudly when it does not come out', () => {
  const rejected = { 'too-few': 3, 'second-that-day': 20 };
  const { rerender } = render(<FunnelBars funnel={{ rows: 1_023, accepted: 1_000, rejected }} />);
  expect(screen.getByText('合计：有效 1,000 ＋ 不计票 23 ＝ 读入 1,023 ✓')).toBeTruthy();
  rerender(<FunnelBars funnel={{ rows: 1_024, accepted: 1_000, rejected }} />);
  expect(screen.getByRole('alert').textContent).toContain('不符');
});

it('opens the rows of a step that has rows, and of no other', () => {
  const open = vi.fn<(standing: string) => void>();
  render(<FunnelBars funnel={{ rows: 3, accepted: 0, rejected: { 'too-few': 3 } }} onOpen={open} />);
  const buttons = screen.getAllByRole('button');
  expect(buttons).toHaveLength(1);
  buttons[0]?.click();
  expect(open).toHaveBeenCalledWith('too-few');
});

it('gives candidates with equal votes the same place, and the next one the place after all of them', () => {
  const tally = [
    { candidate: 1, votes: 5 },
    { candidate: 2, votes: 9 },
    { candidate: 3, votes: 5 },
    { candidate: 4, votes: 1 },
  ];
  const standing = standingByVotes({ ballots: { rows: 10, accepted: 10, rejected: {} }, tally }, String);
  expect(standing.map(({ candidate, place }) => [candidate, place])).toEqual([
    [2, 1],
    [1, 2],
    [3, 2],
    [4, 4],
  ]);
});
