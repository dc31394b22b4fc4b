import type { SourceRecord } from './source-record.ts';

/** Where a text stops being CSV. */
export class DelimitedTextFault extends Error {
  readonly row: number;
  readonly kind: 'quote-never-closed' | 'text-after-quote' | 'record-too-long';
  constructor(kind: DelimitedTextFault['kind'], row: number) {
    super(`${kind} at line ${row}`);
    this.kind = kind;
    this.row = row;
  }
}

/** No ballot is this long; a quote that was never closed is noticed here, long before it fills the memory. */
const longestRecord = 1 << 20;

const quote = 34;
const equals = 61;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Splits delimited text (RFC 4180) that arrives in parts. Lines end in CR LF, LF or CR, also mixed. A quotation mark opens a
 * quoted cell only as the cell's first character; elsewhere it is a character like any other. Text between a closing quote
 * and the next delimiter, and a quote that is never closed, are faults. Empty lines are no records. A cell that is a formula of
 * one text is that text.
 *
 * Written by hand because the library at hand names the end and not the beginning of an open quote, settles on the line
 * ending of the first line, and costs most of the time of an import.
 */
export class DelimitedReader {
  readonly #delimiter: number;
  #rest = '';
  /** Line at which `#rest` begins, from 1. */
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Line of the first character that has not become part of a record yet. */
  get line(): number {
    return this.#line;
  }

  /** What was read so far and belongs to no record yet. */
  get rest(): string {
    return this.#rest;
  }

  add(part: string, isLast: boolean): SourceRecord[] {
    const text = this.#rest === '' ? part : this.#rest + part;
    const records: SourceRecord[] = [];
    let position = 0;
    while (position < text.length) {
      const cells: string[] = [];
      const end = this.#readRecord(text, position, isLast, cells);
      if (end === null) break;
      const isEmptyLine = cells.length === 1 && cells[0]?.trim() === '';
      if (!isEmptyLine) records.push({ row: this.#line, cells });
      this.#line += end.lines;
      position = end.position;
    }
    this.#rest = text.slice(position);
    if (this.#rest.length > longestRecord) throw new DelimitedTextFault('record-too-long', this.#line);
    return records;
  }

  /** Fills `cells` from one record; null when its end is not there yet. */
  #readRecord(
    text: string,
    start: number,
    isLast: boolean,
    cells: string[],
  ): { readonly position: number; readonly lines: number } | null {
    let lines = 0;
    let position = start;
    for (;;) {
      if (text.charCodeAt(position) === quote) {
        const close = closingQuote(text, position + 1, isLast);
        if (close === null) {
          if (isLast) throw new DelimitedTextFault('quote-never-closed', this.#line + lines);
          return null;
        }
        const content = text.slice(position + 1, close);
        cells.push(content.includes('"') ? withoutFormula(content.replaceAll('""', '"')) : content);
        lines += lineBreaks(content);
        position = close + 1;
      } else {
        const end = cellEnd(text, position, this.#delimiter);
        cells.push(withoutFormula(text.slice(position, end)));
        position = end;
      }
      if (position >= text.length) return isLast ? { position, lines: lines + 1 } : null;
      const code = text.charCodeAt(position);
      if (code === this.#delimiter) {
        position += 1;
      } else if (code === lineFeed) {
        return { position: position + 1, lines: lines + 1 };
      } else if (code === carriageReturn) {
        if (position + 1 === text.length && !isLast) return null;
        const isPair = text.charCodeAt(position + 1) === lineFeed;
        return { position: position + (isPair ? 2 : 1), lines: lines + 1 };
      } else {
        throw new DelimitedTextFault('text-after-quote', this.#line + lines);
      }
    }
  }
}

const textFormula = /^="((?:[^"]|"")*)"$/;

/** `="00123"` is how exports keep Excel from taking a text for a number: the cell is the text. */
export function withoutFormula(cell: string): string {
  if (cell.charCodeAt(0) !== equals) return cell;
  return textFormula.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
}

function closingQuote(text: string, start: number, isLast: boolean): number | null {
  for (let position = start; ; position += 2) {
    position = text.indexOf('"', position);
    if (position === -1) return null;
    // The very last character may be the first half of a doubled quote.
    if (position + 1 === text.length) return isLast ? position : null;
    if (text.charCodeAt(position + 1) !== quote) return position;
  }
}

function cellEnd(text: string, start: number, delimiter: number): number {
  for (let position = start; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === delimiter || code === lineFeed || code === carriageReturn) return position;
  }
  return text.length;
}

/** CR LF counts once. */
export function lineBreaks(text: string): number {
  let breaks = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(position + 1) !== lineFeed))
      breaks += 1;
  }
  return breaks;
}
