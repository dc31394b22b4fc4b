import { standingCode } from '../../../../shared/ballots/standing-codes.ts';
import { asWholeMinute, isWholeMinute, minuteOfInstant } from '../../../../shared/ballots/whole-minute.ts';
import type { BallotPage } from '../../../database/ballot-page.ts';
import { eachMember } from '../../../database/excluded-members.ts';

const accepted = standingCode('accepted');
const excludedCode = standingCode('excluded');

/**
 * The ballots of all exclusions in force, known by account and instant: in whatever file and order they come.
 *
 * Of a ballot that several batches hold, the row that records it decides, and that is one known to the second where there is any
 * (`recordBallots`). Where it or the member is known only to the minute, and somebody confirmed that this minute may be a ballot
 * known to the second, they are the same within the minute. So what is excluded follows from the batches in force and the
 * exclusions alone, and not from the order in which the batches came.
 */
export class ExcludedBallots {
  readonly #members = new Map<number, Set<string>>();

  constructor(exclusions: readonly Uint8Array[]) {
    for (const bytes of exclusions)
      eachMember(bytes, (low, high, instant) => {
        const keys = keysOfMember(high, instant);
        const known = this.#members.get(low);
        if (known === undefined) this.#members.set(low, new Set(keys));
        else for (const key of keys) known.add(key);
      });
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  /**
   * Rows of a page that would be accepted and are members become excluded.
   * @param areMinutes times of the batch are known only to the minute, and may be those of ballots known to the second
   */
  mark(
    page: Pick<BallotPage, 'rows' | 'accounts' | 'instants'>,
    areMinutes: boolean,
    standings: Uint8Array,
  ): void {
    for (let row = 0; row < page.rows; row += 1) {
      if (standings[row] !== accepted) continue;
      const instant = page.instants[row] ?? NaN;
      if (
        this.has(
          page.accounts[2 * row] ?? 0,
          page.accounts[2 * row + 1] ?? 0,
          areMinutes ? asWholeMinute(instant) : instant,
        )
      )
        standings[row] = excludedCode;
    }
  }

  /**
   * Whether the ballot of this account (two halves of its hash) is a member.
   * @param instant NaN: without a time; marked (`asWholeMinute`) where it stands for its minute
   */
  has(low: number, high: number, instant: number): boolean {
    const known = this.#members.get(low);
    return known !== undefined && keysOfBallot(high, instant).some((key) => known.has(key));
  }
}

/** Under which a member is found: by its instant, by its minute if it stands for that, and by its minute for ballots that do. */
function keysOfMember(high: number, instant: number): string[] {
  const keys = [`${high}:${instant}`];
  if (Number.isNaN(instant)) return keys;
  const minute = minuteOfInstant(instant);
  keys.push(`${high} around ${minute}`);
  if (isWholeMinute(instant)) keys.push(`${high} all of ${minute}`);
  return keys;
}

function keysOfBallot(high: number, instant: number): string[] {
  if (Number.isNaN(instant)) return [`${high}:${instant}`];
  const minute = minuteOfInstant(instant);
  return isWholeMinute(instant)
    ? [`${high} around ${minute}`]
    : [`${high}:${instant}`, `${high} all of ${minute}`];
}
