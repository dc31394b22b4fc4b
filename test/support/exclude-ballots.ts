import type { Connection } from '../../electron/database/connection.ts';
import { insertVoteExclusion } from '../../electron/database/vote-exclusions.ts';
import type { Caller } from '../../electron/services/use-case.ts';
import { applyExclusionsBy } from '../../electron/services/votes/suspicion/apply-exclusions.ts';
import { readCountedBallots } from '../../electron/services/votes/suspicion/counted-ballots.ts';
import { memberBlob, memberCount } from '../../electron/services/votes/suspicion/members.ts';
import { runVoteWork } from '../../electron/services/votes/work/run-vote-work.ts';
import type { CountedBallots } from '../../shared/ballots/suspicion/counted-ballots.ts';
import { valueOf } from './workspace.ts';

/** Takes counted ballots out of the count, as an exclusion of a flag would; returns how many. */
export async function excludeBallots(
  caller: Caller,
  isMeant: (ballots: CountedBallots, ballot: number) => boolean,
): Promise<number> {
  const counted = readCountedBallots(caller.workspace.connection);
  const { accounts, instants } = counted;
  const group = Array.from({ length: counted.count }, (_, ballot) => ballot)
    .filter((ballot) => isMeant(counted, ballot))
    .toSorted(
      (left, right) =>
        (accounts[2 * left] ?? 0) - (accounts[2 * right] ?? 0) ||
        (accounts[2 * left + 1] ?? 0) - (accounts[2 * right + 1] ?? 0) ||
        (instants[left] ?? 0) - (instants[right] ?? 0),
    );
  const members = memberBlob(counted, group);
  const ballots = memberCount(members);
  if (ballots === 0) return 0;
  const record = (connection: Connection): void => {
    insertVoteExclusion(connection, {
      flag: '{}',
      ballots,
      members,
      minute: '4月5日评审会决定',
      at: '2017-04-05T02:00:00.000Z',
      by: 'secretariat:1:李华',
      confirmedBy: 'observer:2:张监',
    });
  };
  valueOf(await applyExclusionsBy(runVoteWork, caller, { kind: 'exclude', members }, record));
  return ballots;
}
