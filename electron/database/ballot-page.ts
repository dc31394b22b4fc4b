import { readChoiceBytes } from '../../shared/ballots/choice-bytes.ts';
import { choiceEndsOf, instantsOf, type PackedPage } from './packed-page.ts';

/** A page whose rows can be looked at one by one; every array has an entry for each row, but `choices`. */
export interface BallotPage extends Omit<PackedPage, 'firstLine' | 'choiceLengths'> {
  /** Epoch milliseconds; NaN where the row has no time that can be parsed. */
  readonly instants: Float64Array;
  /** The source's own number of the line or sheet row. */
  readonly lines: Uint32Array;
  /** Where each row's choices end in `choices`; they begin where those of the row before end. */
  readonly choiceEnds: Uint32Array;
}

export interface StoredPage extends BallotPage {
  readonly batch: number;
  readonly page: number;
}

export function ballotPageOf({ firstLine, choiceLengths, ...page }: PackedPage): BallotPage {
  return {
    ...page,
    instants: instantsOf(page),
    lines: page.lines ?? consecutive(firstLine ?? 0, page.rows),
    choiceEnds: choiceEndsOf({ choiceLengths }),
  };
}

function consecutive(first: number, rows: number): Uint32Array {
  const lines = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) lines[row] = first + row;
  return lines;
}

export function choicesOfRow(page: Pick<BallotPage, 'choiceEnds' | 'choices'>, row: number): number[] {
  return readChoiceBytes(
    page.choices,
    row === 0 ? 0 : (page.choiceEnds[row - 1] ?? 0),
    page.choiceEnds[row] ?? 0,
  );
}
