import { funnelReasons } from '../../../../shared/ballots/rejection.ts';
import type { Funnel } from '../../../../shared/contract/votes.ts';

/** One step of the funnel: how many of the rows stand at it. */
export interface FunnelStep {
  readonly standing: string;
  readonly count: number;
  /** Percent of the rows, for the length of its bar. */
  readonly percent: number;
}

export interface FunnelView {
  readonly rows: number;
  readonly accepted: FunnelStep;
  /** In the order of the checks; every reason is there, those without a row too. */
  readonly rejected: readonly FunnelStep[];
  readonly rejectedCount: number;
  readonly sum: number;
  /** Whether accepted and rejected make up the rows exactly. */
  readonly addsUp: boolean;
}

export function funnelView({ rows, accepted, rejected }: Funnel): FunnelView {
  const percentOf = (count: number): number => (rows === 0 ? 0 : (100 * count) / rows);
  const step = (standing: string, count: number): FunnelStep => ({
    standing,
    count,
    percent: percentOf(count),
  });
  const known: readonly string[] = funnelReasons;
  // A reason this page does not know yet must not fall out of the sum.
  const reasons = [...known, ...Object.keys(rejected).filter((reason) => !known.includes(reason))];
  const steps = reasons.map((reason) => step(reason, rejected[reason] ?? 0));
  const rejectedCount = steps.reduce((sum, { count }) => sum + count, 0);
  const sum = accepted + rejectedCount;
  return {
    rows,
    accepted: step('accepted', accepted),
    rejected: steps,
    rejectedCount,
    sum,
    addsUp: sum === rows,
  };
}
