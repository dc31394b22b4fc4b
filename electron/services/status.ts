import type { Status } from '../../shared/contract/workspace.ts';
import { done, type Result } from '../../shared/refusals/refusal.ts';
import type { Connection } from '../database/connection.ts';
import { readRuleLock, readRules } from '../database/rounds.ts';
import { readStatusCounts } from '../database/status-counts.ts';
import { readVoteTotals } from '../database/vote-totals.ts';
import type { Caller } from './use-case.ts';

/** What is in, what is missing, which stage. The stages stand in the order of the process. */
export function readStatus(caller: Caller): Result<Status> {
  const { connection, kind } = caller.workspace;
  const { id, title, counts: expected } = readRules(connection);
  const { exports, ...counts } = readStatusCounts(connection);
  // More than the round says is as wrong as fewer: somebody has to look at it.
  const hasApplications = counts.applications === expected.applications;
  const hasCandidates = counts.candidates === expected.candidates;
  const totals = totalsStatus(connection);
  const hasVotes = counts.ballotsAccepted > 0 || totals.counting > 0;
  const hasMarks = counts.experts > 0 && counts.sheetsSubmitted === counts.experts;
  const canMerge = hasCandidates && hasVotes && hasMarks;
  return done({
    kind,
    round: { id, title },
    rulesLocked: readRuleLock(connection) !== null,
    counts: {
      ...counts,
      applicationsExpected: expected.applications,
      candidatesExpected: expected.candidates,
      finalists: expected.finalists,
    },
    totals,
    stages: [
      {
        id: 'applications',
        done: counts.applications,
        expected: expected.applications,
        isComplete: hasApplications,
      },
      { id: 'candidates', done: counts.candidates, expected: expected.candidates, isComplete: hasCandidates },
      { id: 'votes', done: counts.ballotsAccepted, expected: null, isComplete: hasVotes },
      { id: 'marks', done: counts.sheetsSubmitted, expected: counts.experts, isComplete: hasMarks },
      {
        id: 'merge',
        // With the first submitted sheet there is a ranking to look at; it is complete when everything is in.
        done: counts.sheetsSubmitted > 0 ? Math.min(expected.finalists, counts.candidates) : 0,
        expected: expected.finalists,
        isComplete: canMerge,
      },
      { id: 'freeze', done: 0, expected: 1, isComplete: false },
      { id: 'export', done: exports, expected: null, isComplete: exports > 0 },
    ],
  });
}

function totalsStatus(connection: Connection): Status['totals'] {
  const present = readVoteTotals(connection).filter(({ removed }) => removed === null);
  const counting = present.filter(({ counted }) => counted !== null);
  return {
    waiting: present.length - counting.length,
    counting: counting.length,
    votes: counting.flatMap(({ totals }) => totals).reduce((sum, [, votes]) => sum + votes, 0),
    insteadOfBallots: counting.some(({ counted }) => counted?.as === 'instead'),
  };
}
