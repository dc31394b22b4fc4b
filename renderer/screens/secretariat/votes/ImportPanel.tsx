import { Alert, Button, Checkbox } from 'antd';
import { readRound } from '../../../../shared/contract/workspace.ts';
import { FileChooser } from '../../../components/FileChooser.tsx';
import { useChanges } from '../../../state/changes.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { isRead, isReadyToImport, namesMinutesOnly } from '../../../state/chosen-votes.ts';
import { isRunning, useVoteImport } from '../../../state/vote-import.ts';
import { routeHash } from '../../../state/route.ts';
import { text } from '../../../text/text.ts';
import { FilePreview } from './FilePreview.tsx';
import { JobPanel } from './JobPanel.tsx';

/** Choose files, look at what was recognised, try, import. */
export function ImportPanel({ isFirst }: { readonly isFirst: boolean }): React.JSX.Element {
  const { chosen, job, minutesEqual, setMinutesEqual, addUploads, join, clear, start } = useVoteImport();
  const changes = useChanges((state) => state.count);
  const rules = useEndpoint(readRound, {}, changes);
  const isBusy = isRunning(job);
  const isReady = chosen.length > 0 && chosen.every(isReadyToImport);
  const isUndecided = chosen.some((votes) => votes.preview !== null && !isReadyToImport(votes));
  return (
    <section className="votes-section" aria-labelledby="votes-import">
      <h2 id="votes-import">{text.votes.import}</h2>
      {rules.value?.lockedAt === null && !isBusy && (
        <Alert
          className="votes-lock-notice"
          type="warning"
          showIcon
          title={text.votes.locksRules}
          action={<a href={routeHash('rules')}>{text.votes.toRules}</a>}
        />
      )}
      {!isBusy && (
        <FileChooser
          purpose="votes"
          multiple
          accept=".csv,.txt,.tsv,.xlsx,.xls,.xml,.json,.jsonl,.zip"
          hint={text.votes.drop}
          onChosen={addUploads}
        />
      )}
      {chosen.length === 0 && job === null && <Example isOpen={isFirst} />}
      {chosen.map((votes) => (
        <FilePreview
          key={`${votes.id}/${votes.uploads.length}`}
          votes={votes}
          canChange={!isBusy}
          isShort={job !== null}
        />
      ))}
      {chosen.length > 1 && chosen.every(isRead) && !isBusy && (
        <div className="votes-join">
          <Button onClick={join}>{text.votes.join}</Button>
          <p className="field-hint">{text.votes.joinNote}</p>
        </div>
      )}
      {!isBusy && chosen.some(namesMinutesOnly) && (
        <div className="votes-minutes">
          <Checkbox checked={minutesEqual} onChange={(event) => setMinutesEqual(event.target.checked)}>
            {text.votes.minutesEqual}
          </Checkbox>
          <p className="field-hint">{text.votes.minutesEqualNote}</p>
        </div>
      )}
      {chosen.length > 0 && !isBusy && (
        <div className="votes-acts">
          <Button disabled={!isReady} title={text.votes.dryRunHint} onClick={() => void start(true)}>
            {text.votes.dryRun}
          </Button>
          <Button
            type="primary"
            disabled={!isReady}
            title={text.votes.importHint}
            onClick={() => void start(false)}
          >
            {text.votes.confirm}
          </Button>
          <Button type="text" onClick={clear}>
            {text.votes.clear}
          </Button>
          <span className="votes-acts-note">
            {isReady
              ? text.votes.actsNote
              : isUndecided
                ? text.votes.filesUndecided
                : text.votes.filesNotReady}
          </span>
        </div>
      )}
      {job !== null && <JobPanel job={job} />}
    </section>
  );
}

/** What a votes file looks like, for somebody who has to ask for one. */
function Example({ isOpen }: { readonly isOpen: boolean }): React.JSX.Element {
  const [header = [], ...rows] = text.votes.exampleRows;
  return (
    <details className="votes-example" open={isOpen}>
      <summary>{text.votes.example}</summary>
      <table className="plain-table">
        <thead>
          <tr>
            {header.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell) => (
                <td key={cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="field-hint">{text.votes.exampleNote}</p>
    </details>
  );
}
