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

/**
 * The account that a cell names, without surrounding blanks: by this text people are told apart. Empty where the cell names
 * nobody: it is empty, or holds what programs and people write where there is nothing (`NULL`, `#N/A`, `匿名`).
 * Of the texts of letters alone the scanner of plain lines knows each (`isNobody` in `reading/assembly/plain-lines.ts`).
 */
export function accountText(cell: string): string {
  const text = cell.trim();
  return text.length <= longestOfNobody && nobody.has(text.toLowerCase()) ? '' : text;
}
