import type { RowProblem } from '../../../shared/contract/uploads.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';

/**
 * What importing a table would do. The preview shows it; the import computes it anew inside its transaction and carries it
 * out, so that both can never disagree about a row.
 */
export interface ImportPlan {
  /** Rows that add something; with `completed` and `unchanged` they are all rows that have no problem. */
  readonly created: number;
  /** Rows that fill empty fields of what is recorded already. */
  readonly completed: number;
  /** Rows that say what is recorded already. */
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
  /** Writes what the rows add; only called without problems, inside a transaction. */
  readonly write: () => Result<null>;
}

/** Collects the decision about each row. */
export class PlanBuilder {
  private readonly writes: (() => Result<null>)[] = [];
  private readonly found: RowProblem[] = [];
  private createdRows = 0;
  private completedRows = 0;
  private unchangedRows = 0;

  get problemCount(): number {
    return this.found.length;
  }

  problem(row: number, column: string, problem: string): void {
    this.found.push({ row, column, problem });
  }

  unchanged(rows = 1): void {
    this.unchangedRows += rows;
  }

  created(write: () => Result<null>, rows = 1): void {
    this.createdRows += rows;
    this.writes.push(write);
  }

  completed(write: () => Result<null>): void {
    this.completedRows += 1;
    this.writes.push(write);
  }

  plan(): ImportPlan {
    return {
      created: this.createdRows,
      completed: this.completedRows,
      unchanged: this.unchangedRows,
      problems: this.found.toSorted((left, right) => left.row - right.row),
      write: () => {
        for (const write of this.writes) {
          const written = write();
          if (!written.ok) return written;
        }
        return done(null);
      },
    };
  }
}

export const listedProblems = 1000;

/** The problems of a file as one refusal, for an import that was asked to go ahead. */
export function problemsRefusal(file: string, problems: readonly RowProblem[]): Result<never> {
  return refused('rows-invalid', {
    file,
    count: problems.length,
    problems: problems.slice(0, listedProblems).map(({ row, column, problem }) => ({
      row,
      column,
      problem: column === '' ? problem : `“${column}”${problem}`,
    })),
  });
}
