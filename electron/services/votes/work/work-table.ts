import { canonicalText } from '../../../../shared/audit/canonical.ts';
import { ballotContext, type BallotContext } from '../../../../shared/ballots/check.ts';
import type { Result } from '../../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
import { openConnection, type Connection } from '../../../database/connection.ts';
import { readRules } from '../../../database/rounds.ts';
import { readVoteGeneration } from '../../../database/vote-batches.ts';
import { workspaceDatabaseFile } from '../../../database/workspace.ts';
import { readAccountKey } from '../../../database/workspace-secret.ts';
import type { BallotReader } from '../reading/ballot-reading.ts';
import type { Frequency, VoteBasis, WorkPlace, WorkPort } from './task.ts';
import { WorkCancelled } from './work-cancelled.ts';

/** What every kind of work on the votes needs: a connection of its own, the rules, and whoever ordered it. */
export interface WorkTable {
  readonly connection: Connection;
  readonly basis: VoteBasis;
  readonly context: BallotContext;
  readonly frequency: Frequency;
  /** The key of the accounts' hashes. */
  readonly key: Uint8Array;
  readonly reader: BallotReader;
  readonly port: WorkPort;
  readonly checkCancelled: () => void;
}

/** What the votes in force follow from, as it is now. */
export function readVoteBasis(connection: Connection): VoteBasis {
  const { ballot, timeZone } = readRules(connection);
  return {
    rules: canonicalText({ ballot, timeZone }),
    candidates: readCandidateTitles(connection).map(({ candidate }) => candidate),
    generation: readVoteGeneration(connection),
  };
}

/** Opens the connection for the time of `work`; afterwards it is closed. */
export async function atWorkTable<Value>(
  place: WorkPlace,
  port: WorkPort,
  reader: BallotReader,
  work: (table: WorkTable) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened = openConnection(workspaceDatabaseFile(place.folder), { busyTimeout: 10_000 });
  if (!opened.ok) return opened;
  const connection = opened.value;
  try {
    const rules = readRules(connection);
    const basis = readVoteBasis(connection);
    return await work({
      connection,
      basis,
      context: ballotContext(rules, basis.candidates),
      frequency: rules.ballot.perAccount,
      key: readAccountKey(connection),
      reader,
      port,
      checkCancelled: () => {
        if (port.isCancelled()) throw new WorkCancelled();
      },
    });
  } finally {
    connection.close();
  }
}
