import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';

const advice = 'Excel 工作簿（.xlsx）或 CSV 文件';

const oldExcelSign = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** How the first bytes give away what a file really is, whatever its name says, and what then to do. */
const strangers: readonly { readonly starts: readonly number[]; readonly problem: string }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46], problem: '这是 PDF 文件，请找到原来的表格' },
  { starts: [0x89, 0x50, 0x4e, 0x47], problem: '这是一张图片，请找到原来的表格' },
  { starts: [0xff, 0xd8, 0xff], problem: '这是一张图片，请找到原来的表格' },
  { starts: [0x47, 0x49, 0x46, 0x38], problem: '这是一张图片，请找到原来的表格' },
  { starts: [0x42, 0x4d], problem: '这是一张图片，请找到原来的表格' },
  { starts: [0x52, 0x61, 0x72, 0x21], problem: '这是压缩包，请先解压' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], problem: '这是压缩包，请先解压' },
  { starts: [0x1f, 0x8b], problem: '这是压缩包，请先解压' },
  { starts: [0x50, 0x4b, 0x05, 0x06], problem: '这是空的压缩包，请重新导出' },
];

/** What a file is that no import can read, and what to do about it; null where its first bytes say nothing of the kind. */
export function strangerProblem(bytes: Buffer): string | null {
  // "BM" alone is too short a sign: a CSV may begin with these letters, but never with a NUL soon after.
  const stranger = strangers.find(
    ({ starts }) => startsWith(bytes, starts) && (starts.length > 2 || bytes.subarray(0, 16).includes(0)),
  );
  return stranger?.problem ?? null;
}

export type ContentKind = 'spreadsheet' | 'text';

/** Tells a spreadsheet from text by content; everything else is refused with what to do about it. */
export function recogniseContent(bytes: Buffer, file: string): Result<ContentKind> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return done('spreadsheet');
  const problem = startsWith(bytes, oldExcelSign)
    ? '这是旧版 .xls 或加了密码的文件，请在 Excel 里打开，另存为不加密码的 .xlsx'
    : strangerProblem(bytes);
  if (problem !== null) return refused('file-not-recognised', { file, expected: `${advice}。${problem}` });
  if (!hasUtf16Mark(bytes) && bytes.includes(0)) {
    return refused('file-not-recognised', { file, expected: `${advice}。请在 Excel 里另存为 .xlsx` });
  }
  if (
    /^\s*<(?:!doctype|html|\?xml|table|head|meta)/i.test(
      bytes
        .subarray(0, 200)
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, ''),
    )
  ) {
    return refused('file-not-recognised', {
      file,
      expected: `${advice}。这是网页，请在 Excel 里打开后另存为 .xlsx`,
    });
  }
  return done('text');
}

function hasUtf16Mark(bytes: Buffer): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function startsWith(bytes: Buffer, starts: readonly number[]): boolean {
  return starts.every((byte, position) => bytes[position] === byte);
}
