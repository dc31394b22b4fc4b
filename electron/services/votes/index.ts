/** Public votes: the use cases that the HTTP door, the command line and the demonstration call. */
export { mappingFileText, readMappingFile } from './mapping-file.ts';
export { previewVotes, refuseUnknownVotes } from './preview-votes.ts';
export { importVotes, importVotesBy, type ImportProgress, type ImportVotesOptions } from './import-votes.ts';
export {
  listVoteBatches,
  restoreVoteBatch,
  withdrawVoteBatch,
  type BatchDecision,
  type VoteBatches,
} from './vote-batches.ts';
export { readVoteTally } from './tally.ts';
export { listBallots, type BallotQuery, type ListedBallots } from './list-ballots.ts';
export { findBallots } from './find-ballots.ts';
export { tryBallot } from './try-ballot.ts';
export { checkVotesFile, type CheckedLine } from './check-file.ts';
export { removeStagedBatches } from './staged.ts';
export { runVoteWorkHere } from './work/runners.ts';
