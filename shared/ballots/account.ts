/** What stands in an account's cell when nobody is named there, in lower case. */
const nobody = new Set([
  // Databases and programs.
  ...['null', '(null)', '<null>', '\\n', 'undefined', 'none', 'nan', 'n/a'],
  // Errors of a spreadsheet.
  ...[
    '#n/a',
    '#ref!',
    '#value!',
    '#name?',
    '#null!',
    '#div/0!',
    '#num!',
    '#getting_data',
    '#spill!',
    '#calc!',
  ],
  // Survey platforms and people.
  ...['-', '--', '—', '——', '/', '-2', '-3', '(空)', '（空）', '(跳过)', '（跳过）'],
  ...['空', '无', '未知', '匿名', '匿名用户'],
]);
const longestOfNobody = Math.max(...Array.from(nobody, ({ length }) => length));

/** Zero-width characters that come along when a text is copied: nobody sees them, and they are no blanks to `trim`. */
const invisible = new Set([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);
/** An apostrophe keeps a spreadsheet from taking digits for a number. */
const protectedDigits = /^'(\d+(?:\.0)?)$/;
/** A whole number as programs write it that calculate with fractions; with up to fifteen digits none of them is lost. */
const wholeNumber = /^([1-9]\d{0,14})\.0$/;

/**
 * The account that a cell names, without what spreadsheets and copying put around it: blanks, zero-width characters, an
 * apostrophe before digits, `.0` behind them. By this text people are told apart. Empty where the cell names nobody: it is
 * empty, or holds what programs and people write where there is nothing (`NULL`, `#N/A`, `匿名`).
 * Of the texts of letters alone the scanner of plain lines knows each (`reading/assembly/nobody.ts`).
 */
export function accountText(cell: string): string {
  const text = withoutDecoration(trimmed(cell));
  return text.length <= longestOfNobody && nobody.has(text.toLowerCase()) ? '' : text;
}

function trimmed(cell: string): string {
  let text = cell.trim();
  while (invisible.has(text.charCodeAt(0))) text = text.slice(1).trimStart();
  while (invisible.has(text.charCodeAt(text.length - 1))) text = text.slice(0, -1).trimEnd();
  return text;
}

function withoutDecoration(text: string): string {
  const first = text.charCodeAt(0);
  // Neither an apostrophe nor a digit: an ordinary account id, by far the most.
  if (first > 57) return text;
  const digits = protectedDigits.exec(text)?.[1] ?? text;
  return wholeNumber.exec(digits)?.[1] ?? digits;
}
