import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { standingCode, standingOfCode, standingsByCode } from '../../../../shared/ballots/standing-codes.ts';
import { readChoiceBytes } from '../../../../shared/ballots/choice-bytes.ts';
import { choicesOfRow, type BallotPage } from '../../../database/ballot-page.ts';
import type { PackedPage } from '../../../database/packed-page.ts';

const accepted = standingCode('accepted');
const excluded = standingCode('excluded');
/** Candidates below it are counted in an array, which is what a million ballots take their time in. */
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
  /** Of one page, by number: whole numbers that the processor adds one to. */
  readonly #ofPage = new Uint32Array(128);

  /** All rows of a page that count by their own verdict: what a million ballots take their time in. */
  addAccepted(page: CheckedRows): void {
    const { rows, verdicts, choices, choiceLengths } = page;
    const votes = this.#ofPage.fill(0);
    for (let row = 0, place = 0; row < rows; row += 1) {
      const end = place + (choiceLengths[row] as number);
      if (verdicts[row] === accepted) {
        for (; place < end; place += 1) {
          const number = choices[place] as number;
          if (number > 127) break;
          votes[number] = (votes[number] as number) + 1;
        }
        // Counted so far are numbers of one byte; the rest begins here.
        if (place < end) this.#addNumbers(readChoiceBytes(choices, place, end), 1);
      }
      place = end;
    }
    for (let number = 0; number < votes.length; number += 1)
      this.#votes[number] = (this.#votes[number] as number) + (votes[number] as number);
  }

  add(page: Choices, row: number, difference: number): void {
    const { choices, choiceEnds } = page;
    const start = row === 0 ? 0 : (choiceEnds[row - 1] as number);
    const end = choiceEnds[row] as number;
    const votes = this.#votes;
    for (let place = start; place < end; place += 1) {
      const number = choices[place] as number;
      if (number > 127) {
        this.#addNumbers(choicesOfRow(page, row).slice(place - start), difference);
        return;
      }
      votes[number] = (votes[number] as number) + difference;
    }
  }

  changes(): [number, number][] {
    const inArray = Array.from(this.#votes, (votes, candidate): [number, number] => [candidate, votes]);
    return [...inArray, ...this.#otherVotes].filter(([, votes]) => votes !== 0);
  }

  #addNumbers(numbers: readonly number[], difference: number): void {
    for (const number of numbers) {
      if (number < countedInArray) this.#votes[number] = (this.#votes[number] as number) + difference;
      else this.#otherVotes.set(number, (this.#otherVotes.get(number) ?? 0) + difference);
    }
  }
}

function changesOf(funnel: Float64Array): [Standing, number][] {
  return Array.from(funnel, (rows, code): [Standing, number] => [standingOfCode(code), rows]).filter(
    ([, rows]) => rows !== 0,
  );
}
