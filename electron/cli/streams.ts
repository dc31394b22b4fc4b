/** What is needed of a stream to write on: `process.stdout`, or a test's own. */
export interface OutputStream {
  write(text: string, written?: (error?: Error | null) => void): boolean;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  readonly isTTY?: boolean;
}

const refreshedEvery = 200;

/** stdout for the one answer, stderr for everything said on the way. */
export class Streams {
  private readonly stdout: OutputStream;
  private readonly stderr: OutputStream;
  private pending: Promise<void> = Promise.resolve();
  private lastProgress = 0;
  private progressShown = false;

  constructor(stdout: OutputStream, stderr: OutputStream) {
    this.stdout = stdout;
    this.stderr = stderr;
    // A reader that has seen enough (`| head`) closes the pipe; that is no fault of the command.
    for (const stream of [stdout, stderr]) stream.on?.('error', () => {});
  }

  print(text: string): void {
    if (text !== '') this.write(this.stdout, text);
  }

  say(line: string): void {
    this.clearProgress();
    this.write(this.stderr, `${line}\n`);
  }

  /** Only on a screen, in one line that is written over, a few times a second. */
  progress(line: string): void {
    const now = performance.now();
    if (this.stderr.isTTY !== true || now - this.lastProgress < refreshedEvery) return;
    this.lastProgress = now;
    this.progressShown = true;
    this.stderr.write(`\r\u001b[K${line}`);
  }

  /** Everything has left the process, or there is nobody left to read it. */
  async flushed(): Promise<void> {
    this.clearProgress();
    await this.pending;
  }

  private write(stream: OutputStream, text: string): void {
    const written = new Promise<void>((resolve) => {
      stream.write(text, () => {
        resolve();
      });
    });
    this.pending = this.pending.then(() => written);
  }

  private clearProgress(): void {
    if (!this.progressShown) return;
    this.progressShown = false;
    this.stderr.write('\r\u001b[K');
  }
}
