/** Tables in: the use cases that the HTTP door and the command line call. */
export { confirmImport, previewImport, type ImportRequest } from './import-table.ts';
export { templateWorkbook } from './template.ts';
