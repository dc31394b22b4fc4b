/**
 * The canonical form of a JSON value: object keys in code-unit order, no blanks, `undefined` members left out (RFC 8785's
 * ordering; numbers as JSON.stringify writes them, which is what RFC 8785 asks for). Equal values give equal text, so that a
 * hash over it can be recomputed years later.
 * @throws TypeError for what JSON cannot hold (functions, symbols, BigInt, numbers that are not finite).
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a finite number: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`no canonical form for ${typeof value}`);
}
