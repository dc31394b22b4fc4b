import { standingCode } from '../../../../shared/ballots/standing-codes.ts';
import type { BallotPage } from '../../../database/ballot-page.ts';

const accepted = standingCode('accepted');
const excludedCode = standingCode('excluded');

/** Bytes of one ballot of an exclusion: account (low and high 32 bits) and instant, little-endian (`0002-ballot-pages.ts`). */
const memberBytes = 16;

/** The ballots of all exclusions in force, known by account and instant: in whatever file and order they come. */
export class ExcludedBallots {
  readonly #members = new Map<number, Set<string>>();

  constructor(exclusions: readonly Uint8Array[]) {
    for (const bytes of exclusions) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let place = 0; place < bytes.length; place += memberBytes) {
        const low = view.getUint32(place, true);
        const key = keyOf(view.getUint32(place + 4, true), view.getFloat64(place + 8, true));
        const known = this.#members.get(low);
        if (known === undefined) this.#members.set(low, new Set([key]));
        else known.add(key);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  /** Rows of a page that would be accepted and are members become excluded. */
  mark(page: Pick<BallotPage, 'rows' | 'accounts' | 'instants'>, standings: Uint8Array): void {
    for (let row = 0; row < page.rows; row += 1) {
      if (standings[row] !== accepted) continue;
      if (this.has(page.accounts[2 * row] ?? 0, page.accounts[2 * row + 1] ?? 0, page.instants[row] ?? NaN))
        standings[row] = excludedCode;
    }
  }

  /** Whether the ballot of this account (two halves of its hash) and instant (NaN: without a time) is a member. */
  has(low: number, high: number, instant: number): boolean {
    return this.#members.get(low)?.has(keyOf(high, instant)) === true;
  }
}

function keyOf(high: number, instant: number): string {
  return `${high}:${instant}`;
}
