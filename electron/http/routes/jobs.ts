import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { secretariatOnly } from '../../../shared/contract/endpoint.ts';
import { cancelJob, readJob, type JobProgress } from '../../../shared/contract/votes.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { admit, sessionOfTicketOrHeader } from '../admission.ts';
import type { Door } from '../door.ts';
import { answer, serve } from '../serve.ts';

const missing = (job: string): ReturnType<typeof refused<'not-found'>> =>
  refused('not-found', { what: '任务', id: job });

export function jobRoutes(app: Hono, door: Door): void {
  serve(app, door, readJob, (_caller, { job }) => {
    const progress = door.jobs.read(job);
    return progress === null ? missing(job) : done(progress);
  });

  serve(app, door, cancelJob, (_caller, { job }) => (door.jobs.cancel(job) ? done({}) : missing(job)));

  // A ticket serves once, so a browser that reconnects by itself is turned away; the page then asks for a new one.
  app.get('/api/jobs/:job/events', (context) =>
    answer(door, context, async () => {
      const admitted = admit(sessionOfTicketOrHeader(context, door.sessions), secretariatOnly);
      if (!admitted.ok) return admitted;
      const job = context.req.param('job');
      if (door.jobs.read(job) === null) return missing(job);
      return done(
        streamSSE(context, async (stream) => {
          let latest: JobProgress | null = null;
          let wake = (): void => undefined;
          const leave = door.jobs.follow(job, (progress) => {
            latest = progress;
            wake();
          });
          stream.onAbort(() => wake());
          try {
            // A slow reader gets fewer pictures, not older ones: only the latest is kept for it.
            while (!stream.aborted) {
              const progress: JobProgress | null = latest;
              latest = null;
              if (progress === null) {
                await new Promise<void>((resolve) => {
                  wake = resolve;
                });
                continue;
              }
              await stream.writeSSE({ data: JSON.stringify(progress), retry: 1000 });
              if ((progress as JobProgress).state !== 'running') return;
            }
          } finally {
            leave();
          }
        }),
      );
    }),
  );
}
