/** What can be taken out of a workspace. */
export { exportRanking } from './export-ranking.ts';
export type { ExportedFile } from './exported-file.ts';
