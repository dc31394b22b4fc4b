import type { ColumnReference, VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { layoutColumns } from '../../../../shared/ballots/mapping-columns.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { headerWord } from './header-words.ts';
import { shownHeader } from '../source/shown-header.ts';
import { SourceBroken } from '../source/source-record.ts';

/** Column references: from a place in a header to the text that names it, and back. */

export function referenceTo(header: readonly string[], place: number): ColumnReference {
  const text = (header[place] ?? '').trim();
  const same = placesOf(header, text);
  return same.length > 1 ? { header: text, index: same.indexOf(place) + 1 } : { header: text };
}

/** The same words, whatever their capitals, widths and blanks. */
function placesOfWord(header: readonly string[], text: string): number[] {
  const word = headerWord(text);
  return header.flatMap((cell, place) => (headerWord(cell) === word ? [place] : []));
}

function placesOf(header: readonly string[], text: string): number[] {
  return header.flatMap((cell, place) => (cell.trim() === text ? [place] : []));
}

/** Finds the columns of a mapping in the header of a table; asked for in whatever order, each at its place from 0. */
export type ColumnPlaces = (column: ColumnReference) => number;

/** @throws SourceBroken where the table lacks a column of the mapping, or the reference means several. */
export function columnPlaces(file: string, header: readonly string[], mapping: VoteMapping): ColumnPlaces {
  const absent: string[] = [];
  const repeated: string[] = [];
  const found = new Set<number>();
  for (const { column } of layoutColumns(mapping.layout)) {
    const place = placeOf(header, column);
    // A column has one use: two references that only their capitals part mean two columns.
    if (place === 'absent' || (place !== 'repeated' && found.has(place))) absent.push(column.header);
    else if (place === 'repeated') repeated.push(column.header);
    else found.add(place);
  }
  if (absent.length + repeated.length > 0)
    throw new SourceBroken(
      refused('mapping-columns-absent', { file, absent, repeated, found: shownHeader(header) }),
    );
  return (column) => {
    const place = placeOf(header, column);
    if (typeof place === 'string') throw new Error(`no column “${column.header}” was found`);
    return place;
  };
}

function placeOf(header: readonly string[], column: ColumnReference): number | 'absent' | 'repeated' {
  const exact = placesOf(header, column.header);
  const places = exact.length > 0 ? exact : placesOfWord(header, column.header);
  if (column.index === undefined && places.length > 1) return 'repeated';
  return places[(column.index ?? 1) - 1] ?? 'absent';
}
