import { z } from 'zod';
import type { Connection } from './connection.ts';

/** What the rows of a batch have in common: where they come from and how exactly their times are known. */
export interface RecordedBatch {
  readonly batch: number;
  readonly file: string;
  readonly sha256: string;
  /** The files and sheets that its pages number. */
  readonly sources: readonly { readonly file: string; readonly sheet: string | null }[];
  /** IANA name: of the wall clock that stands for a time cell which is not kept as text. */
  readonly timeZone: string;
  readonly precision: 'second' | 'minute';
  readonly minutesEqual: boolean;
  readonly isInForce: boolean;
}

interface SourceRow {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly sources: string;
  readonly time_zone: string;
  readonly time_precision: 'second' | 'minute';
  readonly minutes_equal: number;
  readonly state: string;
}

const sourcesSchema = z.array(z.object({ file: z.string(), sheet: z.string().nullable() }));

/** All batches that a person may see, by number. */
export function readRecordedBatches(connection: Connection): ReadonlyMap<number, RecordedBatch> {
  const rows = connection
    .prepare<[], SourceRow>(
      `SELECT id, file, sha256, sources, time_zone, time_precision, minutes_equal, state
       FROM vote_batch WHERE state <> 'staged' ORDER BY id`,
    )
    .all();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        batch: row.id,
        file: row.file,
        sha256: row.sha256,
        sources: sourcesSchema.parse(JSON.parse(row.sources)),
        timeZone: row.time_zone,
        precision: row.time_precision,
        minutesEqual: row.minutes_equal === 1,
        isInForce: row.state === 'in-force',
      },
    ]),
  );
}
