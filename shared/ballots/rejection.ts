/**
 * Why a row of a vote file does not count. The order of the first tuple is the order of the checks (DESIGN.md section 3);
 * the first check that fails is the recorded reason.
 *
 * - `unreadable`: no account, a needed time that cannot be parsed, or no choices field at all
 * - `outside-window`: before the opening or after the closing instant (both instants themselves are inside)
 * - `too-few`, `too-many`: number of listed choices, repeats counted
 * - `unknown-project`: a token that names no candidate
 * - `repeated-choice`: one candidate listed more than once
 * - `second-that-day`: another ballot of the same account stands for that day (or, with `once`, for the whole round)
 */
export const rejectionReasons = [
  'unreadable',
  'outside-window',
  'too-few',
  'too-many',
  'unknown-project',
  'repeated-choice',
  'second-that-day',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** The reasons a row can get by itself, without looking at any other row. */
export type OwnRejection = Exclude<RejectionReason, 'second-that-day'>;

/** What a row is by itself: good, or the first check that it fails. */
export type Verdict = 'good' | OwnRejection;

/**
 * Every step of the funnel below "accepted": the rejections, and the surplus rows of ballots that another batch in force
 * has already recorded. `accepted` and these always add up to the rows.
 */
export const funnelReasons = [...rejectionReasons, 'already-recorded'] as const;
export type FunnelReason = (typeof funnelReasons)[number];

/** What became of a row among all the rows of its account. */
export type StandingByRules = 'accepted' | FunnelReason;

/**
 * What a row counts as. `excluded`: it would be accepted by the rules, and belongs to a group of ballots that was excluded with
 * a minute and a second person; it has used up its account's day.
 */
export type Standing = StandingByRules | 'excluded';
