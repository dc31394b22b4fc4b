import type { Context } from 'hono';

export interface DownloadFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Chinese file names travel in the form of RFC 6266; the plain one is for programs that do not know it. */
export function downloadResponse(context: Context, file: DownloadFile): Response {
  const plain = file.fileName.replaceAll(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(file.fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return context.body(new Uint8Array(file.content), 200, {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  });
}
