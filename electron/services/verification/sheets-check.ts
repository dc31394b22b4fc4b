import { markFromThousandths } from '../../../shared/scoring/mark.ts';
import type { Connection } from '../../database/connection.ts';
import { readExperts } from '../../database/people.ts';
import {
  readComments,
  readScores,
  readScoreSheet,
  type SheetComment,
  type SheetScore,
} from '../../database/score-sheets.ts';
import { sheetHash } from '../submission.ts';
import type { RecordCheck, RecordedEvent } from './record-check.ts';

interface TypedMark {
  readonly candidate: number;
  readonly criterion: string;
  /** In thousandths; null where it was cleared. */
  readonly mark: number | null;
}

/** What the log says of one expert's sheet. */
interface RecordedSheet {
  submittedAt: string | null;
  reopenedReason: string | null;
  /** The hash of the last submission, whether or not the sheet was reopened. */
  hash: string | null;
  /** Marks that came in with a table are not listed one by one; the hash stands for them. */
  readonly typed: Map<string, TypedMark>;
  readonly commentLengths: Map<number, number>;
  /** What stood at the last submission, of the pairs that were typed anew since. */
  readonly typedSince: Map<string, TypedMark>;
  commentedSince: boolean;
}

function emptySheet(): RecordedSheet {
  return {
    submittedAt: null,
    reopenedReason: null,
    hash: null,
    typed: new Map(),
    commentLengths: new Map(),
    typedSince: new Map(),
    commentedSince: false,
  };
}

function keyOf({ candidate, criterion }: { readonly candidate: number; readonly criterion: string }): string {
  return `${candidate} ${criterion}`;
}

/** Marks, comments and the state of every sheet are those that the record led to. */
export function sheetsCheck(connection: Connection): RecordCheck {
  const recorded = new Map<number, RecordedSheet>();
  return {
    code: 'sheets',
    title: '评分表与记录一致（逐份重算校验值）',
    follow: (event) => {
      followSheet(recorded, event);
    },
    contradictions: () => {
      const experts = readExperts(connection);
      const known = new Set(experts.map(({ id }) => id));
      const found = [...recorded.keys()]
        .filter((expert) => !known.has(expert))
        .map((expert) => `评审委员 ${expert}：有评分的记录，但这个人不见了`);
      for (const { id, name } of experts)
        for (const problem of sheetProblems(connection, id, recorded.get(id) ?? emptySheet()))
          found.push(`${name}的评分表：${problem}`);
      return found;
    },
  };
}

function followSheet(recorded: Map<number, RecordedSheet>, { event, payload, at }: RecordedEvent): void {
  const sheetOf = (expert: number): RecordedSheet => {
    const sheet = recorded.get(expert) ?? emptySheet();
    recorded.set(expert, sheet);
    return sheet;
  };
  if (event === 'score-saved') {
    const sheet = sheetOf(payload.expert);
    const key = keyOf(payload);
    sheet.typed.set(key, { ...payload, mark: payload.after });
    if (!sheet.typedSince.has(key)) sheet.typedSince.set(key, { ...payload, mark: payload.before });
  } else if (event === 'comment-saved') {
    const sheet = sheetOf(payload.expert);
    sheet.commentLengths.set(payload.candidate, payload.length);
    sheet.commentedSince = true;
  } else if (event === 'sheet-submitted') {
    const sheet = sheetOf(payload.expert);
    Object.assign(sheet, { submittedAt: at, reopenedReason: null, hash: payload.sheetHash });
    sheet.typedSince.clear();
    sheet.commentedSince = false;
    // A table may have filled in what had been cleared.
    for (const [key, { mark }] of sheet.typed) if (mark === null) sheet.typed.delete(key);
    for (const [candidate, length] of sheet.commentLengths)
      if (length === 0) sheet.commentLengths.delete(candidate);
  } else if (event === 'sheet-reopened') {
    Object.assign(sheetOf(payload.expert), { submittedAt: null, reopenedReason: payload.reason });
  }
}

function sheetProblems(connection: Connection, expert: number, recorded: RecordedSheet): string[] {
  const { submittedAt, reopenedReason } = readScoreSheet(connection, expert);
  const problems: string[] = [];
  if (submittedAt !== recorded.submittedAt) {
    if (recorded.submittedAt === null) problems.push('标为已提交，但没有提交的记录');
    else problems.push(submittedAt === null ? '有提交的记录，但标为未提交' : '提交时间与记录的不同');
  }
  if (reopenedReason !== recorded.reopenedReason) problems.push('退回的原因与记录的不同');
  const marks = storedMarks(connection, expert);
  if (marks === null) return [...problems, '存有不可能的分数'];
  const comments = readComments(connection, expert);
  problems.push(...markProblems(marks, recorded), ...commentProblems(comments, recorded));
  const canRecompute = recorded.hash !== null && (recorded.submittedAt !== null || !recorded.commentedSince);
  if (canRecompute && sheetHash(expert, marksAtSubmission(marks, recorded), comments) !== recorded.hash)
    problems.push('重算的校验值与提交时记录的不同，分数或评语已被改动');
  return problems;
}

function storedMarks(connection: Connection, expert: number): SheetScore[] | null {
  try {
    return readScores(connection, expert);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function markProblems(marks: readonly SheetScore[], recorded: RecordedSheet): string[] {
  const stored = new Map(marks.map((each) => [keyOf(each), each]));
  const problems: string[] = [];
  for (const [key, { candidate, criterion, mark }] of recorded.typed) {
    const found = stored.get(key)?.mark ?? null;
    if (found !== mark)
      problems.push(`${candidate} 号的 ${criterion} 记录的是${points(mark)}，现在是${points(found)}`);
  }
  // Before any submission every mark was typed.
  if (recorded.hash === null)
    for (const [key, { candidate, criterion, mark }] of stored)
      if (!recorded.typed.has(key))
        problems.push(`${candidate} 号的 ${criterion} 现在是${points(mark)}，没有打分的记录`);
  return problems;
}

function points(mark: number | null): string {
  return mark === null ? '没有分数' : ` ${mark / 1000} 分`;
}

function commentProblems(comments: readonly SheetComment[], recorded: RecordedSheet): string[] {
  const stored = new Map(comments.map(({ candidate, comment }) => [candidate, comment.length]));
  const problems: string[] = [];
  for (const [candidate, length] of recorded.commentLengths)
    if ((stored.get(candidate) ?? 0) !== length) problems.push(`${candidate} 号的评语长度与记录的不同`);
  if (recorded.hash === null)
    for (const candidate of stored.keys())
      if (!recorded.commentLengths.has(candidate)) problems.push(`${candidate} 号的评语没有记录`);
  return problems;
}

/** The marks of now with everything taken back that was typed after the last submission, in the order that is hashed. */
function marksAtSubmission(marks: readonly SheetScore[], { typedSince }: RecordedSheet): SheetScore[] {
  if (typedSince.size === 0) return [...marks];
  const at = new Map(marks.map((each) => [keyOf(each), each]));
  for (const [key, { candidate, criterion, mark }] of typedSince) {
    if (mark === null) at.delete(key);
    else at.set(key, { candidate, criterion, mark: markFromThousandths(mark) });
  }
  return [...at.values()].toSorted(
    (left, right) =>
      left.candidate - right.candidate ||
      Buffer.compare(Buffer.from(left.criterion), Buffer.from(right.criterion)),
  );
}
