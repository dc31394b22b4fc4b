import { fromBufferPromise } from 'yauzl';
import { cellText } from './cell-text.ts';
import type { Sheet } from './hucre.ts';

/** Programs that write formulas without calculating them leave the result out; reading it as empty would lose what it means. */
export const uncalculatedProblem = '公式没有算出结果。请用 Excel 打开并保存一次，或把公式改成数值';

/** A formula's element, with or without a prefix or attributes. */
const formula = /<(?:\w+:)?f[\s>/]/;
const longestTag = 64;

/**
 * Whether any sheet of a workbook holds a formula at all. Most hold none, and then nobody need look for results: reading a
 * sheet with its formulas costs many times the memory of reading its rows.
 */
export async function holdsFormulas(workbook: Buffer): Promise<boolean> {
  const archive = await fromBufferPromise(workbook, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });
  for await (const entry of archive.eachEntry()) {
    if (!entry.fileNameRaw.toString('latin1').startsWith('xl/worksheets/')) continue;
    let end = '';
    for await (const part of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      const text = end + part.toString('latin1');
      if (formula.test(text)) return true;
      end = text.slice(-longestTag);
    }
  }
  return false;
}

/** The rows, from 1, in which a formula has no result. */
export function uncalculatedRows(sheet: Sheet): readonly number[] {
  const rows = new Set<number>();
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined || cellText(cell.formulaResult ?? cell.value) !== '') continue;
    // A formula may well have the empty text as its result; then the type says so.
    if (cell.formulaResult === '') continue;
    rows.add(Number(place.split(',')[0]) + 1);
  }
  return [...rows].toSorted((left, right) => left - right);
}
