import { create } from 'zustand';
import type { VoteMapping } from '../../shared/ballots/mapping.ts';
import { discardUpload, type Upload } from '../../shared/contract/uploads.ts';
import { previewVotes, type VotePreview } from '../../shared/contract/vote-preview.ts';
import {
  cancelJob,
  startVoteImport,
  type JobProgress,
  type VoteImportResult,
} from '../../shared/contract/votes.ts';
import { call } from '../client/call.ts';
import { followJob } from '../client/job-events.ts';
import type { Failure } from '../client/outcome.ts';
import { text } from '../text/text.ts';
import { announce } from './announcement.ts';
import {
  isSet,
  looksLikeSet,
  namedFiles,
  namesMinutesOnly,
  unread,
  withNamedFiles,
  type ChosenVotes,
  type NamedFiles,
} from './chosen-votes.ts';
import { sessionStore } from './session.ts';
import { nextEstimate, type PaceEstimate } from './time-left.ts';

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

/**
 * Vote files on their way in, and the job that reads them. It lives here and not in the screen, so that the secretary can
 * leave the screen while a million rows are read and find the job again.
 */
interface VoteImport {
  readonly chosen: readonly ChosenVotes[];
  readonly job: ImportJob | null;
  /** A person confirmed that a time known to the minute may be one known to the second. */
  readonly minutesEqual: boolean;
  setMinutesEqual(minutesEqual: boolean): void;
  /** Takes a corrected mapping, and what the files read as by it. */
  confirm(id: string, mapping: VoteMapping, preview: VotePreview): void;
  /** Files chosen at once are taken for a set where they look like one. */
  addUploads(uploads: readonly Upload[]): void;
  /** A person says that all chosen files are one set. */
  join(): void;
  /** A person says that the files of a set are no set. */
  part(id: string): void;
  remove(id: string): void;
  clear(): void;
  start(isDryRun: boolean): Promise<void>;
  cancel(): Promise<void>;
  dismissJob(): void;
}

let stopFollowing: () => void = () => undefined;
let begunAt = 0;

export const useVoteImport = create<VoteImport>()((set, get) => {
  const find = (id: string): ChosenVotes | undefined => get().chosen.find((each) => each.id === id);

  /** In the place of one, what it became. */
  function replace(id: string, others: readonly ChosenVotes[]): void {
    set(({ chosen }) => ({ chosen: chosen.flatMap((each) => (each.id === id ? others : [each])) }));
  }

  /** One after the other: each takes a thread of the main process, and fifty files may wait. */
  let recognition = Promise.resolve();

  function recognise(votes: ChosenVotes, origin: 'guess' | 'said', named: NamedFiles = []): void {
    recognition = recogniseAfter(recognition, votes, origin, named);
  }

  async function recogniseAfter(
    earlier: Promise<void>,
    { id, uploads }: ChosenVotes,
    origin: 'guess' | 'said',
    named: NamedFiles,
  ): Promise<void> {
    await earlier;
    // They may be removed, put together or parted by the time.
    if (find(id)?.uploads !== uploads) return;
    const answer = await call(previewVotes, { uploads: uploads.map(({ upload }) => upload) });
    const present = find(id);
    if (present?.uploads !== uploads) return;
    if (origin === 'guess' && !(answer.ok && looksLikeSet(answer.value))) get().part(id);
    else if (answer.ok) replace(id, [{ ...present, preview: withNamedFiles(answer.value, named) }]);
    else replace(id, [{ ...present, failure: answer.failure }]);
  }

  function take(progress: JobProgress, isDryRun: boolean): void {
    const pace = nextEstimate(get().job?.pace ?? null, performance.now() - begunAt, progress.fraction);
    set({ job: { isDryRun, job: progress.job, progress, pace, failure: null } });
    if (progress.state !== 'done') return;
    announce(isDryRun ? text.votes.announceDryRun : doneSentence(progress.report?.imports ?? []));
    // After a dry run the files stay chosen: importing them is the next step. After an import the main process let them go.
    if (!isDryRun) set({ chosen: [], minutesEqual: false });
  }

  return {
    chosen: [],
    job: null,
    minutesEqual: false,

    setMinutesEqual: (minutesEqual) => set({ minutesEqual }),

    confirm(id, mapping, preview) {
      const present = find(id);
      if (present !== undefined) replace(id, [{ ...present, mapping, preview, failure: null }]);
    },

    addUploads(uploads) {
      // What came of the last files is in the list of batches; what counts now are the new ones.
      if (!isRunning(get().job)) get().dismissJob();
      const known = new Set(get().chosen.flatMap((each) => each.uploads.map(keyOf)));
      const added: Upload[] = [];
      for (const upload of uploads) {
        // The same bytes under another name may be another candidate's voters.
        if (known.has(keyOf(upload))) void call(discardUpload, { upload: upload.upload });
        else added.push(upload);
        known.add(keyOf(upload));
      }
      if (added.length === 0) return;
      const votes = unread(added);
      set(({ chosen }) => ({ chosen: [...chosen, votes] }));
      recognise(votes, isSet(votes) ? 'guess' : 'said');
    },

    join() {
      const { chosen } = get();
      const votes = unread(chosen.flatMap(({ uploads }) => uploads));
      set({ chosen: [votes] });
      // One that was forgotten joins a set without undoing what was corrected in it.
      recognise(votes, 'said', chosen.flatMap(namedFiles));
    },

    part(id) {
      const single = find(id)?.uploads.map((upload) => unread([upload])) ?? [];
      replace(id, single);
      for (const each of single) recognise(each, 'said');
    },

    remove(id) {
      const uploads = find(id)?.uploads ?? [];
      replace(id, []);
      for (const { upload } of uploads) void call(discardUpload, { upload });
    },

    clear() {
      for (const { id } of get().chosen) get().remove(id);
    },

    async start(isDryRun) {
      stopFollowing();
      begunAt = performance.now();
      const waiting: ImportJob = { isDryRun, job: null, progress: null, pace: null, failure: null };
      set({ job: waiting });
      const { chosen, minutesEqual } = get();
      const handles = chosen.map(({ uploads }) => uploads.map(({ upload }) => upload));
      const started = await call(startVoteImport, {
        uploads: handles.flat(),
        dryRun: isDryRun,
        mappings: Object.fromEntries(
          chosen.flatMap(({ id, mapping }) => (mapping === null ? [] : [[id, mapping]])),
        ),
        sets: handles.filter((each) => each.length > 1),
        minutesEqual: minutesEqual && chosen.some(namesMinutesOnly),
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

function keyOf({ name, sha256 }: Upload): string {
  return `${sha256} ${name}`;
}

export function isRunning(job: ImportJob | null): boolean {
  return job !== null && job.failure === null && (job.progress === null || job.progress.state === 'running');
}

// Whoever signs in next has not chosen these files.
sessionStore.subscribe(({ session, hasExpired }) => {
  if (session !== null || hasExpired) return;
  stopFollowing();
  useVoteImport.setState({ chosen: [], job: null, minutesEqual: false });
});

/** Totals without ballots are kept and count nothing yet: they are said apart, and alone where there is nothing else. */
function doneSentence(imports: readonly VoteImportResult[]): string {
  const ballots = imports.filter((each) => each.totals === undefined && !each.alreadyImported);
  const totals = imports.filter((each) => each.totals !== undefined && !each.alreadyImported);
  if (ballots.length + totals.length === 0) return text.votes.announceNothing;
  const accepted = ballots.reduce((sum, each) => sum + each.accepted, 0);
  const ofBallots = ballots.length === 0 ? '' : text.votes.announceDone(accepted);
  const ofTotals = totals.length === 0 ? '' : text.votes.announceTotals(totals.length);
  return ofBallots + ofTotals;
}
