import { createReadStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Context } from 'hono';

export interface DownloadFile {
  readonly fileName: string;
  readonly mediaType: string;
}

export function downloadResponse(
  context: Context,
  file: DownloadFile & { readonly content: Uint8Array },
): Response {
  return context.body(new Uint8Array(file.content), 200, headersOf(file));
}

/** Sends a file that was written for this one download; afterwards, or when the download breaks off, it is gone. */
export function passingDownloadResponse(
  context: Context,
  file: DownloadFile & { readonly bytes: number },
  path: string,
): Response {
  const stream = createReadStream(path);
  stream.once('close', () => {
    rmSync(path, { force: true });
  });
  const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  return context.body(body, 200, { ...headersOf(file), 'Content-Length': String(file.bytes) });
}

/** Chinese file names travel in the form of RFC 6266; the plain one is for programs that do not know it. */
function headersOf({ fileName, mediaType }: DownloadFile): Record<string, string> {
  const plain = fileName.replaceAll(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  };
}
