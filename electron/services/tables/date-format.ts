/** Excel's own formats of dates without a time of day, by their numbers; 27 to 58 are those of the Chinese Excel. */
const ownDates: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** Whether Excel's own format of this number shows a date and no time of day. */
export function isOwnDateAlone(format: number): boolean {
  return ownDates.has(format);
}

/** Whether a number format, as a workbook writes it (`yyyy"年"m"月"d"日"`), shows a date and no time of day. */
export function showsDateAlone(format: string): boolean {
  const [positive = ''] = format.split(';', 1);
  // Elapsed hours stand in brackets, as colours and languages do; texts are quoted, single characters escaped.
  const codes = positive.replaceAll(/"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[dy]/i.test(codes) && !/[hs]|am\/pm|a\/p|上午/i.test(codes);
}
