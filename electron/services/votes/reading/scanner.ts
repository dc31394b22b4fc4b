import { assemblyInstance, assemblyModule, type AssemblyMemory, type Global } from '../compiled-assembly.ts';

/** What `assembly/` offers, compiled to `scanner.wasm` by `npm run assembly`; places are addresses in `memory`. */
export interface Scanner {
  readonly memory: AssemblyMemory;
  readonly setRules: (opens: number, closes: number, minChoices: number, maxChoices: number) => void;
  readonly setVerdicts: (
    outsideWindow: number,
    tooFew: number,
    tooMany: number,
    unknownProject: number,
    repeatedChoice: number,
    good: number,
  ) => void;
  /** Returns the place of the first line that was not taken. */
  readonly takeLines: (start: number, end: number, rows: number, choices: number) => number;
  /** How many rows the page has after `takeLines`. */
  readonly rows: Global;
  /** The place behind their choices. */
  readonly choicesEnd: Global;
  /** Not 0 where `takeLines` stopped because it does not know this day, as the number 20170322. */
  readonly unknownDay: Global;
  /** Leaves SipHash-2-4 of the bytes at `hash`, eight bytes, the low ones first. */
  readonly hashBytes: (start: number, end: number) => void;

  readonly accounts: Global;
  readonly seconds: Global;
  readonly verdicts: Global;
  readonly choiceLengths: Global;
  readonly choices: Global;
  readonly choicesBytes: Global;
  readonly numbers: Global;
  readonly unknownNumbers: Global;
  readonly midnights: Global;
  readonly hash: Global;
  readonly source: Global;
  readonly sourceBytes: Global;
}

const file = new URL('./scanner.wasm', import.meta.url);

/** Compiles what `newScanner` needs, in time that is left over. */
export function prepareScanner(): void {
  assemblyModule(file);
}

/**
 * A scanner with a memory of its own.
 * @param key 16 bytes, of SipHash
 */
export function newScanner(key: Uint8Array): Scanner {
  if (key.length !== 16) throw new RangeError('the key of SipHash has 16 bytes');
  const { setKey, ...scanner } = assemblyInstance(file) as Scanner & {
    readonly setKey: (first: bigint, second: bigint) => void;
  };
  const words = new DataView(key.buffer, key.byteOffset, 16);
  setKey(words.getBigUint64(0, true), words.getBigUint64(8, true));
  return scanner;
}
