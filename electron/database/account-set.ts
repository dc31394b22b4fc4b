/** The keyed hash of an account, as the pages keep it: its low and its high 32 bits, unsigned. Both 0: no account. */
export interface HashedAccount {
  readonly low: number;
  readonly high: number;
}

/** Some accounts, to be looked for among millions. */
export class AccountSet {
  readonly #highsByLow = new Map<number, number[]>();

  constructor(accounts: Iterable<HashedAccount>) {
    for (const { low, high } of accounts) {
      const highs = this.#highsByLow.get(low);
      if (highs === undefined) this.#highsByLow.set(low, [high]);
      else if (!highs.includes(high)) highs.push(high);
    }
  }

  get isEmpty(): boolean {
    return this.#highsByLow.size === 0;
  }

  has(low: number, high: number): boolean {
    return this.#highsByLow.get(low)?.includes(high) ?? false;
  }
}
