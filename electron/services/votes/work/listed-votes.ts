import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import type { PackedPage } from '../../../database/packed-page.ts';
import { assemblyInstance, type AssemblyMemory, type Global } from '../compiled-assembly.ts';

const good = verdictCode('good');

const file = new URL('./listed-votes.wasm', import.meta.url);

/** What `assembly/listed-votes/` offers, compiled to `listed-votes.wasm` by `npm run assembly`; places are addresses in `memory`. */
interface Assembly {
  readonly memory: AssemblyMemory;
  readonly addRows: (from: number, rows: number, counting: number) => number;
  readonly numbers: Global;
  readonly votes: Global;
  readonly verdicts: Global;
  readonly choiceLengths: Global;
  readonly choices: Global;
}

/** Counts how many good rows list each number: what a million ballots take their time in. */
export class ListedVotes {
  readonly #assembly = assemblyInstance(file) as Assembly;
  readonly #votes: Int32Array;
  readonly #verdicts: Uint8Array;
  readonly #choiceLengths: Uint8Array;
  readonly #choices: Uint8Array;

  constructor() {
    const { memory, votes, numbers, verdicts, choiceLengths, choices } = this.#assembly;
    this.#votes = new Int32Array(memory.buffer, votes.value, numbers.value);
    this.#verdicts = new Uint8Array(memory.buffer, verdicts.value);
    this.#choiceLengths = new Uint8Array(memory.buffer, choiceLengths.value);
    this.#choices = new Uint8Array(memory.buffer, choices.value);
  }

  /** Counts a page but the rows that it returns: those list numbers that are too large for it. */
  add({
    rows,
    verdicts,
    choiceLengths,
    choices,
  }: Pick<PackedPage, 'rows' | 'verdicts' | 'choiceLengths' | 'choices'>): number[] {
    const others: number[] = [];
    // Lists so long are rare; where there is one, the page is left as it is.
    if (choiceLengths instanceof Uint32Array) {
      verdicts.forEach((verdict, row) => {
        if (verdict === good) others.push(row);
      });
      return others;
    }
    this.#verdicts.set(verdicts);
    this.#choiceLengths.set(choiceLengths);
    this.#choices.set(choices);
    for (let row = 0; row < rows; row += 1) {
      row = this.#assembly.addRows(row, rows, good);
      if (row < rows) others.push(row);
    }
    return others;
  }

  /** Hands over what was counted since the last time. */
  takeVotes(take: (number: number, votes: number) => void): void {
    this.#votes.forEach((votes, number) => take(number, votes));
    this.#votes.fill(0);
  }
}
