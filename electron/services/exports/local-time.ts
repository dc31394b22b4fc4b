/** An instant as the round's own clock shows it. */
export function localTime(at: Date | string, timeZone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return text.format(typeof at === 'string' ? new Date(at) : at);
}
