import { Alert, Button, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import type { VoteImportResult } from '../../../../shared/contract/votes.ts';
import { isLost, keepFocusIn } from '../../../components/focus-return.ts';
import { shownSeconds } from '../../../state/time-left.ts';
import { isRunning, useVoteImport, type ImportJob } from '../../../state/vote-import.ts';
import { text } from '../../../text/text.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { FunnelBars } from './FunnelBars.tsx';

/** The import or the dry run: how far it is, what it found, and how it ended. */
export function JobPanel({ job }: { readonly job: ImportJob }): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const isOver = !isRunning(job);
  // What was pressed is gone, and the page above it is another one: eye and keyboard go on here.
  useEffect(() => {
    if (!isLost()) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [isOver]);
  useEffect(() => {
    const section = place.current?.closest('section') ?? null;
    return () => {
      keepFocusIn(section);
    };
  }, []);
  return (
    <div ref={place} className="job-place" tabIndex={-1} role="group" aria-label={text.votes.jobLabel}>
      <Job job={job} />
    </div>
  );
}

function Job({ job }: { readonly job: ImportJob }): React.JSX.Element {
  const dismissJob = useVoteImport((state) => state.dismissJob);
  const end = <Button onClick={dismissJob}>{text.votes.dismiss}</Button>;
  if (isRunning(job)) return <Running job={job} />;
  const kind = job.isDryRun ? 'dryRun' : 'import';
  if (job.failure !== null)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={job.job === null ? text.votes.refused[kind] : text.votes.lost}
        description={
          job.job === null ? job.failure.message : `${job.failure.message}${text.votes.lostAdvice}`
        }
        action={end}
      />
    );
  const { progress } = job;
  if (progress?.state === 'cancelled')
    return <Alert type="info" showIcon title={text.votes.cancelled} action={end} />;
  if (progress?.state === 'refused')
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={text.votes.refused[kind]}
        description={progress.error?.message}
        action={end}
      />
    );
  return (
    <div className="job-panel">
      <Alert {...outcome(progress?.report?.imports ?? [], job.isDryRun)} showIcon action={end} />
      {progress?.report?.imports.map((each) => (
        <FileResult key={each.sha256} result={each} isDryRun={job.isDryRun} />
      ))}
    </div>
  );
}

/** A green line only where something was added, or would be. */
function outcome(
  imports: readonly VoteImportResult[],
  isDryRun: boolean,
): { readonly type: 'success' | 'warning' | 'info'; readonly title: string } {
  const { finished, finishedWithout, finishedBefore } = text.votes;
  if (isDryRun) return { type: 'success', title: finished.dryRun };
  const added = imports.filter((each) => !each.alreadyImported);
  if (imports.length > 0 && added.length === 0) return { type: 'info', title: finishedBefore };
  const hasNone = added.length > 0 && added.every((each) => each.totals === undefined && each.accepted === 0);
  return hasNone ? { type: 'warning', title: finishedWithout } : { type: 'success', title: finished.import };
}

function Running({ job }: { readonly job: ImportJob }): React.JSX.Element {
  const cancel = useVoteImport((state) => state.cancel);
  const { progress, pace, isDryRun } = job;
  const fraction = progress?.fraction ?? null;
  return (
    <div className="job-panel">
      <div className="job-head">
        <strong role="status">{isDryRun ? text.votes.running.dryRun : text.votes.running.import}</strong>
        <span className="job-rows">{text.votes.rowsRead(progress?.rows ?? 0)}</span>
        {pace !== null && <span className="job-rows">{text.votes.timeLeft(shownSeconds(pace.left))}</span>}
        <Button disabled={job.job === null} onClick={() => void cancel()}>
          {isDryRun ? text.votes.cancelDryRun : text.votes.cancelJob}
        </Button>
      </div>
      <Progress
        percent={Math.floor((fraction ?? 0) * 100)}
        status="active"
        aria-label={isDryRun ? text.votes.running.dryRun : text.votes.running.import}
      />
      {progress?.funnel !== null && progress?.funnel !== undefined && (
        <>
          <FunnelBars funnel={progress.funnel} isRunning />
          <p className="field-hint">{text.votes.runningFunnelNote}</p>
        </>
      )}
      <p className="field-hint">{text.votes.elsewhere}</p>
    </div>
  );
}

function FileResult({ result, isDryRun }: { readonly result: VoteImportResult; readonly isDryRun: boolean }) {
  const { totals } = result;
  const words = text.voteTotals.result;
  if (totals !== undefined)
    return (
      <article className="vote-file">
        <header className="vote-file-head">
          <h3>{result.file}</h3>
          <span className="vote-file-size">
            {result.alreadyImported ? words.already : isDryRun ? words.notWritten : words.kept}
          </span>
          <Fingerprint sha256={result.sha256} />
        </header>
        <p>{words.explanation(totals.candidates, totals.votes)}</p>
        {result.alreadyImported && <p>{words.alreadyHint}</p>}
      </article>
    );
  const standing = result.alreadyImported
    ? text.votes.fileResult.already
    : result.batch === null
      ? text.votes.fileResult.notWritten
      : text.votes.batch(result.batch);
  return (
    <article className="vote-file">
      <header className="vote-file-head">
        <h3>{result.file}</h3>
        <span className="vote-file-size">{standing}</span>
        <Fingerprint sha256={result.sha256} />
      </header>
      {result.alreadyImported && result.batch !== null && (
        <p className="field-hint">{text.votes.fileResult.alreadyHint(result.batch)}</p>
      )}
      <FunnelBars funnel={result} />
    </article>
  );
}
