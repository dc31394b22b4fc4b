import type { TextEncoding } from '../../tables/text-decoding.ts';

/** What a person corrected by hand of how a text is read; a mapping keeps it. What is absent is recognised. */
export interface SourceChoice {
  readonly encoding?: TextEncoding | undefined;
  /** One character. */
  readonly delimiter?: string | undefined;
}
