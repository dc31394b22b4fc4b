import { dirname } from 'node:path';
import type { Refusal, Result } from '../../shared/refusals/refusal.ts';
import type { Connection } from './connection.ts';
import { storageRefusal } from './storage-refusal.ts';

/** Carries a refusal out of better-sqlite3's transaction, so that what was written before it is rolled back. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Runs `work` in one immediate transaction: a value commits, a refusal or an exception rolls back. Within another
 * transaction it is a savepoint of that one. A full disk and a busy database are refusals, every other exception a defect.
 * `work` is synchronous: a transaction never crosses an await.
 */
export function inTransaction<Value>(connection: Connection, work: () => Result<Value>): Result<Value> {
  const isOutermost = !connection.inTransaction;
  try {
    return connection
      .transaction(() => {
        const result = work();
        if (!result.ok) throw new RolledBack(result.refusal);
        return result;
      })
      .immediate();
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, refusal: error.refusal };
    // SQLite may have rolled back the whole transaction already, so only its outermost level may answer.
    const refusal = isOutermost ? storageRefusal(error, dirname(connection.name)) : null;
    if (refusal !== null) return refusal;
    throw error;
  }
}
