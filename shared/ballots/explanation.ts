import type { BallotRules } from '../round/round.ts';
import type { BallotContext } from './check.ts';
import { choiceSet, readChoices } from './choices.ts';
import type { Standing } from './rejection.ts';

/** Where the ballot is found that counts instead of another. */
export interface EarlierBallot {
  /** Null: a line of the same file, which is not imported. */
  readonly batch: number | null;
  readonly file: string;
  /** Null for a source without sheets. */
  readonly sheet: string | null;
  /** The source's own number of the line or sheet row. */
  readonly line: number;
  /** Epoch milliseconds, or null where the row has no time. */
  readonly instant: number | null;
}

/** What of a row an explanation needs; never the account itself. */
export interface ExplainedRow {
  readonly hasAccount: boolean;
  /** Epoch milliseconds, or null where there is no time that can be parsed. */
  readonly instant: number | null;
  /** The choices cell as it is kept; null where the row has no such field at all. */
  readonly choices: string | null;
}

/** Why a row counts as what it counts as, with the figures that decided it. */
export type BallotExplanation =
  | { readonly code: 'accepted' | 'excluded'; readonly listed: number }
  | { readonly code: 'unreadable'; readonly missing: 'account' | 'time' | 'choices' }
  | {
      readonly code: 'outside-window';
      readonly instant: number;
      readonly end: 'opens' | 'closes';
      /** Epoch milliseconds of the end that the ballot misses. */
      readonly endsAt: number;
    }
  | { readonly code: 'too-few' | 'too-many'; readonly listed: number; readonly bound: number }
  /** The choices that name no candidate, each once, as listed. */
  | { readonly code: 'unknown-project'; readonly tokens: readonly string[] }
  /** The candidates listed more than once, ascending. */
  | { readonly code: 'repeated-choice'; readonly candidates: readonly number[] }
  | {
      readonly code: 'second-that-day';
      readonly frequency: BallotRules['perAccount'];
      readonly earlier: EarlierBallot;
    }
  | { readonly code: 'already-recorded'; readonly earlier: EarlierBallot };

function unknownTokens(choices: string, candidates: ReadonlySet<number>): string[] {
  const { numbers, texts } = readChoices(choices);
  const strangers = numbers.filter((number) => !candidates.has(number)).map(String);
  return [...new Set([...strangers, ...texts])];
}

function repeatedCandidates(choices: string): number[] {
  const { numbers } = readChoices(choices);
  const once = choiceSet({ numbers, texts: [] }).numbers;
  return once.filter((candidate) => numbers.indexOf(candidate) !== numbers.lastIndexOf(candidate));
}

function missedEnd(instant: number, { opens, closes }: BallotContext): BallotExplanation | null {
  if (opens !== null && instant < opens)
    return { code: 'outside-window', instant, end: 'opens', endsAt: opens };
  if (closes !== null && instant > closes)
    return { code: 'outside-window', instant, end: 'closes', endsAt: closes };
  return null;
}

/**
 * Explains a standing that was decided by the rules of `context` (`checkBallot`, `decideAccount`).
 *
 * @param earlier the ballot that counts instead; needed for `second-that-day` and `already-recorded` alone.
 * @throws RangeError when the row cannot have that standing by these rules: then the rules changed under it, or the caller
 *   mixed up two rows.
 */
export function explainBallot(
  row: ExplainedRow,
  standing: Standing,
  rules: { readonly context: BallotContext; readonly frequency: BallotRules['perAccount'] },
  earlier: EarlierBallot | null,
): BallotExplanation {
  const { context, frequency } = rules;
  const { numbers, texts } = readChoices(row.choices ?? '');
  const listed = numbers.length + texts.length;
  switch (standing) {
    case 'accepted':
    case 'excluded':
      return { code: standing, listed };
    case 'unreadable':
      if (!row.hasAccount) return { code: 'unreadable', missing: 'account' };
      return { code: 'unreadable', missing: row.choices === null ? 'choices' : 'time' };
    case 'outside-window': {
      const missed = row.instant === null ? null : missedEnd(row.instant, context);
      if (missed === null) throw new RangeError('a ballot inside the window is said to be outside');
      return missed;
    }
    case 'too-few':
      return { code: 'too-few', listed, bound: context.minChoices };
    case 'too-many':
      return { code: 'too-many', listed, bound: context.maxChoices };
    case 'unknown-project':
      return { code: 'unknown-project', tokens: unknownTokens(row.choices ?? '', context.candidates) };
    case 'repeated-choice':
      return { code: 'repeated-choice', candidates: repeatedCandidates(row.choices ?? '') };
    case 'second-that-day':
    case 'already-recorded':
      if (earlier === null) throw new RangeError(`nothing is known to count instead of a ${standing} ballot`);
      return standing === 'already-recorded'
        ? { code: standing, earlier }
        : { code: standing, frequency, earlier };
  }
}
