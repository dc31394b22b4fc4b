import { uploadPath, uploadSchema, type Upload } from '../../shared/contract/uploads.ts';
import { authorization } from './call.ts';
import { failed, succeeded, type Outcome } from './outcome.ts';
import { noAnswer, readFailure, unexpectedAnswer } from './read-failure.ts';

/**
 * Sends a file's bytes as they are; the main process spools them to disk. XMLHttpRequest because `fetch` cannot say how much
 * of a body has gone out.
 * @param onProgress the part sent so far, 0 to 1
 */
export function uploadFile(
  file: File,
  onProgress?: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<Outcome<Upload>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${uploadPath}?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(authorization())) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      resolve(readAnswer(request.status, request.responseText));
    });
    request.addEventListener('error', () => {
      resolve(failed(noAnswer()));
    });
    request.addEventListener('abort', () => {
      resolve(failed(noAnswer()));
    });
    signal?.addEventListener('abort', () => {
      request.abort();
    });
    request.send(file);
  });
}

function readAnswer(status: number, content: string): Outcome<Upload> {
  let body: unknown;
  try {
    body = JSON.parse(content) as unknown;
  } catch {
    return failed(unexpectedAnswer(content));
  }
  if (status >= 400) return failed(readFailure(body));
  const parsed = uploadSchema.safeParse(body);
  return parsed.success ? succeeded(parsed.data) : failed(unexpectedAnswer(parsed.error.issues));
}
