import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { eachChoice } from '../../../../shared/ballots/choice-bytes.ts';
import { standingCode, standingOfCode, standingsByCode } from '../../../../shared/ballots/standing-codes.ts';
import type { BallotPage } from '../../../database/ballot-page.ts';
import { choiceEndsOf, type PackedPage } from '../../../database/packed-page.ts';
import { ListedVotes } from './listed-votes.ts';

const accepted = standingCode('accepted');
const excluded = standingCode('excluded');

/** Candidates below it are counted in an array. */
const countedInArray = 1024;

type Choices = Pick<BallotPage, 'choiceEnds' | 'choices'>;
type CheckedRows = Pick<PackedPage, 'rows' | 'verdicts' | 'choiceLengths' | 'choices'>;

/** Collects by how much every figure changes: rows by standing of each batch, votes of each candidate. */
export class FigureChanges {
  readonly #funnels = new Map<number, Float64Array>();
  readonly #votes = new VoteCounter();
  readonly #excludedVotes = new VoteCounter();

  /** The rows of a new page, each counting as its own verdict says. */
  addPage(batch: number, page: CheckedRows): void {
    const funnel = this.#funnel(batch);
    const { rows, verdicts } = page;
    let counting = rows;
    for (let row = 0; row < rows; row += 1) {
      const verdict = verdicts[row] as number;
      if (verdict === accepted) continue;
      counting -= 1;
      funnel[verdict] = (funnel[verdict] as number) + 1;
    }
    funnel[accepted] = (funnel[accepted] as number) + counting;
    this.#votes.addAccepted(page);
  }

  /** A row counts as something else than before; null where it is gone. The batch of a null keeps its funnel. */
  move(batch: number, before: number, after: number | null, page: Choices, row: number): void {
    if (before === after) return;
    if (after !== null) {
      const funnel = this.#funnel(batch);
      funnel[before] = (funnel[before] as number) - 1;
      funnel[after] = (funnel[after] as number) + 1;
    }
    this.#counterOf(before)?.add(page, row, -1);
    this.#counterOf(after)?.add(page, row, 1);
  }

  /** Replaces what a batch's funnel said before: the changes begin from nothing. */
  forgetFunnel(batch: number, counts: ReadonlyMap<Standing, number>): void {
    const funnel = this.#funnel(batch);
    standingsByCode.forEach((standing, code) => {
      funnel[code] = (funnel[code] as number) - (counts.get(standing) ?? 0);
    });
  }

  funnelOf(batch: number): ReadonlyMap<Standing, number> {
    const funnel = this.#funnels.get(batch);
    return new Map(funnel === undefined ? [] : changesOf(funnel));
  }

  /** Rows of all batches together. */
  allRows(): ReadonlyMap<Standing, number> {
    const sum = new Float64Array(standingsByCode.length);
    for (const funnel of this.#funnels.values())
      funnel.forEach((rows, code) => (sum[code] = (sum[code] as number) + rows));
    return new Map(changesOf(sum));
  }

  funnels(): [number, [Standing, number][]][] {
    return [...this.#funnels].map(([batch, funnel]) => [batch, changesOf(funnel)]);
  }

  votes(): [number, number][] {
    return this.#votes.changes();
  }

  excludedVotes(): [number, number][] {
    return this.#excludedVotes.changes();
  }

  #counterOf(standing: number | null): VoteCounter | null {
    if (standing === accepted) return this.#votes;
    return standing === excluded ? this.#excludedVotes : null;
  }

  #funnel(batch: number): Float64Array {
    let funnel = this.#funnels.get(batch);
    if (funnel === undefined) this.#funnels.set(batch, (funnel = new Float64Array(standingsByCode.length)));
    return funnel;
  }
}

/** Votes by candidate, as differences. */
class VoteCounter {
  readonly #votes = new Float64Array(countedInArray);
  readonly #otherVotes = new Map<number, number>();
  #listed: ListedVotes | null = null;

  /** All rows of a page that count by their own verdict. */
  addAccepted(page: CheckedRows): void {
    this.#listed ??= new ListedVotes();
    const others = this.#listed.add(page);
    if (others.length === 0) return;
    const listing = { choices: page.choices, choiceEnds: choiceEndsOf(page) };
    for (const row of others) this.add(listing, row, 1);
  }

  add({ choices, choiceEnds }: Choices, row: number, difference: number): void {
    const start = row === 0 ? 0 : (choiceEnds[row - 1] as number);
    const end = choiceEnds[row] as number;
    for (let place = start; place < end; place += 1) {
      const number = choices[place] as number;
      // Most numbers take one byte; what comes from here on may not.
      if (number > 127) {
        eachChoice(choices, place, end, (each) => this.#addVotes(each, difference));
        return;
      }
      this.#votes[number] = (this.#votes[number] as number) + difference;
    }
  }

  changes(): [number, number][] {
    this.#listed?.takeVotes((number, votes) => this.#addVotes(number, votes));
    const inArray = Array.from(this.#votes, (votes, candidate): [number, number] => [candidate, votes]);
    return [...inArray, ...this.#otherVotes].filter(([, votes]) => votes !== 0);
  }

  #addVotes(number: number, difference: number): void {
    if (number < countedInArray) this.#votes[number] = (this.#votes[number] as number) + difference;
    else this.#otherVotes.set(number, (this.#otherVotes.get(number) ?? 0) + difference);
  }
}

function changesOf(funnel: Float64Array): [Standing, number][] {
  return Array.from(funnel, (rows, code): [Standing, number] => [standingOfCode(code), rows]).filter(
    ([, rows]) => rows !== 0,
  );
}
