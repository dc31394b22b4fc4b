import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Upload } from '../../shared/contract/uploads.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { openUploadSpool } from '../services/upload-spool.ts';
import type { SourceFile } from '../services/use-case.ts';

const megabyte = 1024 * 1024;
export const uploadLimit = 2048 * megabyte;

interface Entry {
  readonly owner: number;
  readonly file: SourceFile;
  /** False for a file that the person opened in place: it is theirs, and is never removed. */
  readonly isSpooled: boolean;
  users: number;
  isDiscarded: boolean;
}

/** Files on their way in: each belongs to the person who sent it, and leaves with them. */
export class Uploads {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;

  constructor(limit: number = uploadLimit) {
    this.#limit = limit;
  }

  /** Spools a body to the disk as it arrives; the next piece is asked for only when the last one is written. */
  async receive(
    folder: string,
    owner: number,
    name: string,
    body: ReadableStream<Uint8Array> | null,
    announcedBytes: number,
  ): Promise<Result<Upload>> {
    const tooLarge = refused('file-too-large', {
      file: name,
      limitMegabytes: Math.floor(this.#limit / megabyte),
    });
    if (announcedBytes > this.#limit) return tooLarge;
    const upload = newId();
    const path = join(openUploadSpool(folder), `${process.pid}-${upload}`);
    const hash = createHash('sha256');
    let bytes = 0;
    let isKept = false;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of body ?? []) {
        bytes += chunk.byteLength;
        if (bytes > this.#limit) return tooLarge;
        hash.update(chunk);
        await writeWhole(file, chunk);
      }
      isKept = true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
      return refused('file-unreadable', { file: name, reason: '传输中断' });
    } finally {
      await file.close();
      if (!isKept) await rm(path, { force: true });
    }
    const sha256 = hash.digest('hex');
    const received = { path, name, sha256 };
    this.#entries.set(upload, { owner, file: received, isSpooled: true, users: 0, isDiscarded: false });
    return done({ upload, name, bytes, sha256 });
  }

  /** Takes a file of this machine as it lies, without a copy. */
  async openInPlace(owner: number, path: string): Promise<Result<Upload>> {
    const name = basename(path);
    try {
      const { size } = await stat(path);
      if (size > this.#limit) {
        return refused('file-too-large', { file: name, limitMegabytes: Math.floor(this.#limit / megabyte) });
      }
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      const upload = newId();
      const sha256 = hash.digest('hex');
      this.#entries.set(upload, {
        owner,
        file: { path, name, sha256 },
        isSpooled: false,
        users: 0,
        isDiscarded: false,
      });
      return done({ upload, name, bytes: size, sha256 });
    } catch (error) {
      return refused('file-unreadable', {
        file: name,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }

  /** Works on uploads of one person; none of them disappears before the work is finished. */
  async use<Value>(
    owner: number,
    uploads: readonly string[],
    work: (files: readonly SourceFile[]) => Promise<Result<Value>> | Result<Value>,
  ): Promise<Result<Value>> {
    const found = this.#find(owner, uploads);
    if (!found.ok) return found;
    for (const entry of found.value) entry.users += 1;
    try {
      return await work(found.value.map((entry) => entry.file));
    } finally {
      for (const entry of found.value) {
        entry.users -= 1;
        removeIfUnused(entry);
      }
    }
  }

  useOne<Value>(
    owner: number,
    upload: string,
    work: (file: SourceFile) => Promise<Result<Value>> | Result<Value>,
  ): Promise<Result<Value>> {
    return this.use(owner, [upload], ([file]) =>
      file === undefined ? refused('upload-missing', {}) : work(file),
    );
  }

  /** Whether all of these are this person's and still here. */
  check(owner: number, uploads: readonly string[]): Result<null> {
    const found = this.#find(owner, uploads);
    return found.ok ? done(null) : found;
  }

  discard(owner: number, upload: string): boolean {
    const entry = this.#entries.get(upload);
    if (entry === undefined || entry.owner !== owner) return false;
    this.#entries.delete(upload);
    entry.isDiscarded = true;
    removeIfUnused(entry);
    return true;
  }

  discardOwner(owner: number): void {
    for (const [upload, entry] of [...this.#entries]) if (entry.owner === owner) this.discard(owner, upload);
  }

  discardAll(): void {
    for (const [upload, entry] of [...this.#entries]) this.discard(entry.owner, upload);
  }

  #find(owner: number, uploads: readonly string[]): Result<readonly Entry[]> {
    const entries: Entry[] = [];
    for (const upload of uploads) {
      const entry = this.#entries.get(upload);
      if (entry === undefined || entry.owner !== owner) return refused('upload-missing', {});
      entries.push(entry);
    }
    return done(entries);
  }
}

function newId(): string {
  return randomBytes(16).toString('hex');
}

function removeIfUnused(entry: Entry): void {
  if (entry.isDiscarded && entry.isSpooled && entry.users === 0) rmSync(entry.file.path, { force: true });
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) {
    const step = await file.write(chunk, written, chunk.byteLength - written);
    written += step.bytesWritten;
  }
}
