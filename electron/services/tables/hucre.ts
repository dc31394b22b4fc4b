/**
 * The only file that knows which spreadsheet library is in use. Everything that goes in has passed `spreadsheet-guard.ts`.
 */
export { readXlsx, streamXlsxRows, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
export type { Cell, CellStyle, CellValue, Sheet, WriteSheet } from 'hucre/xlsx';
