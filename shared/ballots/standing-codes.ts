import { funnelReasons, rejectionReasons, type Standing, type Verdict } from './rejection.ts';

/**
 * One byte for each verdict and standing, as the pages of ballots keep them. A number, once given, is never given to
 * another word: databases hold it.
 */

/** By number: a row's own verdict. 0 is `good`; the others have the number that they have as a standing. */
export const verdictsByCode: readonly Verdict[] = [
  'good',
  ...rejectionReasons.filter((reason) => reason !== 'second-that-day'),
];

/** By number: what a row counts as among all rows. 0 is `accepted`. */
export const standingsByCode: readonly Standing[] = ['accepted', ...funnelReasons, 'excluded'];

function codesOf<Word extends string>(words: readonly Word[]): ReadonlyMap<Word, number> {
  return new Map(words.map((word, code) => [word, code]));
}

const verdictCodes = codesOf(verdictsByCode);
const standingCodes = codesOf(standingsByCode);

/** The number of a verdict; equal to the number of the standing that the row has when no other row matters. */
export function verdictCode(verdict: Verdict): number {
  return verdictCodes.get(verdict) ?? 0;
}

/** The number of a standing. */
export function standingCode(standing: Standing): number {
  return standingCodes.get(standing) ?? 0;
}

/** @throws RangeError for a number that stands for no verdict: the database is not of this program. */
export function verdictOfCode(code: number): Verdict {
  const verdict = verdictsByCode[code];
  if (verdict === undefined) throw new RangeError(`no verdict has the number ${code}`);
  return verdict;
}

/** @throws RangeError for a number that stands for no standing: the database is not of this program. */
export function standingOfCode(code: number): Standing {
  const standing = standingsByCode[code];
  if (standing === undefined) throw new RangeError(`no standing has the number ${code}`);
  return standing;
}
