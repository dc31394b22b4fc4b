/** A row to which others of its account may matter. */
export interface ContestantRow {
  readonly accountLow: number;
  readonly accountHigh: number;
  /** Epoch milliseconds, or NaN. */
  readonly instant: number;
  readonly verdictCode: number;
  /** Where the row is: what `add` was told. */
  readonly place: number;
  /** Identity of its set of choices; empty where nobody asks for it. */
  readonly choices: string;
}

/** Rows by their account. They lie in columns, because there may be a million of them, and most are looked at once. */
export class Contestants {
  #count = 0;
  #accounts: Uint32Array;
  #instants: Float64Array;
  #verdicts: Uint8Array;
  #places: Float64Array;
  readonly #choices: string[] = [];

  /** @param expected how many rows will come, about */
  constructor(expected: number) {
    this.#accounts = new Uint32Array(2 * expected);
    this.#instants = new Float64Array(expected);
    this.#verdicts = new Uint8Array(expected);
    this.#places = new Float64Array(expected);
  }

  add(row: ContestantRow): void {
    const at = this.#count;
    if (at === this.#places.length) this.#grow();
    this.#accounts[2 * at] = row.accountLow;
    this.#accounts[2 * at + 1] = row.accountHigh;
    this.#instants[at] = row.instant;
    this.#verdicts[at] = row.verdictCode;
    this.#places[at] = row.place;
    if (row.choices !== '') this.#choices[at] = row.choices;
    this.#count += 1;
  }

  /** The rows of one account after the other, of those that have several; each account's in the order in which they were added. */
  *accounts(): Generator<readonly ContestantRow[]> {
    const { heads, next } = this.#chains();
    for (let head = 0; head < this.#count; head += 1) {
      if (heads[head] !== 1 || next[head] === 0) continue;
      const rows: ContestantRow[] = [];
      for (let at = head; ; at = (next[at] as number) - 1) {
        rows.push(this.#rowAt(at));
        if (next[at] === 0) break;
      }
      yield rows;
    }
  }

  #rowAt(at: number): ContestantRow {
    return {
      accountLow: this.#accounts[2 * at] as number,
      accountHigh: this.#accounts[2 * at + 1] as number,
      instant: this.#instants[at] as number,
      verdictCode: this.#verdicts[at] as number,
      place: this.#places[at] as number,
      choices: this.#choices[at] ?? '',
    };
  }

  /** `heads`: 1 where an account comes first. `next`: the account's next row, from 1; 0 where there is none. */
  #chains(): { readonly heads: Uint8Array; readonly next: Uint32Array } {
    const count = this.#count;
    const heads = new Uint8Array(count);
    const next = new Uint32Array(count);
    // A table of open addressing: the account's last row so far, from 1.
    const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
    const accounts = this.#accounts;
    for (let at = 0; at < count; at += 1) {
      const low = accounts[2 * at] as number;
      const high = accounts[2 * at + 1] as number;
      let slot = Math.imul(low ^ high, 0x9e3779b1) >>> Math.clz32(table.length - 1);
      for (;;) {
        const last = (table[slot] as number) - 1;
        if (last === -1) {
          heads[at] = 1;
          break;
        }
        if (accounts[2 * last] === low && accounts[2 * last + 1] === high) {
          next[last] = at + 1;
          break;
        }
        slot = (slot + 1) % table.length;
      }
      table[slot] = at + 1;
    }
    return { heads, next };
  }

  #grow(): void {
    const larger = 2 * this.#places.length + 16;
    const [accounts, instants, verdicts, places] = [
      this.#accounts,
      this.#instants,
      this.#verdicts,
      this.#places,
    ];
    this.#accounts = new Uint32Array(2 * larger);
    this.#accounts.set(accounts);
    this.#instants = new Float64Array(larger);
    this.#instants.set(instants);
    this.#verdicts = new Uint8Array(larger);
    this.#verdicts.set(verdicts);
    this.#places = new Float64Array(larger);
    this.#places.set(places);
  }
}
