import { z } from 'zod';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { readSourceBytes } from '../tables/source-bytes.ts';
import { tableOfBytes, type Table } from '../tables/table.ts';
import { decodeText } from '../tables/text-decoding.ts';
import type { SourceFile } from '../use-case.ts';

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const listedCandidateSchema = z.object({
  candidate: z.number().int(),
  title: z.string(),
  organisation: optionalText,
  district: optionalText,
  text: optionalText,
});
/** As `candidates list` prints it, or its array alone; a field may be left out as a column may. */
const listSchema = z.union([
  z.object({ candidates: z.array(listedCandidateSchema) }),
  z.array(listedCandidateSchema).transform((candidates) => ({ candidates })),
]);

/** A list of candidates from a spreadsheet, a CSV, or the JSON that `candidates list --json` prints. */
export async function readCandidateFile(file: SourceFile): Promise<Result<Table>> {
  const source = await readSourceBytes(file);
  if (!source.ok) return source;
  const start = source.value.bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (!/^[{[]/.test(start)) return await tableOfBytes(file, source.value);
  const decoded = decodeText(source.value.bytes, file.name);
  if (!decoded.ok) return decoded;
  const json = parseJson(decoded.value.text);
  // A table may begin with a remark in brackets.
  if (json === undefined && start.startsWith('[')) return await tableOfBytes(file, source.value);
  const parsed = listSchema.safeParse(json);
  if (!parsed.success) {
    return refused('file-not-recognised', {
      file: file.name,
      expected: 'candidates list --json 打印的 JSON，或候选项目表格',
    });
  }
  const header = ['candidate', 'title', 'organisation', 'district', 'text'] as const;
  return done({
    file: file.name,
    sha256: source.value.sha256,
    titles: [],
    header,
    headerRow: 1,
    rows: parsed.data.candidates.map((candidate, index) => ({
      row: index + 2,
      cells: header.map((field) => String(candidate[field]).trim()),
    })),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
