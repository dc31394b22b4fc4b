import type { ExportFormat } from '../../../shared/contract/exports.ts';

/** A file that goes out: its name as a person will see it, and its bytes. */
export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A file too large to be held in memory: it lies where the caller wanted it. */
export interface WrittenFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
