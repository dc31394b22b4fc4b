import type { BallotRow, CheckedBallot } from '../../../shared/ballots/check.ts';
import type { HashedAccount } from '../../database/account-set.ts';
import type { AccountHash } from './account-hash.ts';
import type { Newcomer } from './explain-newcomers.ts';
import { keptChoices } from './kept-cells.ts';

/** The hash of an account; null for an empty one, which is nobody's. */
export function hashedAccount(account: string, hash: AccountHash): HashedAccount | null {
  if (account === '') return null;
  const { low, high } = hash.ofText(account);
  return { low, high };
}

/** A checked row without its account, its choices as an import would keep them: by these it is told whether two are the same. */
export function newcomerOf(
  { choices }: BallotRow,
  checked: CheckedBallot,
  hash: AccountHash,
  place: Pick<Newcomer, 'file' | 'sheet' | 'line' | 'position'>,
): Newcomer {
  const { verdict, instant } = checked;
  return {
    ...place,
    account: hashedAccount(checked.account, hash),
    instant,
    verdict,
    choices:
      choices === null || verdict === 'good' ? choices : keptChoices(choices, (text) => hash.hexOf(text)),
  };
}
