import { expect, test, vi } from 'vitest';
import type { JobProgress, VoteImportReport } from '../../../shared/contract/votes.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { Jobs, type JobStep } from '../../../electron/http/jobs.ts';

const report: VoteImportReport = { imports: [] };

function newJobs(): Jobs {
  return new Jobs(() => refused('internal-fault', { reference: 'abcd' }).refusal);
}

/** A job whose steps and end the test decides. */
function heldJob(jobs: Jobs): {
  readonly job: string;
  readonly step: (step: JobStep) => void;
  readonly end: (result: Result<VoteImportReport>) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
} {
  let step: (step: JobStep) => void = () => undefined;
  const { promise, resolve, reject } = Promise.withResolvers<Result<VoteImportReport>>();
  const started = jobs.start('导入选票', (tell, signal) => {
    step = tell;
    signal.addEventListener('abort', () => {
      resolve(refused('job-cancelled', {}));
    });
    return promise;
  });
  if (!started.ok) throw new Error(started.refusal.code);
  const settled = async (): Promise<void> => {
    await promise.catch(() => undefined);
    await Promise.resolve();
  };
  return {
    job: started.value,
    step: (each) => {
      step(each);
    },
    end: (result) => {
      resolve(result);
      return settled();
    },
    fail: (error) => {
      reject(error);
      return settled();
    },
  };
}

test('whoever follows a job sees how it stands, at most ten times a second, and always how it ended', async () => {
  vi.useFakeTimers();
  try {
    const jobs = newJobs();
    const { job, step, end } = heldJob(jobs);
    const seen: JobProgress[] = [];
    jobs.follow(job, (progress) => seen.push(progress));
    expect(seen).toHaveLength(1);
    for (let rows = 1; rows <= 1000; rows += 1) {
      step({ rows, fraction: rows / 1000 });
      vi.advanceTimersByTime(1);
    }
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.length).toBeLessThanOrEqual(12);
    await end(done(report));
    expect(seen.at(-1)).toMatchObject({ state: 'done', rows: 1000, fraction: 1, report });
    // A late word from the worker changes nothing any more.
    step({ rows: 5 });
    vi.advanceTimersByTime(1000);
    expect(seen.at(-1)?.state).toBe('done');
  } finally {
    vi.useRealTimers();
  }
});

test('who comes after the end is told the end', async () => {
  const jobs = newJobs();
  const { job, end } = heldJob(jobs);
  await end(refused('candidates-missing', {}));
  const seen: JobProgress[] = [];
  jobs.follow(job, (progress) => seen.push(progress));
  expect(seen).toMatchObject([{ state: 'refused', error: { code: 'candidates-missing' } }]);
});

test('one job at a time; the next is told what is running', async () => {
  const jobs = newJobs();
  const { end } = heldJob(jobs);
  const second = jobs.start('试读选票', () => Promise.resolve(done(report)));
  expect(second).toEqual(refused('job-busy', { running: '导入选票' }));
  await end(done(report));
  expect(jobs.start('试读选票', () => Promise.resolve(done(report))).ok).toBe(true);
});

test('a cancelled job ends as cancelled, a broken one with a reference', async () => {
  const jobs = newJobs();
  const first = heldJob(jobs);
  expect(jobs.cancel(first.job)).toBe(true);
  await first.end(done(report));
  expect(jobs.read(first.job)).toMatchObject({ state: 'cancelled', report: null });

  const second = heldJob(jobs);
  await second.fail(new Error('worker died'));
  expect(jobs.read(second.job)).toMatchObject({ state: 'refused', error: { code: 'internal-fault' } });
  expect(JSON.stringify(jobs.read(second.job))).not.toContain('worker died');
});

test('closing the program waits until the running job has stopped', async () => {
  const jobs = newJobs();
  const { job } = heldJob(jobs);
  await jobs.cancelAll();
  expect(jobs.read(job)?.state).toBe('cancelled');
  expect(jobs.running).toBeNull();
});
