import { checkBallot, type BallotContext } from '../../../../shared/ballots/check.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import type { BallotPage } from '../../../database/ballot-page.ts';
import { rowTexts } from '../row-texts.ts';

/** The verdicts that the rows of a page get by these rules, from what is kept of them. */
export function recheckedVerdicts(page: BallotPage, context: BallotContext): Uint8Array {
  return Uint8Array.from({ length: page.rows }, (_, row) => {
    const hasAccount = page.accounts[2 * row] !== 0 || page.accounts[2 * row + 1] !== 0;
    const texts = rowTexts(page, row, context.timeZone);
    return verdictCode(checkBallot({ account: hasAccount ? 'x' : '', ...texts }, context).verdict);
  });
}
