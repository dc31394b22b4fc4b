export const millisecondsOfDay = 86_400_000;
/** Day 0 as it counts from March 1900 on: Excel believes that 1900 had a 29 February. */
const epochOf1900 = Date.UTC(1899, 11, 30);
const epochOf1904 = Date.UTC(1904, 0, 1);

/** The moment that a spreadsheet's serial number shows, as UTC; a workbook of the 1904 system counts from that year. */
export function serialDate(serial: number, is1904: boolean): Date {
  return new Date((is1904 ? epochOf1904 : epochOf1900) + Math.round(serial * millisecondsOfDay));
}
