import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DelimitedReader,
  DelimitedTextFault,
} from '../../../electron/services/votes/source/delimited-records.ts';

function read(
  text: string,
  cuts: readonly number[] = [],
  delimiter = ',',
): { row: number; cells: readonly string[] }[] {
  const reader = new DelimitedReader(delimiter);
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort(
    (first, second) => first - second,
  );
  const records = [...ends, text.length].map((end, index, all) =>
    text.slice(index === 0 ? 0 : all[index - 1], end),
  );
  return [...records.flatMap((part) => reader.add(part, false)), ...reader.add('', true)];
}

function faultOf(text: string): { kind: string; row: number } {
  try {
    read(text);
  } catch (error) {
    if (error instanceof DelimitedTextFault) return { kind: error.kind, row: error.row };
    throw error;
  }
  throw new Error('no fault');
}

describe('records of delimited text', () => {
  it('are numbered by the line where they begin, whatever ends the lines', () => {
    expect(read('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '2'] },
      { row: 3, cells: ['3', '4'] },
      { row: 4, cells: ['5', '6'] },
    ]);
  });

  it('may hold delimiters, quotes and line breaks inside quotes', () => {
    expect(read('a,"1,2;""3"""\r\n"x\r\ny\nz",b\r\nlast,')).toEqual([
      { row: 1, cells: ['a', '1,2;"3"'] },
      { row: 2, cells: ['x\r\ny\nz', 'b'] },
      { row: 5, cells: ['last', ''] },
    ]);
  });

  it('are not made of empty lines, which still count as lines', () => {
    expect(read('a\n\n  \n,\nb')).toEqual([
      { row: 1, cells: ['a'] },
      { row: 4, cells: ['', ''] },
      { row: 5, cells: ['b'] },
    ]);
  });

  it('take a quotation mark inside a cell as it is', () => {
    expect(read('张"三,x"\n')).toEqual([{ row: 1, cells: ['张"三', 'x"'] }]);
  });

  it('name the line where a quote was opened that is never closed', () => {
    expect(faultOf('a,b\n1,2\n3,"4\n5,6\n7,8\n')).toEqual({ kind: 'quote-never-closed', row: 3 });
    expect(faultOf('a,"b\nc"\n1,"2\n3""\n')).toEqual({ kind: 'quote-never-closed', row: 3 });
  });

  it('give up on an open quote before it fills the memory', () => {
    expect(faultOf(`a,b\n1,"${'2,3\n'.repeat(400_000)}`)).toEqual({ kind: 'record-too-long', row: 2 });
  });

  it('are refused where text follows a closing quote', () => {
    expect(faultOf('a\n"b"c,d\n')).toEqual({ kind: 'text-after-quote', row: 2 });
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' ', '，', ';'),
    maxLength: 6,
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  const written = (rows: readonly (readonly string[])[], lineEnd: string): string =>
    rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',') + lineEnd).join('');

  it('come out as they went in, wherever the text is cut into parts', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat()), (rows, lineEnd, cuts) => {
        expect(read(written(rows, lineEnd), cuts).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it('are those of another reader for every text without a fault', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '1', ',', '"', '""', '\n', '"\n', ',"'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (source, cuts) => {
        let theirs: string[][];
        try {
          theirs = parse(source, {
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: '\n',
          });
        } catch {
          // What a strict reader refuses is either refused here too or read by the rule of quotes inside cells.
          return;
        }
        const records = theirs.filter((cells) => cells.length > 1 || cells[0]?.trim() !== '');
        expect(read(source, cuts).map(({ cells }) => cells)).toEqual(records);
      }),
      { numRuns: 500 },
    );
  });
});
