import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { layoutColumns } from '../../../../shared/ballots/mapping-columns.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { isReadyToImport, isSet, type ChosenVotes } from '../../../state/chosen-votes.ts';
import { useVoteImport } from '../../../state/vote-import.ts';
import { text } from '../../../text/text.ts';
import { bytesText } from './bytes-text.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { proposalOf } from './mapping-draft.ts';
import { certaintyOf } from './mapping-words.ts';
import { MappingDialog, ToCheck } from './MappingDialog.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SetFiles } from './SetFiles.tsx';
import { SkippedTables } from './SkippedTables.tsx';
import { UnmatchedChoices } from './UnmatchedChoices.tsx';

interface Properties {
  readonly votes: ChosenVotes;
  readonly canChange: boolean;
  /** Once it is tried or imported, what matters is what came of it. */
  readonly isShort: boolean;
}

/** One chosen file, or a set of them: what it was recognised as, and its first rows with the verdict each would get. */
export function FilePreview({ votes, canChange, isShort }: Properties): React.JSX.Element {
  const { id, uploads, preview, failure } = votes;
  const { remove, part } = useVoteImport();
  const name = nameOf(votes);
  return (
    <article className="vote-file" aria-label={name}>
      <header className="vote-file-head">
        <h3>{name}</h3>
        <span className="vote-file-size">
          {bytesText(uploads.reduce((sum, { bytes }) => sum + bytes, 0))}
        </span>
        {canChange && (
          <span>
            {isSet(votes) && (
              <Button type="text" title={text.votes.partHint} onClick={() => part(id)}>
                {text.votes.part}
              </Button>
            )}
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={text.votes.removeLabel(name)}
              onClick={() => remove(id)}
            >
              {text.votes.remove}
            </Button>
          </span>
        )}
      </header>
      {failure !== null && <FailureNotice failure={failure} />}
      {failure === null && preview === null && (
        <p role="status">
          <Spin size="small" /> {text.votes.recognising}
        </p>
      )}
      {preview !== null && !isShort && <Recognised votes={votes} preview={preview} />}
    </article>
  );
}

/** A set is named for what it is once that is known. */
function nameOf({ uploads, preview, failure }: ChosenVotes): string {
  const [only, ...others] = uploads;
  if (only !== undefined && others.length === 0) return only.name;
  return preview === null && failure === null
    ? text.votes.fileCount(uploads.length)
    : text.votes.setName(uploads.length);
}

interface RecognisedProperties {
  readonly votes: ChosenVotes;
  readonly preview: VotePreview;
}

function Recognised({ votes, preview }: RecognisedProperties): React.JSX.Element {
  const { facts, fields, recognised } = text.votes;
  const confirm = useVoteImport((state) => state.confirm);
  const [isOpen, setOpen] = useState(false);
  const { id, uploads } = votes;
  const name = nameOf(votes);
  const { mapping } = preview;
  const isDecided = isReadyToImport(votes);
  return (
    <>
      {preview.alreadyImported !== null && (
        <Alert type="warning" showIcon title={text.votes.alreadyImported(preview.alreadyImported)} />
      )}
      <Undecided votes={votes} preview={preview} />
      {isDecided && <UnmatchedChoices preview={preview} />}
      <dl className="vote-facts">
        <Fact name={facts.container}>{recognised[preview.container] ?? preview.container}</Fact>
        {preview.container === 'csv' && (
          <Fact name={facts.encoding}>{recognised[preview.encoding] ?? preview.encoding}</Fact>
        )}
        {mapping !== null && (
          <>
            <Fact name={facts.layout}>{recognised[mapping.layout.kind] ?? mapping.layout.kind}</Fact>
            <Fact name={facts.columns}>{columnsTaken(mapping, fields)}</Fact>
          </>
        )}
        <Fact name={facts.confidence}>{confidenceWords(votes, preview)}</Fact>
        <Fact name={facts.fingerprint}>
          <Fingerprint sha256={preview.sha256} />
        </Fact>
      </dl>
      {isSet(votes) && <SetFiles uploads={uploads} mapping={mapping} />}
      <SkippedTables skipped={preview.skipped} />
      <div>
        <Button
          type={isDecided ? 'default' : 'primary'}
          aria-label={isDecided ? text.voteMapping.correctLabel(name) : undefined}
          onClick={() => setOpen(true)}
        >
          {isDecided ? text.voteMapping.correct : text.voteMapping.check}
        </Button>
      </div>
      {preview.sample.length > 0 && (
        <>
          <SampleTable preview={preview} caption={text.votes.sample} />
          <p className="field-hint">{text.votes.sampleNote}</p>
        </>
      )}
      {isOpen && (
        <MappingDialog
          uploads={uploads.map(({ upload }) => upload)}
          title={isSet(votes) ? text.voteMapping.setTitle(uploads.length) : text.voteMapping.title(name)}
          preview={preview}
          confirmed={votes.mapping}
          onConfirm={(corrected, tried) => {
            confirm(id, corrected, tried);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** Why the file cannot be imported as it is, and what to do; nothing where it can. */
function Undecided({ votes, preview }: RecognisedProperties): React.JSX.Element | null {
  if (preview.mapping === null && !isSet(votes))
    return (
      <Alert
        type="error"
        showIcon
        title={preview.fault ?? text.voteMapping.unrecognised}
        description={preview.fault === null ? undefined : text.voteMapping.unrecognised}
      />
    );
  if (isReadyToImport(votes))
    return preview.totals === null ? null : (
      <Alert type="warning" showIcon title={text.voteMapping.totalsOnly} />
    );
  // What is wrong with a mapping of the program's own is what it asks about; of a person's it is said as it is.
  const problems = votes.mapping === null ? (proposalOf(preview, isSet(votes))?.problems ?? []) : [];
  return (
    <Alert
      type="warning"
      showIcon
      title={isSet(votes) ? text.voteMapping.setUnconfirmed : text.voteMapping.unconfirmed}
      description={
        <>
          <ToCheck problems={problems} />
          {problems.length === 0 && preview.fault}
        </>
      }
    />
  );
}

function columnsTaken(mapping: VoteMapping, fields: typeof text.votes.fields): string {
  const columns = layoutColumns(mapping.layout);
  const single = columns.flatMap(({ use, column }) =>
    use === 'option' ? [] : [text.votes.columnFor(fields[use], column.header)],
  );
  const options = columns.filter(({ use }) => use === 'option').length;
  return [...single, ...(options === 0 ? [] : [text.votes.optionColumns(options)])].join('，');
}

function confidenceWords(votes: ChosenVotes, preview: VotePreview): string {
  const { mapping } = votes;
  const { isCertain } = preview;
  if (mapping !== null) return text.voteMapping.confirmed(mapping.name);
  const best = proposalOf(preview, isSet(votes));
  if (best === undefined) return text.voteMapping.unsure;
  const certainty = certaintyOf(best.confidence, isCertain ? 0 : Math.max(best.problems.length, 1));
  const reasons = best.reasons.map((each) => text.voteMapping.reasons[each] ?? each);
  return reasons.length === 0 ? certainty : `${certainty}。${text.voteMapping.because(reasons)}`;
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
