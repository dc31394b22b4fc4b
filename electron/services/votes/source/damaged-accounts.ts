import { accountText } from '../../../../shared/ballots/account.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { SourceBroken } from './source-record.ts';

/** As Excel shows a long number: `1.23E+15`. */
const scientific = /^\d(?:[.,]\d+)?E\+\d{2,}$/i;
/** A number with a fraction has no more than fifteen or sixteen digits that are right. */
const longFraction = /^\d{16,}\.0$/;
/** Excel keeps fifteen digits of a number and writes zeros after them. */
const longNumber = /^\d{16,}$/;
const cutNumber = /^\d{15}0+$/;
/** That one account ends in 0 is nothing; that so many do, and no other, is no accident any more. */
const enough = 5;

/**
 * Account ids are text. Where a spreadsheet took them for numbers their last digits are lost and different people become
 * one, so such a file is refused as a whole.
 */
export class DamagedAccounts {
  readonly #file: string;
  #long = 0;
  #cut = 0;
  #firstCut: { readonly account: string; readonly row: number } | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  look(cell: string, row: number): void {
    const first = cell.charCodeAt(0);
    // Letters above the digits: an ordinary account id, by far the most of a file.
    if (first > 57 && first < 128) return;
    const account = accountText(cell);
    if (scientific.test(account) || longFraction.test(account)) throw this.#broken(account, row);
    if (!longNumber.test(account)) return;
    this.#long += 1;
    if (!cutNumber.test(account)) return;
    this.#cut += 1;
    this.#firstCut ??= { account: `${account.slice(0, 4)}……${account.slice(-4)}`, row };
  }

  /** After the last row. */
  lookBack(): void {
    if (this.#firstCut !== null && this.#cut >= enough && this.#cut === this.#long)
      throw this.#broken(this.#firstCut.account, this.#firstCut.row);
  }

  #broken(account: string, row: number): SourceBroken {
    return new SourceBroken(refused('account-digits-lost', { file: this.#file, row, account }));
  }
}
