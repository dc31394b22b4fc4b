import type { BallotRow } from '../../../../shared/ballots/check.ts';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { canonicalTime } from '../../../../shared/ballots/written-time.ts';
import {
  choiceReader,
  type ChoiceReader,
  type TitledCandidate,
} from '../../../../shared/ballots/written-choices.ts';
import { cellMeaning, type Chosen } from './chosen-cells.ts';
import { columnPlaces, type ColumnPlaces } from './columns.ts';
import { isEmptyAnswer } from './empty-answer.ts';
import { optionTexts, ownOptionText } from './option-texts.ts';
import { listCell, runsOver, type HeaderOfTable } from './run-over.ts';

/** One row as the layout reads it; of a grouped layout the choices are those of this row alone. */
export interface ReadRow {
  readonly ballot: BallotRow;
  readonly ip: string | null;
  /** The vendor's id of the ballot that the row belongs to; null where there is none. */
  readonly ballotId: string | null;
}

export type RowReader = (cells: readonly string[]) => ReadRow;

/** The table whose rows are read. */
export interface ReadTable extends HeaderOfTable {
  readonly file: string;
  /** The candidate that the table's name stands for, in a layout with a table per candidate. */
  readonly named: number | null;
}

type ReaderOf = (cells: readonly string[]) => string | null;

/**
 * How the rows of a table become ballots by a mapping. Only the columns that it names are read: the others may hold names or
 * telephone numbers.
 *
 * @throws SourceBroken where the header lacks a column of the mapping.
 */
export function rowReader(
  table: ReadTable,
  mapping: VoteMapping,
  candidates: readonly TitledCandidate[],
): RowReader {
  const { layout } = mapping;
  if (layout.kind === 'totals') throw new Error('totals are no ballots');
  if (layout.account === null) throw new Error('a mapping without accounts is refused before it is used');
  const place = columnPlaces(table.file, table.header, mapping);
  const account = place(layout.account);
  const time = layout.time === null ? null : place(layout.time);
  const ip = layout.ip === null ? null : place(layout.ip);
  const ballot = layout.kind === 'choice-rows' && layout.ballot !== null ? place(layout.ballot) : null;
  const choices = choicesReader(table, mapping, place, choiceReader(candidates, mapping.choices));
  // A delimiter too many within a cell shifts all behind it: which column holds what is then not known.
  const mayShift = table.isDelimited && layout.kind !== 'ballot-list';
  return (cells) => ({
    ballot: {
      account: cells[account] ?? '',
      time: time === null ? null : timeOf(cells[time], mapping),
      choices: mayShift && runsOver(table.header, cells) ? null : choices(cells),
    },
    ip: ip === null ? null : (cells[ip]?.trim() ?? null),
    ballotId: ballot === null ? null : (cells[ballot]?.trim() ?? null),
  });
}

function timeOf(cell: string | undefined, mapping: VoteMapping): string | null {
  return cell === undefined ? null : canonicalTime(cell, mapping.time);
}

function choicesReader(
  table: ReadTable,
  { layout }: VoteMapping,
  place: ColumnPlaces,
  reader: ChoiceReader,
): ReaderOf {
  switch (layout.kind) {
    case 'ballot-list':
      return listReader(table, place(layout.choices), reader);
    case 'ballot-columns': {
      const options = layout.options.map(({ column, candidate }) => ({
        place: place(column),
        own: new Set(optionTexts(column.header).map(({ text }) => text)),
        token: candidate === null ? reader.token(ownOptionText(column.header)) : String(candidate),
      }));
      return optionsReader(options, layout.chosen);
    }
    case 'choice-rows': {
      const candidate = place(layout.candidate);
      return (cells) => {
        const cell = cells[candidate];
        return cell === undefined ? null : reader.token(cell);
      };
    }
    case 'candidate-files':
      return () => String(table.named ?? '');
    case 'totals':
      return () => null;
  }
}

function listReader(table: ReadTable, choices: number, reader: ChoiceReader): ReaderOf {
  const listed = (cell: string): number => reader.choices(cell).length;
  return (cells) => {
    const cell = listCell(table, choices, cells, listed);
    return cell === null ? null : reader.canonical(cell);
  };
}

interface OptionColumn {
  readonly place: number;
  readonly token: string;
  /** The texts of the option itself. */
  readonly own: ReadonlySet<string>;
}

/** A row that ends before the last option does not say whether that was chosen: it has no choices at all. */
function optionsReader(options: readonly OptionColumn[], chosen: Chosen): ReaderOf {
  const last = Math.max(...options.map(({ place }) => place));
  const meaningOf = cellMeaning(chosen);
  return (cells) => {
    if (cells.length <= last) return null;
    const tokens: string[] = [];
    for (const { place, token, own } of options) {
      const cell = (cells[place] ?? '').trim();
      if (isEmptyAnswer(cell)) continue;
      const meaning = meaningOf(cell, own);
      if (meaning === 'chosen') tokens.push(token);
      // Neither chosen nor not: a ballot that is not understood must not count as if it were.
      if (meaning === 'unknown') tokens.push(`${token}=${cell.replaceAll(/[\s;；,，、|┋]+/g, '_')}`);
    }
    return tokens.join(';');
  };
}
