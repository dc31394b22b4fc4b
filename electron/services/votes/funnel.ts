import { funnelReasons, type Standing } from '../../../shared/ballots/rejection.ts';
import type { Funnel } from '../../../shared/contract/votes.ts';

/** The funnel as it is shown: every reason is present, and accepted and rejected add up to the rows. */
export function funnelOf(counts: ReadonlyMap<Standing, number>): Funnel {
  const accepted = counts.get('accepted') ?? 0;
  const rejected: Record<string, number> = {};
  let rows = accepted;
  for (const reason of funnelReasons) {
    const count = counts.get(reason) ?? 0;
    rejected[reason] = count;
    rows += count;
  }
  // A step of its own only where somebody excluded ballots.
  const excluded = counts.get('excluded') ?? 0;
  if (excluded > 0) rejected['excluded'] = excluded;
  rows += excluded;
  return { rows, accepted, rejected };
}
