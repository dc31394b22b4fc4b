import { standingsByCode } from '../../../../shared/ballots/standing-codes.ts';
import { zoneOffset } from '../../../../shared/ballots/time-zone.ts';
import type { VoteStatisticsReport } from '../../../../shared/contract/vote-statistics.ts';
import { VoteStatisticsSum } from '../../../../shared/statistics/vote-statistics.ts';
import { readCandidateTitles } from '../../../database/applications.ts';
import { readPages } from '../../../database/ballot-pages.ts';
import { readStandings, standingsOfPage } from '../../../database/ballot-standings.ts';
import type { Connection } from '../../../database/connection.ts';
import { readRules } from '../../../database/rounds.ts';
import { readVoteBatches, readVoteGeneration } from '../../../database/vote-batches.ts';

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

/** Adds up the pages of all batches in force, or of one of them. Takes seconds with millions of ballots: not on the main thread. */
export function sumStatistics(connection: Connection, batch: number | null): VoteStatisticsReport {
  const { ballot, timeZone } = readRules(connection);
  const candidates = readCandidateTitles(connection).map(({ candidate }) => candidate);
  const generation = readVoteGeneration(connection);
  const sum = new VoteStatisticsSum({
    opensAt: instantOf(ballot.opensAt),
    closesAt: instantOf(ballot.closesAt),
    zoneOffset: (instant) => zoneOffset(instant, timeZone),
    candidates,
  });
  for (const each of readVoteBatches(connection)) {
    if (each.state !== 'in-force' || (batch !== null && batch !== each.batch)) continue;
    const standings = readStandings(connection, each.batch, generation);
    for (const page of readPages(connection, each.batch)) sum.add(page, standingsOfPage(standings, page));
  }
  return { timeZone, standings: [...standingsByCode], candidates, ...plain(sum.result()) };
}

/** The lists of the sum are its own and nobody changes them any more. */
function plain(
  result: ReturnType<VoteStatisticsSum['result']>,
): Omit<VoteStatisticsReport, 'timeZone' | 'standings' | 'candidates'> {
  return {
    days: [...result.days],
    hours: result.hours.map(({ hour, rows, votes }) => ({ hour, rows, votes: [...votes] })),
    elsewhere: result.elsewhere,
    choices: [...result.choices],
  };
}
