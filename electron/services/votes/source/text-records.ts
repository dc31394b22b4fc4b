import { refused } from '../../../../shared/refusals/refusal.ts';
import { delimiterOf } from '../../tables/delimited-text.ts';
import { decodedText, refuseBrokenText } from './decoded-text.ts';
import { DelimitedReader, DelimitedTextFault } from './delimited-records.ts';
import type { InspectedFile } from './inspect-file.ts';
import type { SourceChoice } from './source-choice.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';

/** The records of a CSV, TSV or semicolon file of any size; `onBytes` hears how many bytes were read so far. */
export async function* textRecords(
  inspected: InspectedFile,
  choice: SourceChoice,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly SourceRecord[]> {
  let reader: DelimitedReader | null = null;
  try {
    for await (const part of decodedText(inspected, choice.encoding, onBytes)) {
      reader ??= new DelimitedReader(choice.delimiter ?? delimiterOf(part.text));
      refuseBrokenText(inspected, part, reader.line, reader.rest);
      yield reader.add(part.text, part.isLast);
    }
  } catch (error) {
    throw error instanceof DelimitedTextFault ? faultOf(inspected, error) : error;
  }
}

function faultOf(inspected: InspectedFile, fault: DelimitedTextFault): SourceBroken {
  const problem = {
    'quote-never-closed': '从这里开始的英文双引号一直没有成对，文件多半没有导出完整',
    'record-too-long': '从这里开始的一行长得不像选票，多半是英文双引号没有成对',
    'text-after-quote': '英文双引号结束之后还有文字，分不清这一格到哪里为止',
  }[fault.kind];
  return new SourceBroken(
    refused('rows-invalid', { file: inspected.file.name, count: 1, problems: [{ row: fault.row, problem }] }),
  );
}
