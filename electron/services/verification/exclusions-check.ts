import { createHash } from 'node:crypto';
import { standingCode } from '../../../shared/ballots/standing-codes.ts';
import { shortfallSentence } from '../../../shared/ballots/suspicion/shortfall.ts';
import { choicesOfRow, type StoredPage } from '../../database/ballot-page.ts';
import { readPages } from '../../database/ballot-pages.ts';
import { readStandings } from '../../database/ballot-standings.ts';
import type { Connection } from '../../database/connection.ts';
import { readExcludedMembers } from '../../database/excluded-members.ts';
import { readVoteBatches, readVoteGeneration } from '../../database/vote-batches.ts';
import {
  readExcludedCounts,
  readVoteExclusions,
  readVoteExclusionMembers,
} from '../../database/vote-exclusions.ts';
import { readExclusionShortfalls } from '../votes/suspicion/exclusion-effects.ts';
import { ExcludedBallots } from '../votes/work/excluded-ballots.ts';
import type { RecordCheck } from './record-check.ts';

interface RecordedExclusion {
  readonly digest: string;
  readonly minute: string;
  readonly at: string;
  liftedAt: string | null;
  liftedMinute: string | null;
}

const accepted = standingCode('accepted');
const excluded = standingCode('excluded');

/** The exclusions are those of the record, and exactly their ballots are excluded. */
export function exclusionsCheck(connection: Connection): RecordCheck {
  const recorded = new Map<number, RecordedExclusion>();
  return {
    code: 'exclusions',
    title: '剔除与记录一致，剔除的正是记录的那些选票',
    follow: ({ event, payload, at }) => {
      if (event === 'votes-excluded') {
        const { digest, minute } = payload;
        recorded.set(payload.exclusion, { digest, minute, at, liftedAt: null, liftedMinute: null });
      } else if (event === 'votes-exclusion-lifted') {
        const known = recorded.get(payload.exclusion);
        if (known === undefined) return;
        known.liftedAt = at;
        known.liftedMinute = payload.minute;
      }
    },
    contradictions: () => [...recordProblems(connection, recorded), ...ballotProblems(connection)],
    notes: () => readExclusionShortfalls(connection).map(shortfallSentence),
  };
}

function recordProblems(connection: Connection, recorded: ReadonlyMap<number, RecordedExclusion>): string[] {
  const found: string[] = [];
  const missing = new Set(recorded.keys());
  for (const stored of readVoteExclusions(connection)) {
    const say = (problem: string): void => void found.push(`第 ${stored.exclusion} 次剔除：${problem}`);
    const known = recorded.get(stored.exclusion);
    missing.delete(stored.exclusion);
    if (known === undefined) {
      say('没有剔除的记录');
      continue;
    }
    const members = readVoteExclusionMembers(connection, stored.exclusion);
    if (createHash('sha256').update(members).digest('hex') !== known.digest)
      say('剔除的选票名单与记录的不同');
    if (stored.minute !== known.minute || stored.excludedAt !== known.at)
      say('剔除的时间或会议记录与记录的不同');
    const { lifted } = stored;
    if ((lifted === null) !== (known.liftedAt === null))
      say(known.liftedAt === null ? '标为已恢复，记录中仍在剔除' : '标为剔除中，记录中已恢复');
    else if (lifted !== null && (lifted.at !== known.liftedAt || lifted.minute !== known.liftedMinute))
      say('恢复的时间或会议记录与记录的不同');
  }
  for (const exclusion of missing) found.push(`第 ${exclusion} 次剔除：有剔除的记录，但剔除不见了`);
  return found;
}

/** Decides again which rows of the batches in force are excluded, and counts their votes anew. */
function ballotProblems(connection: Connection): string[] {
  const members = new ExcludedBallots(readExcludedMembers(connection));
  const generation = readVoteGeneration(connection);
  const votes = new Map<number, number>();
  const found: string[] = [];
  for (const { batch, state, minutesEqual } of readVoteBatches(connection)) {
    if (state !== 'in-force') continue;
    const standings = new Map(
      readStandings(connection, batch, generation).map((page) => [page.page, page.standings]),
    );
    let wrong = 0;
    for (const page of readPages(connection, batch)) {
      // That a page has no standings is for the check of the batches to say.
      const ofPage = standings.get(page.page);
      if (ofPage !== undefined) wrong += checkPage(page, minutesEqual, ofPage, members, votes);
    }
    if (wrong > 0) found.push(`选票批次 ${batch}：有 ${wrong} 行选票该剔除而没有剔除，或不该剔除而剔除了`);
  }
  const kept = readExcludedCounts(connection);
  for (const candidate of [...new Set([...kept.keys(), ...votes.keys()])].toSorted((a, b) => a - b)) {
    const [is, should] = [kept.get(candidate) ?? 0, votes.get(candidate) ?? 0];
    if (is !== should) found.push(`剔除的得票数：${candidate} 号记为 ${is} 票，由选票数得 ${should} 票`);
  }
  return found;
}

/** How many rows are excluded and should not be, or the other way round; adds the votes of the excluded ones. */
function checkPage(
  page: StoredPage,
  areMinutes: boolean,
  standings: Uint8Array,
  members: ExcludedBallots,
  votes: Map<number, number>,
): number {
  const again = standings.map((code) => (code === excluded ? accepted : code));
  members.mark(page, areMinutes, again);
  let wrong = 0;
  for (let row = 0; row < page.rows; row += 1) {
    if (again[row] !== standings[row]) wrong += 1;
    if (standings[row] !== excluded) continue;
    for (const candidate of choicesOfRow(page, row)) votes.set(candidate, (votes.get(candidate) ?? 0) + 1);
  }
  return wrong;
}
