/** Where a text stops being JSON that holds one list of records. */
export class JsonFault extends Error {
  readonly kind: 'cut' | 'not-json' | 'too-long' | 'too-deep' | 'no-list' | 'several-lists';
  /** The record at which it shows, from 1; 0 before the first. */
  readonly row: number;
  constructor(kind: JsonFault['kind'], row: number) {
    super(`json: ${kind} at record ${row}`);
    this.kind = kind;
    this.row = row;
  }
}

/** No ballot is this long. */
const longestElement = 1 << 20;
const deepest = 64;

const quote = 34;
const comma = 44;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Finds the one list of objects or of lists in a JSON text that arrives in parts, at whatever depth (`{"data":{"list":[…]}}`),
 * and gives its elements as text, one after the other, so that a file of any size needs the memory of one. What stands beside
 * the list is not read; a second list would be a guess and is a fault.
 */
export class JsonElements {
  /** Open brackets from the outermost. */
  readonly #open: number[] = [];
  #list: 'before' | 'within' | 'behind' = 'before';
  /** How many brackets are open directly within the list. */
  #listDepth = 0;
  #count = 0;
  #isInString = false;
  #isEscaped = false;
  /** Text of the element that is not whole yet, before the present part. */
  #element = '';
  /** The last character that is no blank and not within a string. */
  #previous = 0;
  #isEnded = false;

  /** How many elements are whole. */
  get wholeCount(): number {
    return this.#isInElement() ? this.#count - 1 : this.#count;
  }

  add(part: string, isLast: boolean): string[] {
    const elements: string[] = [];
    // Where the element that is being read begins in this part; null outside of one.
    let start: number | null = this.#isInElement() ? 0 : null;
    for (let position = 0; position < part.length; position += 1) {
      const code = part.charCodeAt(position);
      if (this.#isInString) {
        this.#readInString(code);
        continue;
      }
      if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfe_ff) continue;
      if (this.#isEnded) throw this.#fault('not-json');
      if (code === quote) {
        this.#refuseScalar();
        this.#isInString = true;
      } else if (code === openBrace || code === openBracket) {
        const wasInElement = this.#isInElement();
        this.#openBracket(code);
        if (!wasInElement && this.#isInElement()) start = position;
      } else if (code === closeBrace || code === closeBracket) {
        const wasInElement = this.#isInElement();
        this.#closeBracket(code);
        if (wasInElement && !this.#isInElement()) {
          elements.push(this.#element + part.slice(start ?? 0, position + 1));
          this.#element = '';
          start = null;
        }
      } else if (code !== comma) this.#refuseScalar();
      this.#previous = code;
    }
    if (start !== null) this.#element += part.slice(start);
    if (this.#element.length > longestElement) throw this.#fault('too-long');
    if (isLast) this.#end();
    return elements;
  }

  #isInElement(): boolean {
    return this.#list === 'within' && this.#open.length > this.#listDepth;
  }

  #readInString(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) this.#isInString = false;
  }

  #openBracket(code: number): void {
    const isFirstOfList = this.#previous === openBracket && this.#open.at(-1) === openBracket;
    if (isFirstOfList && this.#list === 'before') {
      this.#list = 'within';
      this.#listDepth = this.#open.length;
    } else if (isFirstOfList && this.#list === 'behind') throw this.#fault('several-lists');
    if (this.#list === 'within' && this.#open.length === this.#listDepth) {
      const isSeparated = this.#previous === (this.#count === 0 ? openBracket : comma);
      if (!isSeparated) throw this.#fault('not-json');
      this.#count += 1;
    }
    this.#open.push(code);
    if (this.#open.length > deepest) throw this.#fault('too-deep');
  }

  #closeBracket(code: number): void {
    if (this.#open.pop() !== (code === closeBrace ? openBrace : openBracket)) throw this.#fault('not-json');
    if (this.#list === 'within' && this.#open.length < this.#listDepth) this.#list = 'behind';
    if (this.#open.length === 0) this.#isEnded = true;
  }

  /** In a list of records a number or a text between them is no record. */
  #refuseScalar(): void {
    if (this.#list === 'within' && this.#open.length === this.#listDepth) throw this.#fault('not-json');
  }

  #end(): void {
    if (this.#isInString || this.#open.length > 0) throw this.#fault('cut');
    if (this.#list === 'before') throw this.#fault('no-list');
  }

  #fault(kind: JsonFault['kind']): JsonFault {
    return new JsonFault(kind, this.#count);
  }
}
