import { randomBytes } from 'node:crypto';
import type { JobProgress, VoteImportReport } from '../../shared/contract/votes.ts';
import { done, refused, sentenceOf, type Refusal, type Result } from '../../shared/refusals/refusal.ts';

/** What a job says about itself while it runs. */
export type JobStep = Partial<Pick<JobProgress, 'label' | 'fraction' | 'rows' | 'funnel'>>;
type Listener = (progress: JobProgress) => void;

interface Entry {
  progress: JobProgress;
  readonly stop: AbortController;
  readonly listeners: Set<Listener>;
  lastSent: number;
  timer: NodeJS.Timeout | null;
  finished: Promise<void>;
}

/** Ten pictures a second are enough for an eye. */
const pause = 100;
const keptJobs = 20;

/** Work in the background: one job at a time, followed by whoever listens, and cancellable. */
export class Jobs {
  readonly #entries = new Map<string, Entry>();
  readonly #refusalOfDefect: (error: unknown) => Refusal;

  constructor(refusalOfDefect: (error: unknown) => Refusal) {
    this.#refusalOfDefect = refusalOfDefect;
  }

  /** The label of the job that runs now. */
  get running(): string | null {
    return (
      [...this.#entries.values()].find((entry) => entry.progress.state === 'running')?.progress.label ?? null
    );
  }

  start(
    label: string,
    work: (report: (step: JobStep) => void, signal: AbortSignal) => Promise<Result<VoteImportReport>>,
  ): Result<string> {
    if (this.running !== null) return refused('job-busy', { running: this.running });
    const job = randomBytes(16).toString('hex');
    const entry: Entry = {
      progress: {
        job,
        state: 'running',
        label,
        fraction: null,
        rows: 0,
        funnel: null,
        report: null,
        error: null,
      },
      stop: new AbortController(),
      listeners: new Set(),
      lastSent: 0,
      timer: null,
      finished: Promise.resolve(),
    };
    this.#entries.set(job, entry);
    this.#forgetOldest();
    entry.finished = this.#run(entry, work);
    return done(job);
  }

  read(job: string): JobProgress | null {
    return this.#entries.get(job)?.progress ?? null;
  }

  /** Asks a job to stop; it answers by its state, because a commit that has begun is not torn apart. */
  cancel(job: string): boolean {
    const entry = this.#entries.get(job);
    entry?.stop.abort();
    return entry !== undefined;
  }

  /** Tells the listener how the job stands now and each time that changes. */
  follow(job: string, listener: Listener): () => void {
    const entry = this.#entries.get(job);
    if (entry === undefined) return () => undefined;
    entry.listeners.add(listener);
    listener(entry.progress);
    return () => entry.listeners.delete(listener);
  }

  async cancelAll(): Promise<void> {
    for (const entry of this.#entries.values()) entry.stop.abort();
    await Promise.all([...this.#entries.values()].map((entry) => entry.finished));
  }

  forgetAll(): void {
    this.#entries.clear();
  }

  async #run(
    entry: Entry,
    work: (report: (step: JobStep) => void, signal: AbortSignal) => Promise<Result<VoteImportReport>>,
  ): Promise<void> {
    const report = (step: JobStep): void => {
      if (entry.progress.state !== 'running') return;
      entry.progress = { ...entry.progress, ...step };
      this.#sendSoon(entry);
    };
    let result: Result<VoteImportReport>;
    try {
      result = await work(report, entry.stop.signal);
    } catch (error) {
      result = { ok: false, refusal: this.#refusalOfDefect(error) };
    }
    entry.progress = result.ok
      ? { ...entry.progress, state: 'done', fraction: 1, report: result.value }
      : {
          ...entry.progress,
          state: result.refusal.code === 'job-cancelled' ? 'cancelled' : 'refused',
          error: { code: result.refusal.code, message: sentenceOf(result.refusal) },
        };
    this.#send(entry);
  }

  #sendSoon(entry: Entry): void {
    if (entry.timer !== null) return;
    const wait = entry.lastSent + pause - performance.now();
    if (wait <= 0) this.#send(entry);
    else entry.timer = setTimeout(() => this.#send(entry), wait);
  }

  #send(entry: Entry): void {
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.timer = null;
    entry.lastSent = performance.now();
    for (const listener of entry.listeners) listener(entry.progress);
  }

  #forgetOldest(): void {
    for (const [job, entry] of this.#entries) {
      if (this.#entries.size <= keptJobs) return;
      if (entry.progress.state !== 'running') this.#entries.delete(job);
    }
  }
}
