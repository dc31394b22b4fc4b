import { z } from 'zod';

/**
 * What can be taken out. In the window a download from `/api/exports/:kind.:format?ticket=…`; on the command line
 * `export KIND --out FILE`, the format following from the file's ending.
 */
export const exportKinds = ['ranking', 'rejected-ballots'] as const;
export const exportKindSchema = z.enum(exportKinds);
export type ExportKind = (typeof exportKinds)[number];

export const exportFormats = ['xlsx', 'csv'] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = (typeof exportFormats)[number];

export const exportPath = (kind: ExportKind, format: ExportFormat): string =>
  `/api/exports/${kind}.${format}`;
/** The ballots that are not counted, of one batch or (null) of all in force. */
export const rejectedBallotsPath = (format: ExportFormat, batch: number | null): string =>
  `${exportPath('rejected-ballots', format)}${batch === null ? '' : `?batch=${batch}`}`;
export const templatePath = (table: string): string => `/api/templates/${table}.xlsx`;
