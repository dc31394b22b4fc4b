import { voteMappingSchema, type VoteMapping } from '../../../shared/ballots/mapping.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { schemaProblem } from '../../../shared/refusals/schema-problem.ts';
import { readSourceBytes } from '../tables/source-bytes.ts';
import { decodeText } from '../tables/text-decoding.ts';
import type { SourceFile } from '../use-case.ts';

/** Fifty candidates with a column each take some ten thousand characters. */
const mostMegabytes = 5;

/** Reads a mapping that somebody kept. */
export async function readMappingFile(file: SourceFile): Promise<Result<VoteMapping>> {
  const read = await readSourceBytes(file, mostMegabytes);
  if (!read.ok) return read;
  const decoded = decodeText(read.value.bytes, file.name);
  if (!decoded.ok) return decoded;
  const invalid = (problem: string) => refused('mapping-file-invalid', { file: file.name, problem });
  let content: unknown;
  try {
    content = JSON.parse(decoded.value.text);
  } catch {
    return invalid('不是完整的 JSON');
  }
  const parsed = voteMappingSchema.safeParse(content);
  if (parsed.success) return done(parsed.data);
  const [issue] = parsed.error.issues;
  if (issue === undefined) return invalid('内容不对');
  const place = issue.path.map(String).join('.');
  return invalid(place === '' ? schemaProblem(issue) : `${place} ${schemaProblem(issue)}`);
}

/** A mapping as a file that people can read and correct. */
export function mappingFileText(mapping: VoteMapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}
