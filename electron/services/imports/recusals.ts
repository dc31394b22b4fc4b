import { done } from '../../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import { appendAudit } from '../../database/audit-log.ts';
import { readRecusals, writeRecusal } from '../../database/recusals.ts';
import type { Caller } from '../use-case.ts';
import { candidateNumber, quoted } from './cell-reading.ts';
import type { Field } from './columns.ts';
import { expertFinder } from './find-expert.ts';
import { PlanBuilder } from './import-plan.ts';
import { candidateField, pairFields } from './pair-columns.ts';
import type { TableImport } from './table-import.ts';

const reasonField: Field = {
  field: 'reason',
  label: '回避原因',
  headers: ['原因', '理由', '回避理由', '事由'],
  isRequired: true,
  explanation: '例如“本单位项目”。会记录在案。',
};
const longestReason = 500;

/** 回避: pairs expert × candidate that are in no mean. */
export const recusalsImport: TableImport = {
  table: 'recusals',
  title: '回避',
  mayBeEmpty: true,
  fields: (_round, header) => [...pairFields(header), reasonField],
  plan: (caller, _round, rows) => {
    const builder = new PlanBuilder();
    const { connection } = caller.workspace;
    const findExpert = expertFinder(connection);
    const candidates = new Set(readCandidateTitles(connection).map(({ candidate }) => candidate));
    const recorded = new Map(
      readRecusals(connection).map((each) => [pairKey(each.expert, each.candidate), each.reason]),
    );
    const seen = new Map<string, number>();
    for (const row of rows) {
      const found = findExpert(row.cell('expert'), row.cell('id'));
      if ('problem' in found) builder.problem(row.row, found.label, found.problem);
      const candidate = knownCandidate(row.cell('candidate'), candidates);
      if ('problem' in candidate) builder.problem(row.row, candidateField.label, candidate.problem);
      const reason = row.cell('reason');
      if (reason.length > longestReason)
        builder.problem(row.row, reasonField.label, `太长，最多 ${longestReason} 个字`);
      if ('problem' in found || 'problem' in candidate || reason.length > longestReason) continue;
      const key = pairKey(found.expert.id, candidate.number);
      const earlier = seen.get(key);
      seen.set(key, earlier ?? row.row);
      const standing = recorded.get(key);
      if (earlier !== undefined) builder.problem(row.row, '', `与第 ${earlier} 行重复`);
      else if (standing === undefined)
        builder.created(() => done(recordRecusal(caller, found.expert.id, candidate.number, reason)));
      else if (standing === reason || reason === '') builder.unchanged();
      else
        builder.problem(row.row, reasonField.label, `已登记为${quoted(standing)}，表中是${quoted(reason)}`);
    }
    return builder.plan();
  },
};

export function pairKey(expert: number, candidate: number): string {
  return `${expert}:${candidate}`;
}

/** The candidate that a cell names by number, or the sentence that says why it names none. */
export function knownCandidate(
  cell: string,
  candidates: ReadonlySet<number>,
): { readonly number: number } | { readonly problem: string } {
  if (cell === '') return { problem: '没有填写' };
  const number = candidateNumber(cell);
  return number !== null && candidates.has(number)
    ? { number }
    : { problem: `${quoted(cell)}不是候选项目，请核对编号` };
}

function recordRecusal(caller: Caller, expert: number, candidate: number, reason: string): null {
  const { connection } = caller.workspace;
  writeRecusal(connection, { expert, candidate, reason, declaredBy: 'secretariat' });
  appendAudit(connection, caller.actor, caller.now(), {
    event: 'recusal-declared',
    payload: { expert, candidate, reason },
  });
  return null;
}
