import { standingCode } from '../../../../shared/ballots/standing-codes.ts';
import {
  shortfallSentence,
  type ExclusionShortfall,
} from '../../../../shared/ballots/suspicion/shortfall.ts';
import { asWholeMinute, isWholeMinute, minuteOfInstant } from '../../../../shared/ballots/whole-minute.ts';
import { standingColumnsReader } from '../../../database/ballot-pages.ts';
import { readStandings } from '../../../database/ballot-standings.ts';
import type { Connection } from '../../../database/connection.ts';
import { eachMember } from '../../../database/excluded-members.ts';
import { instantOfRow } from '../../../database/packed-page.ts';
import { readVoteBatches, readVoteGeneration } from '../../../database/vote-batches.ts';
import { readVoteExclusionMembers, readVoteExclusions } from '../../../database/vote-exclusions.ts';
import type { Caller } from '../../use-case.ts';

/** The ballots of one exclusion, crossed off as they are found excluded. */
class Roll {
  found = 0;
  readonly #left = new Set<string>();
  /** How many of them are left in each account's minute. */
  readonly #inMinute = new Map<string, number>();

  constructor(members: Uint8Array) {
    eachMember(members, (low, high, instant) => {
      this.#left.add(memberKey(low, high, instant));
      const minute = minuteKey(low, high, instant);
      this.#inMinute.set(minute, (this.#inMinute.get(minute) ?? 0) + 1);
    });
  }

  /** Crosses off at most one. Rows that stand for their minute (`asWholeMinute`) come last: they take what is left there. */
  crossOff(low: number, high: number, instant: number): void {
    const minute = minuteKey(low, high, instant);
    const left = this.#inMinute.get(minute) ?? 0;
    if (left === 0) return;
    const isListed =
      isWholeMinute(instant) ||
      this.#left.delete(memberKey(low, high, instant)) ||
      this.#left.delete(memberKey(low, high, asWholeMinute(instant)));
    if (!isListed) return;
    this.#inMinute.set(minute, left - 1);
    this.found += 1;
  }
}

function minuteKey(low: number, high: number, instant: number): string {
  return `${low}:${high} ${minuteOfInstant(instant)}`;
}

function memberKey(low: number, high: number, instant: number): string {
  return isWholeMinute(instant) ? minuteKey(low, high, instant) : `${low}:${high}:${instant}`;
}

const excluded = standingCode('excluded');

interface KeptEffects {
  readonly of: string;
  readonly effects: ReadonlyMap<number, number>;
}

/** The last answer of each workspace: screens ask again and again, and among a million ballots it takes a tenth of a second. */
const kept = new WeakMap<Connection, KeptEffects>();

/**
 * By exclusion in force: how many of its ballots are excluded now. Each is as many as it has when it is made; later a batch can be
 * withdrawn, or a ballot that the exclusion does not know can stand in the place of one that it does.
 */
export function readExclusionEffects(connection: Connection): ReadonlyMap<number, number> {
  const inForce = readVoteExclusions(connection)
    .filter(({ lifted }) => lifted === null)
    .map(({ exclusion }) => exclusion);
  if (inForce.length === 0) return new Map();
  // What ballots count as changes with the generation alone.
  const of = [readVoteGeneration(connection), ...inForce].join();
  const known = kept.get(connection);
  if (known?.of === of) return known.effects;
  const effects = countEffects(connection, inForce);
  kept.set(connection, { of, effects });
  return effects;
}

function countEffects(connection: Connection, exclusions: readonly number[]): ReadonlyMap<number, number> {
  const rolls = exclusions.map((exclusion) => new Roll(readVoteExclusionMembers(connection, exclusion)));
  eachExcludedRow(connection, (low, high, instant) => {
    for (const roll of rolls) roll.crossOff(low, high, instant);
  });
  return new Map(exclusions.map((exclusion, place) => [exclusion, rolls[place]?.found ?? 0]));
}

/** Reads only pages that have such rows; those of batches known to the minute come last. */
function eachExcludedRow(
  connection: Connection,
  row: (low: number, high: number, instant: number) => void,
): void {
  const generation = readVoteGeneration(connection);
  const readColumns = standingColumnsReader(connection);
  const batches = readVoteBatches(connection)
    .filter(({ state }) => state === 'in-force')
    .toSorted((first, second) => Number(first.minutesEqual) - Number(second.minutesEqual));
  for (const { batch, minutesEqual } of batches)
    for (const { page, standings } of readStandings(connection, batch, generation)) {
      let at = standings.indexOf(excluded);
      if (at === -1) continue;
      const columns = readColumns(batch, page);
      for (; at !== -1; at = standings.indexOf(excluded, at + 1)) {
        const instant = instantOfRow(columns, at);
        const [low = 0, high = 0] = columns.accounts.subarray(2 * at, 2 * at + 2);
        row(low, high, minutesEqual ? asWholeMinute(instant) : instant);
      }
    }
}

/** The exclusions in force that take out fewer ballots than when they were made, in the order in which they were made. */
export function readExclusionShortfalls(connection: Connection): ExclusionShortfall[] {
  const effects = readExclusionEffects(connection);
  return readVoteExclusions(connection)
    .toReversed()
    .flatMap(({ exclusion, ballots, lifted }) => {
      const excludedNow = effects.get(exclusion) ?? 0;
      return lifted !== null || excludedNow >= ballots ? [] : [{ exclusion, ballots, excludedNow }];
    });
}

/** A sentence for each of them: whoever changes the votes should know. */
export function exclusionWarnings({ workspace }: Caller): string[] {
  return readExclusionShortfalls(workspace.connection).map(shortfallSentence);
}
