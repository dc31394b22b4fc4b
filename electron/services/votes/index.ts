/** Public votes: the use cases that the HTTP door, the command line and the demonstration call. */
export { mappingFileText, readMappingFile } from './mapping-file.ts';
export { previewVotes } from './preview-votes.ts';
export { importVotes, type ImportProgress, type ImportVotesOptions } from './import-votes.ts';
export {
  listVoteBatches,
  restoreVoteBatch,
  withdrawVoteBatch,
  type BatchDecision,
  type VoteBatches,
} from './vote-batches.ts';
export { listBallots, readVoteTally, type BallotPage, type BallotQuery } from './tally.ts';
export { removeStagedBatches } from './staged.ts';
