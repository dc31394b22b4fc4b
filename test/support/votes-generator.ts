import type { RejectionReason } from '../../shared/ballots/rejection.ts';

/** Synthetic ballots for `votesRound`, in time order, with what must come of them known by construction and not by parsing. */
export interface GeneratedVotes {
  readonly csv: string;
  readonly accounts: readonly string[];
  readonly ballots: {
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: Readonly<Record<string, number>>;
  };
  readonly tally: readonly { readonly candidate: number; readonly votes: number }[];
}

const kinds: readonly ('accepted' | RejectionReason)[] = [
  'accepted',
  'accepted',
  'accepted',
  'unreadable',
  'outside-window',
  'too-few',
  'too-many',
  'unknown-project',
  'repeated-choice',
  'second-that-day',
];

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const opening = Date.UTC(2017, 2, 22);
const spanSeconds = 9.5 * 86_400;

/** mulberry32: a whole number below `limit` with each call, the same ones for the same seed. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

/** `count` rows; a tenth of each way to be rejected. */
export function generateVotes(count: number, seed: number): GeneratedVotes {
  const below = numbersFrom(seed);
  const accounts: string[] = [];
  const rejected: Record<string, number> = { 'already-recorded': 0 };
  for (const kind of kinds) if (kind !== 'accepted') rejected[kind] = 0;
  const votes = [0, 0, 0, 0, 0, 0];
  let accepted = 0;
  let day = '';
  let votedToday: string[] = [];
  const lines = ['account,time,choices'];
  for (let index = 0; index < count; index += 1) {
    const time = new Date(opening + Math.floor((index * spanSeconds) / count) * 1000).toISOString();
    if (time.slice(0, 10) !== day) votedToday = [];
    day = time.slice(0, 10);
    let kind = kinds[below(kinds.length)] ?? 'accepted';
    if (kind === 'second-that-day' && votedToday.length === 0) kind = 'accepted';
    const account =
      kind === 'second-that-day' ? (votedToday[below(votedToday.length)] ?? '') : newAccount(index, below);
    const list = choicesOf(kind, below);
    const cells = {
      time: kind === 'outside-window' ? '2017-04-01 00:00:00' : time.slice(0, 19).replace('T', ' '),
      choices: `,${list.join(';')}`,
    };
    if (kind === 'unreadable') cells.choices = '';
    lines.push(`${account},${cells.time}${cells.choices}`);
    accounts.push(account);
    if (kind === 'accepted') {
      accepted += 1;
      votedToday.push(account);
      for (const choice of list) votes[choice - 1] = (votes[choice - 1] ?? 0) + 1;
    } else {
      rejected[kind] = (rejected[kind] ?? 0) + 1;
    }
  }
  return {
    csv: `${lines.join('\n')}\n`,
    accounts,
    ballots: { rows: count, accepted, rejected },
    tally: votes.map((each, index) => ({ candidate: index + 1, votes: each })),
  };
}

/** Never the same one twice. */
function newAccount(index: number, below: (limit: number) => number): string {
  let account = `o${index.toString(36).padStart(5, '0')}`;
  while (account.length < 28) account += letters[below(letters.length)] ?? '';
  return account;
}

function choicesOf(kind: (typeof kinds)[number], below: (limit: number) => number): number[] {
  const numbers = [1, 2, 3, 4, 5, 6].toSorted(() => below(3) - 1);
  if (kind === 'too-few') return numbers.slice(0, 1);
  if (kind === 'too-many') return numbers.slice(0, 5);
  if (kind === 'unknown-project') return [...numbers.slice(0, 2), 77];
  if (kind === 'repeated-choice') return [...numbers.slice(0, 2), ...numbers.slice(0, 1)];
  return numbers.slice(0, 2 + below(3));
}
