import { CsvError, parse } from 'csv-parse/sync';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';

export type Delimiter = ',' | ';' | '\t';

/** A title may stand above the header, and has no delimiter; further down it is looked for in vain. */
const linesLookedAt = 20;
const headLength = 1 << 16;

/** The delimiter that the first line with any has most of, quoted parts aside; a comma where no line has one. */
export function delimiterOf(text: string): Delimiter {
  const lines = text.slice(0, headLength).split(/\r\n|\r|\n/, linesLookedAt);
  const bare = lines.map((line) => line.replaceAll(/"[^"]*"/g, '')).find((line) => /[,;\t]/.test(line)) ?? '';
  const count = (delimiter: Delimiter): number => bare.split(delimiter).length - 1;
  return ([';', '\t'] as const).reduce<Delimiter>(
    (best, delimiter) => (count(delimiter) > count(best) ? delimiter : best),
    ',',
  );
}

/** The records of a CSV or TSV text, blank ones included, so that a record's position is its row in Excel. */
export function parseDelimited(text: string, file: string): Result<readonly (readonly string[])[]> {
  try {
    return done(
      parse(text, {
        delimiter: delimiterOf(text),
        bom: true,
        // Hand-made files carry quotation marks inside unquoted cells and rows of uneven length.
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: false,
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : 1;
    const problem =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? '这里有一个英文双引号没有成对，后面的内容连成了一格'
        : '这一行不合 CSV 的写法（多半是引号或分隔符用错）';
    return refused('rows-invalid', { file, count: 1, problems: [{ row, problem }] });
  }
}
