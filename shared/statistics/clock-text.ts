/** Days and hours counted from 1970-01-01 00:00 on the round's clock, as texts that sort as they follow. */

/** `2017-03-22` */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** `2017-03-22 08` */
export function hourText(hour: number): string {
  return new Date(hour * 3_600_000).toISOString().slice(0, 13).replace('T', ' ');
}
