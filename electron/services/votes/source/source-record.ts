import type { Refusal } from '../../../../shared/refusals/refusal.ts';

/** One record of a source: its cells as text, and the file's own number of the line or sheet row where it begins. */
export interface SourceRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Records come in parts, because a step of an async iteration for each of a million would cost more than reading them. */
export type SourceRecords = AsyncIterable<readonly SourceRecord[]>;

/** A source that turns out to be unusable half-way: the refusal is the answer to the whole import. */
export class SourceBroken extends Error {
  readonly refusal: Refusal;
  constructor(failure: { readonly refusal: Refusal }) {
    super(`source is broken: ${failure.refusal.code}`);
    this.refusal = failure.refusal;
  }
}
