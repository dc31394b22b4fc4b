import type { Connection } from '../../database/connection.ts';
import { readVoteTotals, type VoteTotalsRecord } from '../../database/vote-totals.ts';
import { totalsDigest } from '../votes/totals.ts';
import type { RecordCheck } from './record-check.ts';

interface RecordedTotals {
  readonly file: string;
  readonly sha256: string;
  readonly digest: string;
  readonly at: string;
  readonly actor: string;
  counted: VoteTotalsRecord['counted'];
  removed: VoteTotalsRecord['removed'];
}

/** The totals are those that were read; exactly those count that a minute lets count, and only those are removed that were. */
export function totalsCheck(connection: Connection): RecordCheck {
  const recorded = new Map<number, RecordedTotals>();
  return {
    code: 'totals',
    title: '票数合计与记录一致，计入的正是会议记录决定的',
    follow: ({ event, payload, at, actor }) => {
      if (event === 'vote-totals-kept') {
        const { file, sha256, digest } = payload;
        recorded.set(payload.totals, { file, sha256, digest, at, actor, counted: null, removed: null });
      } else if (event === 'vote-totals-counted') {
        const known = recorded.get(payload.totals);
        if (known !== undefined) known.counted = { as: payload.as, minute: payload.minute, at, by: actor };
      } else if (event === 'vote-totals-set-aside') {
        const known = recorded.get(payload.totals);
        if (known !== undefined) known.counted = null;
      } else if (event === 'vote-totals-removed') {
        const known = recorded.get(payload.totals);
        if (known !== undefined) known.removed = { reason: payload.reason, at, by: actor };
      }
    },
    contradictions: () => {
      const found: string[] = [];
      const missing = new Set(recorded.keys());
      for (const stored of readVoteTotals(connection)) {
        const say = (problem: string): void => void found.push(`票数合计 ${stored.id}：${problem}`);
        const known = recorded.get(stored.id);
        missing.delete(stored.id);
        if (known === undefined) {
          say('没有导入的记录');
          continue;
        }
        if (stored.file !== known.file || stored.sha256 !== known.sha256)
          say('文件名或文件校验值与记录的不同');
        if (stored.importedAt !== known.at || stored.importedBy !== known.actor)
          say('导入的时间或导入人与记录的不同');
        if (totalsDigest(stored.totals) !== known.digest) say('各项目的票数与记录的不同');
        for (const problem of [
          countingProblem(stored.counted, known.counted),
          removalProblem(stored.removed, known.removed),
        ])
          if (problem !== null) say(problem);
      }
      for (const totals of missing) found.push(`票数合计 ${totals}：有导入的记录，但票数不见了`);
      return found;
    },
  };
}

function countingProblem(
  stored: VoteTotalsRecord['counted'],
  known: VoteTotalsRecord['counted'],
): string | null {
  if (stored === null) return known === null ? null : '标为不计入，记录中是计入的';
  if (known === null) return '标为计入，记录中没有让它计入的决定';
  if (stored.as !== known.as) return '计入的方式与记录的不同';
  return stored.minute !== known.minute || stored.at !== known.at || stored.by !== known.by
    ? '计入的时间、决定人或会议记录与记录的不同'
    : null;
}

function removalProblem(
  stored: VoteTotalsRecord['removed'],
  known: VoteTotalsRecord['removed'],
): string | null {
  if (stored === null) return known === null ? null : '没有标为移除，记录中是移除的';
  if (known === null) return '标为移除，记录中没有移除它';
  return stored.reason !== known.reason || stored.at !== known.at || stored.by !== known.by
    ? '移除的时间、移除人或原因与记录的不同'
    : null;
}
