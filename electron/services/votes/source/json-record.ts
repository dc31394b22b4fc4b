import { voteCellText } from './sheet-cell.ts';

/** As JSON.parse takes them, with numbers of many digits kept as they are written. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | LongNumber
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A number that a machine number would round: an account id that was not put in quotation marks. */
export class LongNumber {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
}

const manyDigits = /\d{16}/;

interface ReviverContext {
  readonly source?: string;
}

/** Deeper records would exhaust the stack of whoever walks them. */
const deepest = 64;

/** Parses one record; a `SyntaxError` where it is no JSON or too deep for one. */
export function parseRecord(text: string): JsonValue {
  if (depthOf(text) > deepest) throw new SyntaxError('too deep');
  if (!manyDigits.test(text)) return JSON.parse(text) as JsonValue;
  const keepDigits = (_key: string, value: unknown, { source }: ReviverContext = {}): unknown =>
    typeof value === 'number' && source !== undefined && /^-?\d{16,}$/.test(source)
      ? new LongNumber(source)
      : value;
  return JSON.parse(text, keepDigits) as JsonValue;
}

function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const [mark] of text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

/** The fields of a record: objects within it by path (`user.openid`), everything else as the text of one cell. */
export function fieldsOf(record: { readonly [key: string]: JsonValue }): Map<string, string> {
  const fields = new Map<string, string>();
  const collect = (value: { readonly [key: string]: JsonValue }, path: string): void => {
    for (const [key, each] of Object.entries(value)) {
      if (isObject(each)) collect(each, `${path}${key}.`);
      else fields.set(`${path}${key}`, jsonCellText(each));
    }
  };
  collect(record, '');
  return fields;
}

/** A list of choices becomes a list in one cell: numbers parted by `;`, texts by `┋`, which no title holds. */
export function jsonCellText(value: JsonValue): string {
  if (value instanceof LongNumber) return value.digits;
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    if (items.some((item) => Array.isArray(item) || isObject(item))) return JSON.stringify(value);
    const texts = items.map(jsonCellText);
    return texts.join(texts.every((text) => /^\d*$/.test(text)) ? ';' : '┋');
  }
  if (typeof value === 'number' || typeof value === 'boolean') return voteCellText(value);
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}

export function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LongNumber)
  );
}
