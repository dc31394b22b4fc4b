import { jobEventsPath, jobProgressSchema, readJob, type JobProgress } from '../../shared/contract/votes.ts';
import { issueTicket } from '../../shared/contract/workspace.ts';
import { noteChange } from '../state/changes.ts';
import { call } from './call.ts';
import type { Failure } from './outcome.ts';

export interface JobListener {
  readonly onProgress: (progress: JobProgress) => void;
  /** The job could not be followed any further; it may still be running. */
  readonly onFailure: (failure: Failure) => void;
}

const pollEvery = 700;

/**
 * Follows a job until it ends, by server-sent events; when that line breaks (a ticket serves once, so the browser's own
 * reconnecting cannot work) by asking again and again. The answer stops following; it does not cancel the job.
 */
export function followJob(job: string, listener: JobListener): () => void {
  let stopped = false;
  let source: EventSource | null = null;

  const stop = (): void => {
    stopped = true;
    source?.close();
  };
  const take = (progress: JobProgress): void => {
    if (stopped) return;
    if (progress.state !== 'running') {
      stop();
      noteChange();
    }
    listener.onProgress(progress);
  };
  const poll = async (): Promise<void> => {
    if (stopped) return;
    const answer = await call(readJob, { job });
    if (stopped) return;
    if (!answer.ok) {
      stop();
      listener.onFailure(answer.failure);
      return;
    }
    take(answer.value);
    window.setTimeout(() => void poll(), pollEvery);
  };
  const listen = async (): Promise<void> => {
    const issued = await call(issueTicket, {});
    if (stopped) return;
    if (!issued.ok) {
      stop();
      listener.onFailure(issued.failure);
      return;
    }
    source = new EventSource(`${jobEventsPath(job)}?ticket=${encodeURIComponent(issued.value.ticket)}`);
    const onEvent = (event: MessageEvent<string>): void => {
      const parsed = jobProgressSchema.safeParse(JSON.parse(event.data));
      if (parsed.success) take(parsed.data);
    };
    source.addEventListener('message', onEvent);
    source.addEventListener('progress', onEvent);
    source.addEventListener('error', () => {
      source?.close();
      void poll();
    });
  };

  void listen();
  return stop;
}
