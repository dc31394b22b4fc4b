/** Larger files are taken for a mistake: two thousand million bytes are twenty million ballots. */
export const voteFileMegabytes = 2048;
