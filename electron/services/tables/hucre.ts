import type * as library from 'hucre/xlsx';

/**
 * The only file that knows which spreadsheet library is in use. Everything that goes in has passed `spreadsheet-guard.ts`.
 * Loaded when it is needed: it is larger than all the rest of the program, and most of what the program does has no spreadsheet.
 */
export const spreadsheets = (): Promise<typeof library> => import('hucre/xlsx');

export type { Cell, CellStyle, CellValue, Sheet, WriteSheet } from 'hucre/xlsx';
