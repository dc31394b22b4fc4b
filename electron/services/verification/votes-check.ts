import type { Standing } from '../../../shared/ballots/rejection.ts';
import { countBatch, type CountedBallots, type CountedBatch } from '../../database/ballot-totals.ts';
import type { Connection } from '../../database/connection.ts';
import {
  readFunnelCounts,
  readVoteBatches,
  readVoteGeneration,
  type VoteBatchRecord,
} from '../../database/vote-batches.ts';
import { readVoteCounts } from '../../database/vote-counts.ts';
import { funnelWords } from '../exports/rule-words.ts';
import { funnelOf } from '../votes/funnel.ts';
import type { RecordCheck } from './record-check.ts';

interface RecordedBatch {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly digest: string;
  readonly importedAt: string;
  readonly importedBy: string;
  withdrawn: { readonly at: string; readonly reason: string } | null;
}

interface Figures {
  readonly batch: number;
  readonly accepted: number;
  readonly rejected: Readonly<Record<string, number>>;
}

/** The batches of votes are those of the record, and every figure follows from the ballots. */
export function votesCheck(connection: Connection): RecordCheck {
  const recorded = new Map<number, RecordedBatch>();
  /** The figures of the last import, while nothing has changed the votes since. */
  let last: Figures | null = null;
  return {
    code: 'votes',
    title: '选票批次与记录一致，去向和得票数由选票重新数得',
    follow: ({ event, payload, at, actor }) => {
      if (event === 'votes-imported') {
        const { file, sha256, rows, digest } = payload;
        recorded.set(payload.batch, {
          file,
          sha256,
          rows,
          digest,
          importedAt: at,
          importedBy: actor,
          withdrawn: null,
        });
        last = payload;
      } else if (event === 'votes-withdrawn' || event === 'votes-restored') {
        const batch = recorded.get(payload.batch);
        const withdrawn = event === 'votes-withdrawn' ? { at, reason: payload.reason } : null;
        if (batch !== undefined) batch.withdrawn = withdrawn;
        last = null;
      } else if (event === 'votes-excluded' || event === 'votes-exclusion-lifted') last = null;
    },
    contradictions: () => {
      const generation = readVoteGeneration(connection);
      const stored = new Map(readVoteBatches(connection).map((batch) => [batch.batch, batch]));
      const votes = new Map<number, number>();
      const found = [...recorded.keys()]
        .filter((batch) => !stored.has(batch))
        .map((batch) => `选票批次 ${batch}：有导入的记录，但批次不见了`);
      for (const batch of stored.values()) {
        const known = recorded.get(batch.batch);
        const counted = countBatch(connection, batch.batch, generation);
        const { ballots } = counted;
        if (batch.state === 'in-force')
          for (const [candidate, count] of counted.votes)
            votes.set(candidate, (votes.get(candidate) ?? 0) + count);
        const problems =
          known === undefined
            ? ['没有导入的记录']
            : [...batchProblems(batch, known), ...ballotProblems(connection, batch, known, counted)];
        if (last?.batch === batch.batch) problems.push(...figureProblems(last, ballots));
        found.push(...problems.map((problem) => `选票批次 ${batch.batch}：${problem}`));
      }
      return [...found, ...countProblems(connection, votes)];
    },
  };
}

function batchProblems(batch: VoteBatchRecord, known: RecordedBatch): string[] {
  const problems: string[] = [];
  if ((batch.withdrawn === null) !== (known.withdrawn === null))
    problems.push(known.withdrawn === null ? '标为已撤回，记录中在计票' : '标为计票中，记录中已撤回');
  else if (batch.withdrawn?.at !== known.withdrawn?.at || batch.withdrawn?.reason !== known.withdrawn?.reason)
    problems.push('撤回的时间或原因与记录的不同');
  if (batch.file !== known.file || batch.sha256 !== known.sha256)
    problems.push('文件名或文件校验值与记录的不同');
  if (batch.importedAt !== known.importedAt || batch.importedBy !== known.importedBy)
    problems.push('导入的时间或导入人与记录的不同');
  if (batch.rows !== known.rows) problems.push(`标为 ${batch.rows} 行，记录的是 ${known.rows} 行`);
  return problems;
}

function ballotProblems(
  connection: Connection,
  batch: VoteBatchRecord,
  known: RecordedBatch,
  { ballots, digest }: CountedBatch,
): string[] {
  const problems: string[] = [];
  const rows = sumOf(ballots);
  if (rows !== known.rows) problems.push(`存有选票 ${rows} 行，记录的是 ${known.rows} 行`);
  if (digest !== known.digest) problems.push('存有的选票内容（账号摘要、时间、选项）与导入时的不同');
  // A restoration that was broken off may have checked the rows of a withdrawn batch anew; they count for nothing.
  if (batch.state !== 'in-force') return problems;
  const kept = readFunnelCounts(connection, batch.batch);
  const counted = byStanding(ballots);
  for (const standing of new Set([...kept.keys(), ...counted.keys()])) {
    const [is, should] = [kept.get(standing) ?? 0, counted.get(standing) ?? 0];
    if (is !== should) problems.push(`“${wordsOf(standing)}”记为 ${is} 行，由选票数得 ${should} 行`);
  }
  const strange = sumOf(ballots.filter((each) => !agrees(each)));
  if (strange > 0) problems.push(`有 ${strange} 行选票的去向与该行自身的核对结果矛盾`);
  return problems;
}

/** A row that fails a check of its own is rejected for it; only a good one is decided among others. */
function agrees({ standing, verdict }: CountedBallots): boolean {
  if (verdict !== 'good') return standing === verdict || standing === 'already-recorded';
  return ['accepted', 'second-that-day', 'already-recorded', 'excluded'].includes(standing);
}

function figureProblems({ accepted, rejected }: Figures, ballots: readonly CountedBallots[]): string[] {
  const now = funnelOf(byStanding(ballots));
  const isSame =
    now.accepted === accepted &&
    Object.entries(now.rejected).every(([reason, rows]) => rows === (rejected[reason] ?? 0));
  return isSame ? [] : [`选票去向与导入时记录的不同（记录的有效票 ${accepted} 张，现在 ${now.accepted} 张）`];
}

/** Each candidate's votes against those counted anew from the ballots. */
function countProblems(connection: Connection, counted: ReadonlyMap<number, number>): string[] {
  const kept = readVoteCounts(connection);
  return [...new Set([...kept.keys(), ...counted.keys()])]
    .toSorted((left, right) => left - right)
    .flatMap((candidate) => {
      const [is, should] = [kept.get(candidate) ?? 0, counted.get(candidate) ?? 0];
      return is === should ? [] : [`得票数：${candidate} 号记为 ${is} 票，由选票数得 ${should} 票`];
    });
}

function byStanding(ballots: readonly CountedBallots[]): Map<Standing, number> {
  const counts = new Map<Standing, number>();
  for (const { standing, rows } of ballots) counts.set(standing, (counts.get(standing) ?? 0) + rows);
  return counts;
}

function sumOf(ballots: readonly CountedBallots[]): number {
  return ballots.reduce((sum, { rows }) => sum + rows, 0);
}

function wordsOf(standing: string): string {
  return Object.entries(funnelWords).find(([each]) => each === standing)?.[1] ?? standing;
}
