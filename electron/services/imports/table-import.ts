import type { ImportableTable } from '../../../shared/contract/uploads.ts';
import type { Refusal } from '../../../shared/refusals/refusal.ts';
import type { Round } from '../../../shared/round/round.ts';
import type { Caller } from '../use-case.ts';
import type { Field, SourceRow } from './columns.ts';
import type { ImportPlan } from './import-plan.ts';

/** All that sets one importable table apart from the others. */
export interface TableImport {
  readonly table: ImportableTable;
  /** The name of the table for people, and of its template. */
  readonly title: string;
  /** Whether a table with a header and no rows is an answer too; elsewhere it is a file chosen by mistake. */
  readonly mayBeEmpty?: boolean;
  /** The columns; for scores they follow from the round and from the layout that the header shows. */
  readonly fields: (round: Round, header: readonly string[]) => readonly Field[];
  /** Judges every row and says what importing would add. Reads the database and changes nothing. */
  readonly plan: (
    caller: Caller,
    round: Round,
    rows: readonly SourceRow[],
    header: readonly string[],
  ) => ImportPlan;
  /** Why no table of this kind can come in yet, whatever it says. */
  readonly refusedBefore?: (caller: Caller) => Refusal | null;
  /** What comes before anything is added, in the same transaction. */
  readonly beforeWriting?: (caller: Caller) => void;
}
