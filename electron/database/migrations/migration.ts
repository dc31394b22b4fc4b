import type Database from 'better-sqlite3';
import type { Refusal } from '../../../shared/refusals/refusal.ts';

/** One step from a form of the workspace to the next. */
export interface Migration {
  readonly sql: string;
  /** Why this workspace cannot take the step; it is then left as it is. */
  readonly refuse?: (
    connection: Database.Database,
    folder: string,
  ) => { readonly ok: false; readonly refusal: Refusal } | null;
}
