import { refused } from '../../../../shared/refusals/refusal.ts';
import { brokenAt, decodedText, refuseBrokenText, undecodable } from './decoded-text.ts';
import { lineBreaks } from './delimited-records.ts';
import type { InspectedFile } from './inspect-file.ts';
import { JsonElements, JsonFault } from './json-elements.ts';
import { fieldsOf, isObject, jsonCellText, parseRecord, type JsonValue } from './json-record.ts';
import type { SourceChoice } from './source-choice.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import type { SourceTable } from './source-table.ts';

/** Thousands of different fields are no table. */
const mostFields = 4000;

/** One record as the file has it; in JSON Lines `row` is its line, else its place in the list, from 1. */
interface NumberedValue {
  readonly row: number;
  readonly value: JsonValue;
}

type Values = AsyncGenerator<readonly NumberedValue[]>;

/**
 * The list of a JSON file, or the lines of JSON Lines, as one table. Where its records are objects, their keys make a header
 * that the file does not have as such: it gets row 0. The whole file is looked through for keys first, because one that
 * occurs only at the end is a column all the same. Where the records are lists, the first is the header.
 */
export async function* jsonTables(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SourceTable> {
  const open = (heard?: (bytes: number) => void): Values =>
    inspected.container === 'json-lines'
      ? linesOf(inspected, choice, heard)
      : elementsOf(inspected, choice, heard);
  const fields = await fieldNames(inspected, open());
  yield { name: { file: inspected.file.name, sheet: null }, records: recordsOf(fields, open(onBytes)) };
}

/** The keys of all objects in the order of their first occurrence; null where the records are lists. */
async function fieldNames(inspected: InspectedFile, values: Values): Promise<readonly string[] | null> {
  const names = new Set<string>();
  let areObjects: boolean | null = null;
  for await (const part of values) {
    for (const { row, value } of part) {
      const isRecord = isObject(value) || Array.isArray(value);
      areObjects ??= isObject(value);
      if (!isRecord || areObjects !== isObject(value))
        throw broken(inspected, row, '这一条与前面各条的写法不同，应当都是对象或都是列表');
      if (isObject(value)) for (const name of fieldsOf(value).keys()) names.add(name);
      if (names.size > mostFields)
        throw new SourceBroken(
          refused('table-too-large', { file: inspected.file.name, limit: mostFields, unit: '列' }),
        );
    }
  }
  return areObjects === false ? null : [...names];
}

async function* recordsOf(
  fields: readonly string[] | null,
  values: Values,
): AsyncGenerator<readonly SourceRecord[]> {
  if (fields !== null && fields.length > 0) yield [{ row: 0, cells: fields }];
  for await (const part of values) {
    yield part.map(({ row, value }) => {
      if (!isObject(value)) return { row, cells: (value as readonly JsonValue[]).map(jsonCellText) };
      const texts = fieldsOf(value);
      return { row, cells: (fields ?? []).map((name) => texts.get(name) ?? '') };
    });
  }
}

async function* elementsOf(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes?: (bytes: number) => void,
): Values {
  const reader = new JsonElements();
  try {
    for await (const part of decodedText(inspected, choice.encoding, onBytes)) {
      const brokenPosition = brokenAt(part);
      if (brokenPosition !== -1) {
        // In a list the record is what a person can look for, not the line.
        reader.add(part.text.slice(0, brokenPosition), false);
        throw undecodable(inspected, reader.wholeCount + 1);
      }
      const first = reader.wholeCount + 1;
      yield reader
        .add(part.text, part.isLast)
        .map((text, index) => ({ row: first + index, value: parsed(inspected, text, first + index) }));
    }
  } catch (error) {
    throw error instanceof JsonFault ? broken(inspected, Math.max(error.row, 1), problemOf(error)) : error;
  }
}

async function* linesOf(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes?: (bytes: number) => void,
): Values {
  let [rest, line] = ['', 1];
  for await (const part of decodedText(inspected, choice.encoding, onBytes)) {
    refuseBrokenText(inspected, part, line, rest);
    const text = rest + part.text;
    const end = part.isLast ? text.length : text.lastIndexOf('\n') + 1;
    const whole = text.slice(0, end);
    rest = text.slice(end);
    if (rest.length > longestLine) throw broken(inspected, line, '这一行长得不像选票');
    const first = line;
    line += lineBreaks(whole);
    yield whole
      .split(/\r\n|\n|\r/)
      .map((each, index) => ({ row: first + index, text: each }))
      .filter((each) => each.text.trim() !== '')
      .map((each) => ({ row: each.row, value: parsed(inspected, each.text, each.row) }));
  }
}

const longestLine = 1 << 20;

function parsed(inspected: InspectedFile, text: string, row: number): JsonValue {
  try {
    return parseRecord(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw broken(inspected, row, '这一条不合 JSON 的写法，文件多半没有导出完整');
  }
}

function problemOf({ kind }: JsonFault): string {
  return {
    cut: '到这里文件就断了，多半没有导出完整',
    'not-json': '从这里开始不合 JSON 的写法',
    'too-long': '这一条长得不像选票',
    'too-deep': '这一条里面的层次太多',
    'no-list': '里面没有选票的列表',
    'several-lists': '里面不止一个列表，分不清哪一个是选票，请只留下选票的列表',
  }[kind];
}

function broken(inspected: InspectedFile, row: number, problem: string): SourceBroken {
  return new SourceBroken(
    refused('rows-invalid', { file: inspected.file.name, count: 1, problems: [{ row, problem }] }),
  );
}
