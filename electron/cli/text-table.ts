/** Tables for a terminal, where a Chinese character is as wide as two letters. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
/** Punctuation that a Chinese terminal shows full-width. */
const chinesePunctuation = /[\u2014\u2018\u2019\u201c\u201d\u2026]/;

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) || chinesePunctuation.test(character) ? 2 : 1;
  return width;
}

export interface TextColumn {
  readonly header: string;
  readonly alignment?: 'left' | 'right';
  /** Longer texts are cut here; a table is for looking at, and `--json` has everything. */
  readonly atMost?: number;
}

/** Lines with aligned columns. A row given as text stands alone across all columns. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[] | string)[],
): string {
  const cut = rows.map((row) =>
    typeof row === 'string'
      ? row
      : columns.map((column, index) => shortened(row[index] ?? '', column.atMost)),
  );
  const widths = columns.map(({ header }, index) =>
    Math.max(
      displayWidth(header),
      ...cut.map((row) => (typeof row === 'string' ? 0 : displayWidth(row[index] ?? ''))),
    ),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => padded(cells[index] ?? '', widths[index] ?? 0, column.alignment ?? 'left'))
      .join('  ')
      .trimEnd();
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  return [
    line(columns.map(({ header }) => header)),
    '-'.repeat(Math.max(total, 0)),
    ...cut.map((row) => (typeof row === 'string' ? row : line(row))),
  ].join('\n');
}

function padded(text: string, width: number, alignment: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(width - displayWidth(text), 0));
  return alignment === 'right' ? blanks + text : text + blanks;
}

function shortened(text: string, atMost: number | undefined): string {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  if (atMost === undefined || displayWidth(oneLine) <= atMost) return oneLine;
  let kept = '';
  for (const character of oneLine) {
    if (displayWidth(kept + character) > atMost - 2) break;
    kept += character;
  }
  return `${kept}…`;
}
