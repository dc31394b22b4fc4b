/** Where a text stops being markup that is read here. */
export class MarkupFault extends Error {
  readonly kind: 'cut' | 'too-long' | 'declares-entities';
  constructor(kind: MarkupFault['kind']) {
    super(`markup: ${kind}`);
    this.kind = kind;
  }
}

export interface MarkupHandlers {
  /** Names without their namespace prefix, in lower case where the markup is HTML. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** No tag, comment or cell of a table is this long; what was never closed is noticed before it fills the memory. */
const longestPiece = 1 << 20;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/**
 * Reads XML or HTML that arrives in parts and tells of its tags and texts; nothing is built up and nothing is fetched. A
 * document type with declarations of its own is a fault, so entities cannot grow. Whether tags are well nested is for the
 * caller: HTML leaves them open, and a table shows only in its own elements.
 */
export class MarkupReader {
  readonly #handlers: MarkupHandlers;
  readonly #isHtml: boolean;
  #rest = '';
  /** Within such an element of HTML everything is text that nobody reads, up to its end tag. */
  #skipped: 'script' | 'style' | null = null;

  constructor(language: 'xml' | 'html', handlers: MarkupHandlers) {
    this.#isHtml = language === 'html';
    this.#handlers = handlers;
  }

  add(part: string, isLast: boolean): void {
    const text = this.#rest === '' ? part : this.#rest + part;
    let position = 0;
    while (position < text.length) {
      const end = this.#readPiece(text, position, isLast);
      if (end === null) break;
      position = end;
    }
    this.#rest = text.slice(position);
    if (this.#rest.length > longestPiece) throw new MarkupFault('too-long');
    if (isLast && this.#rest !== '') throw new MarkupFault('cut');
  }

  /** Where the piece at `start` ends; null while its end is not there yet. */
  #readPiece(text: string, start: number, isLast: boolean): number | null {
    if (this.#skipped !== null) return this.#skip(text, start, this.#skipped);
    if (text.charCodeAt(start) !== 60) return this.#readText(text, start, isLast);
    if (!isLast && text.length - start < 9) return null;
    if (text.startsWith('<!--', start)) return endOf(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = endOf(text, ']]>', start + 9);
      if (end !== null) this.#handlers.text(text.slice(start + 9, end - 3));
      return end;
    }
    if (text.startsWith('<?', start)) return endOf(text, this.#isHtml ? '>' : '?>', start + 2);
    if (text.startsWith('<!', start)) return this.#readDeclaration(text, start);
    const end = tagEnd(text, start + 1);
    if (end === null) return null;
    this.#readTag(text.slice(start + 1, end));
    return end + 1;
  }

  #readText(text: string, start: number, isLast: boolean): number | null {
    const next = text.indexOf('<', start);
    if (next === -1 && !isLast) return null;
    const end = next === -1 ? text.length : next;
    this.#handlers.text(decoded(text.slice(start, end)));
    return end;
  }

  #readDeclaration(text: string, start: number): number | null {
    const end = endOf(text, '>', start);
    const declaration = text.slice(start, end ?? undefined);
    // `<!DOCTYPE html …>` is in order; a `[` opens declarations, of entities above all.
    if (declaration.includes('[') || (!this.#isHtml && /^<!doctype/i.test(declaration)))
      throw new MarkupFault('declares-entities');
    return end;
  }

  #readTag(tag: string): void {
    const isEnd = tag.startsWith('/');
    const isEmpty = tag.endsWith('/');
    const [, rawName = '', rest = ''] = /^([^\s/]*)([^]*)$/.exec(isEnd ? tag.slice(1) : tag) ?? [];
    const name = this.#nameOf(rawName);
    if (isEnd) {
      this.#handlers.close(name);
      return;
    }
    this.#handlers.open(name, this.#attributesOf(rest));
    if (isEmpty && !this.#isHtml) this.#handlers.close(name);
    if (this.#isHtml && (name === 'script' || name === 'style')) this.#skipped = name;
  }

  #attributesOf(text: string): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (const [, name = '', double, single, bare] of text.matchAll(attribute))
      attributes.set(this.#nameOf(name), decoded(double ?? single ?? bare ?? ''));
    return attributes;
  }

  #nameOf(name: string): string {
    const local = name.slice(name.indexOf(':') + 1);
    return this.#isHtml ? local.toLowerCase() : local;
  }

  #skip(text: string, start: number, element: 'script' | 'style'): number | null {
    const end = text.toLowerCase().indexOf(`</${element}`, start);
    if (end === -1) return null;
    this.#skipped = null;
    return end;
  }
}

const attribute = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function endOf(text: string, mark: string, start: number): number | null {
  const position = text.indexOf(mark, start);
  return position === -1 ? null : position + mark.length;
}

/** The `>` that ends a tag: one within a quoted value does not. */
function tagEnd(text: string, start: number): number | null {
  let open = 0;
  for (let position = start; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (open !== 0) {
      if (code === open) open = 0;
    } else if (code === 62) return position;
    else if (code === 34 || code === 39) open = code;
  }
  return null;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return entities.get(name) ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10_ff_ff ? whole : String.fromCodePoint(code);
  });
}
