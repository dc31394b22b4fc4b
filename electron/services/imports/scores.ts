import { refused, type Result } from '../../../shared/refusals/refusal.ts';
import { markText, type Mark } from '../../../shared/scoring/mark.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import type { Connection } from '../../database/connection.ts';
import {
  readComments,
  readScores,
  readScoreSheet,
  writeComment,
  writeMark,
} from '../../database/score-sheets.ts';
import { lockRulesOnFirstImport } from '../rules.ts';
import { recordSubmission } from '../submission.ts';
import type { Caller } from '../use-case.ts';
import { PlanBuilder } from './import-plan.ts';
import { commentField, scoreFields, scoreLayout } from './score-columns.ts';
import { readSheets, type WrittenSheet } from './score-rows.ts';
import type { TableImport } from './table-import.ts';

/** 评分: each expert's marks become a submitted sheet. What is recorded is never replaced. */
export const scoresImport: TableImport = {
  table: 'scores',
  title: '评分',
  fields: (round, header) => scoreFields(round, header),
  plan: (caller, round, rows, header) => {
    const builder = new PlanBuilder();
    const { connection } = caller.workspace;
    for (const sheet of readSheets(connection, round, scoreLayout(header), rows, builder)) {
      planSheet(caller, sheet, builder);
    }
    return builder.plan();
  },
  refusedBefore: ({ workspace }) =>
    readCandidateTitles(workspace.connection).length === 0 ? refused('candidates-missing', {}).refusal : null,
  beforeWriting: (caller) => {
    lockRulesOnFirstImport(caller, 'first import');
  },
};

interface RecordedSheet {
  readonly isSubmitted: boolean;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly comments: ReadonlyMap<number, string>;
}

function readRecorded(connection: Connection, expert: number): RecordedSheet {
  return {
    isSubmitted: readScoreSheet(connection, expert).submittedAt !== null,
    marks: new Map(
      readScores(connection, expert).map(({ candidate, criterion, mark }) => [
        markKey(candidate, criterion),
        mark,
      ]),
    ),
    comments: new Map(readComments(connection, expert).map(({ candidate, comment }) => [candidate, comment])),
  };
}

function markKey(candidate: number, criterion: string): string {
  return `${candidate}:${criterion}`;
}

function planSheet(caller: Caller, sheet: WrittenSheet, builder: PlanBuilder): void {
  const recorded = readRecorded(caller.workspace.connection, sheet.expert.id);
  const before = builder.problemCount;
  listConflicts(sheet, recorded, builder);
  if (builder.problemCount > before) return;
  // An expert of whom the file lists only blank rows has not marked: their sheet stays open.
  const isBlank = sheet.marks.length === 0 && sheet.comments.size === 0;
  if (recorded.isSubmitted || isBlank) builder.unchanged(sheet.rows.length);
  else builder.created(() => recordSheet(caller, sheet), sheet.rows.length);
}

function listConflicts(sheet: WrittenSheet, recorded: RecordedSheet, builder: PlanBuilder): void {
  const { name } = sheet.expert;
  const advice = recorded.isSubmitted
    ? `${name}的评分表已经提交，不能再改。确需修改，请秘书处退回并写明原因`
    : `${name}正在评分，导入不会改动已有的分数。请先与本人核对`;
  for (const { row, candidate, criterion, mark } of sheet.marks) {
    const standing = recorded.marks.get(markKey(candidate, criterion.id));
    if (standing === mark || (standing === undefined && !recorded.isSubmitted)) continue;
    const kept = standing === undefined ? '没有记录' : `已记录 ${markText(standing)} 分`;
    builder.problem(row, criterion.name, `${candidate} 号${kept}，表中是 ${markText(mark)} 分：${advice}`);
  }
  for (const [candidate, { row, comment }] of sheet.comments) {
    const standing = recorded.comments.get(candidate) ?? '';
    if (standing === comment || (standing === '' && !recorded.isSubmitted)) continue;
    builder.problem(row, commentField.label, `${candidate} 号的评语与已记录的不同：${advice}`);
  }
}

function recordSheet(caller: Caller, sheet: WrittenSheet): Result<null> {
  const { connection } = caller.workspace;
  for (const { candidate, criterion, mark } of sheet.marks) {
    writeMark(connection, sheet.expert.id, candidate, criterion.id, mark);
  }
  for (const [candidate, { comment }] of sheet.comments)
    writeComment(connection, sheet.expert.id, candidate, comment);
  // A blank mark is an absent mark, which the secretariat confirms by importing.
  return recordSubmission(caller, sheet.expert, true);
}
