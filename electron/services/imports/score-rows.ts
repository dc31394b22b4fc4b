import { criterionKey, type Criterion, type Round } from '../../../shared/round/round.ts';
import { parseMark, type Mark } from '../../../shared/scoring/mark.ts';
import type { Connection } from '../../database/connection.ts';
import { readCandidateTitles } from '../../database/applications.ts';
import type { PersonRecord } from '../../database/people.ts';
import { quoted } from './cell-reading.ts';
import type { SourceRow } from './columns.ts';
import { expertFinder } from './find-expert.ts';
import type { PlanBuilder } from './import-plan.ts';
import { candidateField } from './pair-columns.ts';
import { knownCandidate, pairKey } from './recusals.ts';
import {
  commentField,
  criterionField,
  fieldOfCriterion,
  markField,
  type ScoreLayout,
} from './score-columns.ts';

const longestComment = 2000;

/** A mark as one row writes it. */
export interface WrittenMark {
  readonly row: number;
  readonly candidate: number;
  readonly criterion: Criterion;
  readonly mark: Mark;
}

/** All that a file says about one expert's sheet. */
export interface WrittenSheet {
  readonly expert: PersonRecord;
  readonly rows: number[];
  readonly marks: WrittenMark[];
  readonly comments: Map<number, { readonly row: number; readonly comment: string }>;
}

function emptySheet(expert: PersonRecord): WrittenSheet {
  return { expert, rows: [], marks: [], comments: new Map() };
}

/** Reads the rows into one sheet per expert and lists every row that cannot be read. */
export function readSheets(
  connection: Connection,
  round: Round,
  layout: ScoreLayout,
  rows: readonly SourceRow[],
  builder: PlanBuilder,
): readonly WrittenSheet[] {
  const findExpert = expertFinder(connection);
  const candidates = new Set(readCandidateTitles(connection).map(({ candidate }) => candidate));
  const sheets = new Map<number, WrittenSheet>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const found = findExpert(row.cell('expert'), row.cell('id'));
    if ('problem' in found) builder.problem(row.row, found.label, found.problem);
    const candidate = knownCandidate(row.cell('candidate'), candidates);
    if ('problem' in candidate) builder.problem(row.row, candidateField.label, candidate.problem);
    const written =
      layout === 'wide' ? marksOfWideRow(row, round, builder) : markOfLongRow(row, round, builder);
    if ('problem' in found || 'problem' in candidate || written === null) continue;

    const pair = pairKey(found.expert.id, candidate.number);
    const key = layout === 'wide' ? pair : `${pair}:${written.map(({ criterion }) => criterion.id).join()}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row.row);
    if (earlier !== undefined) {
      builder.problem(
        row.row,
        '',
        `${found.expert.name}对 ${candidate.number} 号的评分与第 ${earlier} 行重复`,
      );
      continue;
    }
    const sheet = sheets.get(found.expert.id) ?? emptySheet(found.expert);
    sheets.set(found.expert.id, sheet);
    sheet.rows.push(row.row);
    for (const { criterion, mark } of written) {
      if (mark !== null) sheet.marks.push({ row: row.row, candidate: candidate.number, criterion, mark });
    }
    addComment(sheet, candidate.number, row, builder);
  }
  return [...sheets.values()];
}

interface ReadMark {
  readonly criterion: Criterion;
  readonly mark: Mark | null;
}

function marksOfWideRow(row: SourceRow, round: Round, builder: PlanBuilder): readonly ReadMark[] | null {
  const marks = round.criteria.map((criterion) =>
    readMark(row, fieldOfCriterion(criterion), criterion, builder),
  );
  return marks.some((mark) => mark === null) ? null : marks.filter((mark) => mark !== null);
}

function markOfLongRow(row: SourceRow, round: Round, builder: PlanBuilder): readonly ReadMark[] | null {
  const cell = row.cell('criterion');
  const criterion = round.criteria.find(
    ({ id, name }) => criterionKey(id) === criterionKey(cell) || criterionKey(name) === criterionKey(cell),
  );
  if (criterion === undefined) {
    const known = round.criteria.map(({ name }) => name).join('、');
    builder.problem(row.row, criterionField.label, `没有${quoted(cell)}这一项。本轮的评审标准是：${known}`);
    return null;
  }
  const mark = readMark(row, markField.field, criterion, builder);
  return mark === null ? null : [mark];
}

/** Null after listing a problem; a blank cell is an absent mark. */
function readMark(
  row: SourceRow,
  field: string,
  criterion: Criterion,
  builder: PlanBuilder,
): ReadMark | null {
  const cell = row.cell(field);
  if (cell === '') return { criterion, mark: null };
  const mark = parseMark(cell, criterion);
  if (mark !== null) return { criterion, mark };
  const advice = /回避/.test(cell)
    ? '回避的请留空，并登记在回避表里'
    : `应是 0 到 ${criterion.max} 之间的数，每档 ${criterion.step} 分；没有评的留空`;
  builder.problem(row.row, criterion.name, `分数${quoted(cell)}不对：${advice}`);
  return null;
}

function addComment(sheet: WrittenSheet, candidate: number, row: SourceRow, builder: PlanBuilder): void {
  const comment = row.cell('comment');
  if (comment === '') return;
  const earlier = sheet.comments.get(candidate);
  if (comment.length > longestComment)
    builder.problem(row.row, commentField.label, `太长，最多 ${longestComment} 个字`);
  else if (earlier !== undefined && earlier.comment !== comment)
    builder.problem(row.row, commentField.label, `与第 ${earlier.row} 行对同一项目的评语不同`);
  else sheet.comments.set(candidate, { row: row.row, comment });
}
