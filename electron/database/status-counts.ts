import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

/** How much of everything there is; each figure from an index or a small table, also with a million ballots. */
export interface StatusCounts {
  readonly applications: number;
  readonly candidates: number;
  readonly experts: number;
  readonly sheetsSubmitted: number;
  /** Begun and not submitted: at least one mark or comment. */
  readonly sheetsStarted: number;
  readonly recusals: number;
  /** In force. */
  readonly voteBatches: number;
  readonly ballotRows: number;
  readonly ballotsAccepted: number;
  /** Of the ranking: what does not count may be written out long before there is one. */
  readonly exports: number;
}

export function readStatusCounts(connection: Connection): StatusCounts {
  const counts = statement<[], StatusCounts>(
    connection,
    `SELECT
        (SELECT count(*) FROM application) AS applications,
        (SELECT count(*) FROM application WHERE candidate IS NOT NULL) AS candidates,
        (SELECT count(*) FROM person WHERE role = 'expert') AS experts,
        (SELECT count(*) FROM score_sheet WHERE submitted_at IS NOT NULL) AS sheetsSubmitted,
        (SELECT count(*) FROM score_sheet WHERE submitted_at IS NULL
          AND (EXISTS (SELECT 1 FROM score WHERE score.expert = score_sheet.expert)
            OR EXISTS (SELECT 1 FROM score_comment WHERE score_comment.expert = score_sheet.expert))) AS sheetsStarted,
        (SELECT count(*) FROM recusal) AS recusals,
        (SELECT count(*) FROM vote_batch WHERE state = 'in-force') AS voteBatches,
        (SELECT coalesce(sum(rows), 0) FROM vote_batch WHERE state = 'in-force') AS ballotRows,
        (SELECT coalesce(sum(vote_funnel.rows), 0) FROM vote_funnel
           JOIN vote_batch ON vote_batch.id = vote_funnel.batch
          WHERE vote_batch.state = 'in-force' AND vote_funnel.standing = 'accepted') AS ballotsAccepted,
        (SELECT count(*) FROM audit_entry WHERE event = 'result-exported'
          AND json_extract(payload, '$.kind') = 'ranking') AS exports`,
  ).get();
  if (counts === undefined) throw new Error('counting gave no row');
  return counts;
}
