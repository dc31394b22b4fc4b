import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { strangerProblem } from '../../tables/content-kind.ts';
import type { TextEncoding } from '../../tables/text-decoding.ts';
import { voteContainers } from './archive-entries.ts';
import { isUtf16 } from './recognise-encoding.ts';
import { JsonElements, JsonFault } from './json-elements.ts';

/** What the bytes of a source are. `archive`: a workbook or a ZIP, which only its directory tells. */
export type BytesKind = 'text' | 'archive' | 'xls' | 'spreadsheetml' | 'html' | 'json' | 'json-lines';

const archiveSign = [0x50, 0x4b, 0x03, 0x04];
const oldExcelSign = [0xd0, 0xcf, 0x11, 0xe0];

/** So much of a text shows what it is. */
const headLength = 1 << 16;

/** Tells by the first bytes, and never by the name, what a source is; `encoding` is what is known of it so far. */
export function recogniseBytes(
  bytes: Buffer,
  file: string,
  encoding: TextEncoding | null,
): Result<BytesKind> {
  const refuse = (problem: string) =>
    refused('file-not-recognised', { file, expected: `${voteContainers}。${problem}` });
  if (startsWith(bytes, archiveSign)) return done('archive');
  if (startsWith(bytes, oldExcelSign)) return done('xls');
  const problem = strangerProblem(bytes);
  if (problem !== null) return refuse(problem);
  if (!isUtf16(encoding) && bytes.includes(0)) return refuse(nulProblem);
  const head = new TextDecoder(encoding ?? 'latin1').decode(bytes.subarray(0, headLength));
  const sheet = otherSheets.find(({ signs }) => signs.every((sign) => sign.test(head)));
  if (sheet !== undefined)
    return refuse(`这是${sheet.name}，请在 Excel 或 WPS 里打开，核对无误后另存为 .xlsx`);
  if (isSpreadsheetMl(head)) return done('spreadsheetml');
  if (/^\s*<\?xml/i.test(head) && !/<html/i.test(head))
    return refuse('这是别的 XML 文件，请从投票平台重新导出成 Excel 或 CSV');
  if (isHtml(head)) {
    return /<table/i.test(head) ? done('html') : refuse('这是网页，里面没有表格，请从投票平台重新导出');
  }
  return done(jsonKind(head) ?? 'text');
}

/** Texts that Excel opens as workbooks under whatever name. */
const otherSheets: readonly { readonly name: string; readonly signs: readonly RegExp[] }[] = [
  {
    name: '网页存档（.mht）',
    signs: [/^\s*(?:MIME-Version|From|Content-Type):/i, /^Content-Type:\s*multipart\/related/im],
  },
  // A CSV may begin with the same letters, but has no cells with a `K` for their content.
  { name: ' SYLK 表格', signs: [/^ID;P/, /^C;(?:[XY]\d+;)+K/m] },
  { name: ' DIF 表格', signs: [/^TABLE\r?\n0,1\r?\n/, /^VECTORS\r?$/m] },
];

export const nulProblem =
  '这个文件里有空字节：可能没有拷贝完整，请重新导出或重新拷贝；也可能是没有开头标记的 UTF-16 文本，请用记事本打开，看着正常就另存为 UTF-8，或在对应文件里写明 encoding';

function isSpreadsheetMl(head: string): boolean {
  return /^\s*</.test(head) && spreadsheetMlSpace.test(head) && /<(?:\w+:)?Workbook[\s>]/.test(head);
}

const spreadsheetMlSpace = /urn:schemas-microsoft-com:office:spreadsheet/;

function isHtml(head: string): boolean {
  return /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype|html|head|meta|table|body|style|div|\?xml)/i.test(head);
}

/**
 * JSON begins with an object or a list of such. JSON Lines has a whole one in its first line and goes on behind it, or that
 * line is an object without a list of records and so the only record.
 */
function jsonKind(head: string): 'json' | 'json-lines' | null {
  if (!/^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(head)) return null;
  const text = head.trimStart();
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  if (!isJson(first)) return 'json';
  const others = text.slice(first.length).trimStart();
  return /^[[{]/.test(others) || (others === '' && !holdsList(first)) ? 'json-lines' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function holdsList(text: string): boolean {
  try {
    return new JsonElements().add(text, true).length > 0;
  } catch (error) {
    if (error instanceof JsonFault) return error.kind !== 'no-list';
    throw error;
  }
}

function startsWith(bytes: Buffer, starts: readonly number[]): boolean {
  return starts.every((byte, position) => bytes[position] === byte);
}
