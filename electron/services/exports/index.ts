/** What can be taken out of a workspace. */
export { exportRanking } from './export-ranking.ts';
export { exportRejectedBallots, exportRejectedBallotsBy, type RejectedSelection } from './export-rejected.ts';
export type { ExportedFile, WrittenFile } from './exported-file.ts';
