import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonElements } from '../../../../electron/services/votes/source/json-elements.ts';
import { fieldsOf, parseRecord } from '../../../../electron/services/votes/source/json-record.ts';
import { MarkupFault, MarkupReader } from '../../../../electron/services/tables/markup-reader.ts';
import { readTables, refusalOf } from './read-source.ts';

/** A text cut at any places. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length));
}

const places = fc.array(fc.nat(), { maxLength: 8 });

describe('markup', () => {
  function events(language: 'xml' | 'html', parts: readonly string[]): string {
    const told: string[] = [];
    const reader = new MarkupReader(language, {
      open: (name, attributes) => told.push(`<${name} ${JSON.stringify([...attributes])}>`),
      close: (name) => told.push(`</${name}>`),
      text: (text) => told.push(text),
    });
    for (const [index, part] of parts.entries()) reader.add(part, index === parts.length - 1);
    return told.join('');
  }

  const xml =
    '<?xml version="1.0"?><!-- <a> --><ss:Row ss:Index="3" x=\'a>b &quot;\'><Data>1 &lt; 2 &#x738B;&#33; &unknown;</Data><![CDATA[<b>&amp;]]><Empty/></ss:Row>';
  const html =
    '<!DOCTYPE html><TABLE border=1><style>td > { } </tablet></style><TR><TD nowrap class=a>x&nbsp;y<br>z</TD></TABLE>';

  it('is told as what it says, names without prefix and entities decoded', () => {
    expect(events('xml', [xml])).toBe(
      '<Row [["Index","3"],["x","a>b \\""]]><Data []>1 < 2 王! &unknown;</Data><b>&amp;<Empty []></Empty></Row>',
    );
    expect(events('html', [html])).toBe(
      '<table [["border","1"]]><style []></style><tr []><td [["nowrap",""],["class","a"]]>x y<br []>z</td></table>',
    );
  });

  it('is told alike however it arrives', () => {
    fc.assert(
      fc.property(places, (at) => {
        expect(events('xml', cut(xml, at))).toBe(events('xml', [xml]));
        expect(events('html', cut(html, at))).toBe(events('html', [html]));
      }),
    );
  });

  it('that is cut, never ends a tag, or declares entities is a fault', () => {
    expect(() => events('xml', ['<a'])).toThrow(MarkupFault);
    expect(() => events('xml', [`<a ${'x'.repeat(1 << 21)}`, ''])).toThrow(MarkupFault);
    expect(() => events('xml', ['<!DOCTYPE a [<!ENTITY b "c">]><a/>'])).toThrow(MarkupFault);
    expect(() => events('html', ['<!DOCTYPE html [<!ENTITY b "c">]><a>'])).toThrow(MarkupFault);
  });
});

describe('a list in JSON', () => {
  const elements = (parts: readonly string[]): string[] => {
    const reader = new JsonElements();
    return parts.flatMap((part, index) => reader.add(part, index === parts.length - 1));
  };

  it('is found at whatever depth, beside whatever else, and however it arrives', () => {
    const record = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        places,
        fc.nat(3),
        (records, at, indent) => {
          for (const whole of [
            records,
            { data: { list: records, total: 3 } },
            { columns: ['a', 'b'], none: [], 'x"[{': '[{"', list: records },
          ]) {
            const text = JSON.stringify(whole, null, indent);
            const found = elements(cut(text, at)).map((each) => JSON.parse(each) as unknown);
            expect(found).toEqual(JSON.parse(JSON.stringify(records)));
          }
        },
      ),
    );
  });

  it.each([
    ['cut', '[{"a":1},{"a"'],
    ['cut', '[{"a":"x'],
    ['not-json', '[{"a":1} {"a":2}]'],
    ['not-json', '[{"a":1},2]'],
    ['not-json', '[{"a":1}]]'],
    ['not-json', '[{"a":1}] x'],
    ['no-list', '{"a":[1,2]}'],
    ['several-lists', '{"a":[{"b":1}],"c":[{"d":1}]}'],
    ['too-deep', `[{"a":${'['.repeat(70)}`],
  ])('is a fault where it is %s: %s', (kind, text) => {
    expect(() => elements([text])).toThrow(expect.objectContaining({ kind }));
  });

  it('gives its records as cells: paths for objects, lists in one cell, digits as they are written', () => {
    const record = parseRecord(
      '{"user":{"id":12345678901234567890},"choices":["一、二","三"],"numbers":[3,1],"ok":true,"none":null,"deep":[{"a":1}]}',
    );
    expect([...fieldsOf(record as Parameters<typeof fieldsOf>[0])]).toEqual([
      ['user.id', '12345678901234567890'],
      ['choices', '一、二┋三'],
      ['numbers', '3;1'],
      ['ok', '1'],
      ['none', ''],
      ['deep', '[{"a":1}]'],
    ]);
  });

  it('has a column for a key that only its last record has', async () => {
    const lines = `${'{"account":"wang"}\n'.repeat(3000)}{"account":"li","choices":[1]}\n`;
    const [table] = await readTables('votes.json', lines);
    expect(table?.records[0]).toEqual({ row: 0, cells: ['account', 'choices'] });
    expect(table?.records.slice(-2)).toEqual([
      { row: 3000, cells: ['wang', ''] },
      { row: 3001, cells: ['li', '1'] },
    ]);
  });

  it('with a broken byte is refused at the record that holds it', async () => {
    const records = Array.from({ length: 300 }, (_, index) => ({ account: `王小明${index}` }));
    const bytes = Buffer.from(JSON.stringify(records));
    bytes[bytes.indexOf('王小明200')] = 0xff;
    expect(await refusalOf('votes.json', bytes)).toEqual({
      code: 'text-undecodable',
      details: { file: 'votes.json', row: 201 },
    });
  });

  it('whose records are now objects and now lists is refused at the first that differs', async () => {
    expect(await refusalOf('votes.json', '[{"a":1},["b"]]')).toMatchObject({
      code: 'rows-invalid',
      details: { problems: [{ row: 2 }] },
    });
  });
});
