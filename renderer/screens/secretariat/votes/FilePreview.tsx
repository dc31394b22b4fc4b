import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { layoutColumns } from '../../../../shared/ballots/mapping-columns.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { isReadyToImport, useVoteImport, type ChosenFile } from '../../../state/vote-import.ts';
import { text } from '../../../text/text.ts';
import { bytesText } from './bytes-text.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { certaintyOf } from './mapping-words.ts';
import { MappingDialog, ToCheck } from './MappingDialog.tsx';
import { SampleTable } from './SampleTable.tsx';

interface Properties {
  readonly file: ChosenFile;
  readonly canRemove: boolean;
  /** Once it is tried or imported, what matters is what came of it. */
  readonly isShort: boolean;
}

/** One chosen file: what it was recognised as, and its first rows with the verdict each would get. */
export function FilePreview({ file, canRemove, isShort }: Properties): React.JSX.Element {
  const { upload, preview, failure } = file;
  const remove = useVoteImport((state) => state.remove);
  return (
    <article className="vote-file" aria-label={upload.name}>
      <header className="vote-file-head">
        <h3>{upload.name}</h3>
        <span className="vote-file-size">{bytesText(upload.bytes)}</span>
        {canRemove && (
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={text.votes.removeLabel(upload.name)}
            onClick={() => remove(upload.upload)}
          >
            {text.votes.remove}
          </Button>
        )}
      </header>
      {failure !== null && <FailureNotice failure={failure} />}
      {failure === null && preview === null && (
        <p role="status">
          <Spin size="small" /> {text.votes.recognising}
        </p>
      )}
      {preview !== null && !isShort && <Recognised file={file} preview={preview} />}
    </article>
  );
}

function Recognised({ file, preview }: { readonly file: ChosenFile; readonly preview: VotePreview }) {
  const { facts, fields, recognised } = text.votes;
  const confirm = useVoteImport((state) => state.confirm);
  const [isOpen, setOpen] = useState(false);
  const { name, upload } = file.upload;
  const { mapping } = preview;
  const isDecided = isReadyToImport(file);
  return (
    <>
      {preview.alreadyImported !== null && (
        <Alert type="warning" showIcon title={text.votes.alreadyImported(preview.alreadyImported)} />
      )}
      <Undecided file={file} preview={preview} />
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
        <Fact name={facts.confidence}>{confidenceWords(file, preview)}</Fact>
        <Fact name={facts.fingerprint}>
          <Fingerprint sha256={preview.sha256} />
        </Fact>
      </dl>
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
          upload={upload}
          name={name}
          preview={preview}
          confirmed={file.mapping}
          onConfirm={(corrected, tried) => {
            confirm(upload, corrected, tried);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** Why the file cannot be imported as it is, and what to do; nothing where it can. */
function Undecided({ file, preview }: { readonly file: ChosenFile; readonly preview: VotePreview }) {
  if (preview.mapping === null)
    return (
      <Alert
        type="error"
        showIcon
        title={preview.fault ?? text.voteMapping.unrecognised}
        description={preview.fault === null ? undefined : text.voteMapping.unrecognised}
      />
    );
  if (isReadyToImport(file))
    return preview.totals === null ? null : (
      <Alert type="warning" showIcon title={text.voteMapping.totalsOnly} />
    );
  // What is wrong with a mapping of the program's own is what it asks about; of a person's it is said as it is.
  const problems = file.mapping === null ? (preview.proposals[0]?.problems ?? []) : [];
  return (
    <Alert
      type="warning"
      showIcon
      title={text.voteMapping.unconfirmed}
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

function confidenceWords({ mapping }: ChosenFile, { proposals, isCertain }: VotePreview): string {
  if (mapping !== null) return text.voteMapping.confirmed(mapping.name);
  const [best] = proposals;
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
