import { ballotContext, type BallotContext } from '../../../shared/ballots/check.ts';
import type { BallotRules } from '../../../shared/round/round.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import type { Connection } from '../../database/connection.ts';
import { readRules } from '../../database/rounds.ts';

/** The rules by which ballots are checked, decided and explained. */
export interface VoteRules {
  readonly context: BallotContext;
  readonly frequency: BallotRules['perAccount'];
}

export function readVoteRules(connection: Connection): VoteRules {
  const rules = readRules(connection);
  const candidates = readCandidateTitles(connection).map(({ candidate }) => candidate);
  return { context: ballotContext(rules, candidates), frequency: rules.ballot.perAccount };
}
