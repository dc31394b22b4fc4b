import { createHash } from 'node:crypto';
import { hashText } from '../../../../shared/ballots/suspicion/address-rates.ts';
import type { CountedBallots } from '../../../../shared/ballots/suspicion/counted-ballots.ts';
import { findFlags, type Flag } from '../../../../shared/ballots/suspicion/flags.ts';
import type { FlagThresholds } from '../../../../shared/ballots/suspicion/thresholds.ts';
import type { VoteFlag, VoteFlags } from '../../../../shared/contract/vote-flags.ts';
import type { Connection } from '../../../database/connection.ts';
import { readRules } from '../../../database/rounds.ts';
import { unmarked } from '../../../../shared/ballots/whole-minute.ts';
import { wallClockText } from '../../../../shared/ballots/wall-clock.ts';
import { readCountedBallots } from './counted-ballots.ts';
import { memberBlob } from './members.ts';

/** The flags as people see them, and each one's ballots as an exclusion keeps them. */
export interface FoundFlags {
  readonly report: VoteFlags;
  /** In the order of the report's flags. */
  readonly members: readonly Uint8Array<ArrayBuffer>[];
}

/** So many ballots of a group are shown, so that the secretariat can look them up. */
const sampleSize = 20;

function sampleOf(ballots: CountedBallots, { members }: Flag, timeZone: string): VoteFlag['sample'] {
  const timeOf = (ballot: number): number => {
    const instant = ballots.instants[ballot] ?? NaN;
    return Number.isNaN(instant) ? Number.MAX_VALUE : instant;
  };
  return members
    .toSorted((left, right) => timeOf(left) - timeOf(right))
    .slice(0, sampleSize)
    .map((ballot) => {
      const instant = ballots.instants[ballot] ?? NaN;
      return {
        account: hashText(ballots.accounts[2 * ballot] ?? 0, ballots.accounts[2 * ballot + 1] ?? 0).slice(
          0,
          8,
        ),
        time: Number.isNaN(instant) ? '' : wallClockText(unmarked(instant), timeZone),
      };
    });
}

/** Looks through all ballots in force. Takes seconds with millions of them: not on the main thread. */
export function searchFlags(connection: Connection, thresholds: FlagThresholds): FoundFlags {
  const { timeZone } = readRules(connection);
  const ballots = readCountedBallots(connection);
  const flags = findFlags(ballots, thresholds, timeZone);
  const members = flags.map((flag) => memberBlob(ballots, flag.members));
  return {
    report: {
      thresholds,
      ballots: ballots.count,
      hasAddresses: ballots.addresses !== null,
      flags: flags.map((flag, index) => ({
        id: flag.id,
        digest: createHash('sha256')
          .update(members[index] ?? '')
          .digest('hex'),
        evidence: flag.evidence,
        ballots: flag.ballots,
        accounts: flag.accounts,
        excluded: flag.excluded,
        candidates: [...flag.candidates],
        sample: sampleOf(ballots, flag, timeZone),
      })),
    },
    members,
  };
}
