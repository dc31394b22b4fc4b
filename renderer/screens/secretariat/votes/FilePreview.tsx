import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button, Spin } from 'antd';
import { layoutColumns } from '../../../../shared/ballots/mapping.ts';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useVoteImport, type ChosenFile } from '../../../state/vote-import.ts';
import { text } from '../../../text/text.ts';
import { bytesText } from './bytes-text.ts';
import { Fingerprint } from './Fingerprint.tsx';

interface Properties {
  readonly file: ChosenFile;
  readonly canRemove: boolean;
  /** Once it is tried or imported, what matters is what came of it. */
  readonly isShort: boolean;
}

/** One chosen file: what it was recognised as, and its first rows with the verdict each would get. */
export function FilePreview({
  file: { upload, preview, failure },
  canRemove,
  isShort,
}: Properties): React.JSX.Element {
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
      {preview !== null && !isShort && <Recognised preview={preview} />}
    </article>
  );
}

function Recognised({ preview }: { readonly preview: VotePreview }): React.JSX.Element {
  const { facts, fields, recognised } = text.votes;
  const layout = preview.mapping?.layout;
  return (
    <>
      {preview.alreadyImported !== null && (
        <Alert type="warning" showIcon title={text.votes.alreadyImported(preview.alreadyImported)} />
      )}
      {preview.fault !== null && <Alert type="error" showIcon title={preview.fault} />}
      <dl className="vote-facts">
        <Fact name={facts.container}>{recognised[preview.container] ?? preview.container}</Fact>
        <Fact name={facts.encoding}>{recognised[preview.encoding] ?? preview.encoding}</Fact>
        {layout !== undefined && (
          <>
            <Fact name={facts.layout}>{recognised[layout.kind] ?? layout.kind}</Fact>
            <Fact name={facts.columns}>
              {layoutColumns(layout)
                .flatMap(({ use, column }) =>
                  use === 'option' ? [] : [text.votes.columnFor(fields[use], column.header)],
                )
                .join('，')}
            </Fact>
          </>
        )}
        <Fact name={facts.fingerprint}>
          <Fingerprint sha256={preview.sha256} />
        </Fact>
      </dl>
      <div className="scroll-region vote-sample" tabIndex={0} role="region" aria-label={text.votes.sample}>
        <table className="plain-table">
          <caption>{text.votes.sample}</caption>
          <thead>
            <tr>
              <th scope="col" className="figure">
                {text.votes.row}
              </th>
              <th scope="col">{text.votes.verdict}</th>
              <th scope="col">{text.votes.account}</th>
              <th scope="col">{text.votes.time}</th>
              <th scope="col">{text.votes.choices}</th>
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((row) => (
              <tr key={row.row}>
                <td className="figure">{row.row}</td>
                <td>
                  <Verdict verdict={row.verdict} />
                </td>
                <td>{row.account}</td>
                <td className="vote-time">{row.time}</td>
                <td className="vote-choices">{row.choices}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="field-hint">{text.votes.sampleNote}</p>
    </>
  );
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

/** `good` is the rules' word for a row that passes every check by itself. */
function Verdict({ verdict }: { readonly verdict: string }): React.JSX.Element {
  const isGood = verdict === 'good' || verdict === 'accepted';
  return (
    <span className={isGood ? 'verdict verdict-good' : 'verdict verdict-bad'}>
      <span aria-hidden="true">{isGood ? '✓ ' : '✕ '}</span>
      {isGood ? text.votes.good : (text.ballots.standing[verdict] ?? verdict)}
    </span>
  );
}
