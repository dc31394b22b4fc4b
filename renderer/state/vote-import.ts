import { create } from 'zustand';
import type { VoteMapping } from '../../shared/ballots/mapping.ts';
import { discardUpload, type Upload } from '../../shared/contract/uploads.ts';
import { previewVotes, type VotePreview } from '../../shared/contract/vote-preview.ts';
import { cancelJob, startVoteImport, type JobProgress } from '../../shared/contract/votes.ts';
import { call } from '../client/call.ts';
import { followJob } from '../client/job-events.ts';
import type { Failure } from '../client/outcome.ts';
import { text } from '../text/text.ts';
import { announce } from './announcement.ts';
import { sessionStore } from './session.ts';
import { nextEstimate, type PaceEstimate } from './time-left.ts';

/**
 * Vote files on their way in, and the job that reads them. It lives here and not in the screen, so that the secretary can
 * leave the screen while a million rows are read and find the job again.
 */
export interface ChosenFile {
  readonly upload: Upload;
  /** Null while the main process recognises the format, or when it could not. */
  readonly preview: VotePreview | null;
  readonly failure: Failure | null;
  /** The mapping that a person confirmed; null while the program's own recognition stands. */
  readonly mapping: VoteMapping | null;
}

export interface ImportJob {
  readonly isDryRun: boolean;
  /** Null until the main process has started it. */
  readonly job: string | null;
  readonly progress: JobProgress | null;
  /** Null while nothing can be said of the end. */
  readonly pace: PaceEstimate | null;
  /** Why it was not started, or why it can no longer be followed. */
  readonly failure: Failure | null;
}

interface VoteImport {
  readonly files: readonly ChosenFile[];
  readonly job: ImportJob | null;
  /** A person confirmed that a time known to the minute may be one known to the second. */
  readonly minutesEqual: boolean;
  setMinutesEqual(minutesEqual: boolean): void;
  /** Takes a corrected mapping, and what the file reads as by it. */
  confirm(upload: string, mapping: VoteMapping, preview: VotePreview): void;
  addUploads(uploads: readonly Upload[]): void;
  remove(upload: string): void;
  clear(): void;
  start(isDryRun: boolean): Promise<void>;
  cancel(): Promise<void>;
  dismissJob(): void;
}

let stopFollowing: () => void = () => undefined;
let begunAt = 0;

export const useVoteImport = create<VoteImport>()((set, get) => {
  async function recognise(upload: Upload): Promise<void> {
    const answer = await call(previewVotes, { uploads: [upload.upload] });
    const told = answer.ok ? { preview: answer.value } : { failure: answer.failure };
    set(({ files }) => ({
      files: files.map((file) => (file.upload.upload === upload.upload ? { ...file, ...told } : file)),
    }));
  }

  function take(progress: JobProgress, isDryRun: boolean): void {
    const pace = nextEstimate(get().job?.pace ?? null, performance.now() - begunAt, progress.fraction);
    set({ job: { isDryRun, job: progress.job, progress, pace, failure: null } });
    if (progress.state !== 'done') return;
    const accepted = progress.report?.imports.reduce((sum, each) => sum + each.accepted, 0) ?? 0;
    announce(isDryRun ? text.votes.announceDryRun : text.votes.announceDone(accepted));
    // After a dry run the files stay chosen: importing them is the next step. After an import the main process let them go.
    if (!isDryRun) set({ files: [], minutesEqual: false });
  }

  return {
    files: [],
    job: null,
    minutesEqual: false,

    setMinutesEqual: (minutesEqual) => set({ minutesEqual }),

    confirm: (upload, mapping, preview) =>
      set(({ files }) => ({
        files: files.map((file) =>
          file.upload.upload === upload ? { ...file, mapping, preview, failure: null } : file,
        ),
      })),

    addUploads(uploads) {
      // What came of the last files is in the list of batches; what counts now are the new ones.
      if (!isRunning(get().job)) get().dismissJob();
      const known = new Set(get().files.map(({ upload }) => upload.sha256));
      for (const upload of uploads) {
        // The same bytes twice in one import would be the same file.
        if (known.has(upload.sha256)) {
          void call(discardUpload, { upload: upload.upload });
          continue;
        }
        known.add(upload.sha256);
        set(({ files }) => ({ files: [...files, { upload, preview: null, failure: null, mapping: null }] }));
        void recognise(upload);
      }
    },

    remove(upload) {
      set(({ files }) => ({ files: files.filter((file) => file.upload.upload !== upload) }));
      void call(discardUpload, { upload });
    },

    clear() {
      for (const { upload } of get().files) get().remove(upload.upload);
    },

    async start(isDryRun) {
      stopFollowing();
      begunAt = performance.now();
      const waiting: ImportJob = { isDryRun, job: null, progress: null, pace: null, failure: null };
      set({ job: waiting });
      const { files, minutesEqual } = get();
      const mappings = Object.fromEntries(
        files.flatMap(({ upload, mapping }) => (mapping === null ? [] : [[upload.upload, mapping]])),
      );
      const started = await call(startVoteImport, {
        uploads: files.map(({ upload }) => upload.upload),
        dryRun: isDryRun,
        mappings,
        sets: [],
        minutesEqual: minutesEqual && files.some(namesMinutesOnly),
      });
      if (!started.ok) {
        set({ job: { ...waiting, failure: started.failure } });
        return;
      }
      const { job } = started.value;
      set({ job: { ...waiting, job } });
      const isCurrent = () => get().job?.job === job;
      stopFollowing = followJob(job, {
        onProgress: (progress) => {
          if (isCurrent()) take(progress, isDryRun);
        },
        onFailure: (failure) => {
          if (isCurrent()) set({ job: { ...waiting, job, failure } });
        },
      });
    },

    async cancel() {
      const job = get().job?.job;
      if (job !== undefined && job !== null) await call(cancelJob, { job });
    },

    dismissJob() {
      stopFollowing();
      set({ job: null });
    },
  };
});

/** Nothing about the file is left to be guessed or mended. */
export function isReadyToImport({ preview, failure, mapping }: ChosenFile): boolean {
  if (preview === null || failure !== null || preview.fault !== null) return false;
  return preview.isCertain || mapping !== null;
}

/** Whether some of the first times name no seconds: `2017-03-22 08:05`. */
export function namesMinutesOnly({ preview }: ChosenFile): boolean {
  return preview?.sample.some(({ instant }) => instant?.length === '2017-03-22 08:05'.length) ?? false;
}

export function isRunning(job: ImportJob | null): boolean {
  return job !== null && job.failure === null && (job.progress === null || job.progress.state === 'running');
}

// Whoever signs in next has not chosen these files.
sessionStore.subscribe(({ session, hasExpired }) => {
  if (session !== null || hasExpired) return;
  stopFollowing();
  useVoteImport.setState({ files: [], job: null, minutesEqual: false });
});
