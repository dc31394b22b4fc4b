import { Alert, Select } from 'antd';
import { text } from '../../../text/text.ts';
import { filesToName } from './files-to-name.ts';
import { candidateChoices, searchable, type TitledCandidate } from './mapping-words.ts';
import type { DraftProperties } from './MappingReading.tsx';

interface Properties extends DraftProperties {
  readonly candidates: readonly TitledCandidate[];
}

/** A person knows that it holds no ballots. */
const notRead = 'not-read';
type Meaning = number | typeof notRead;

/** Which file or sheet holds the ballots of which candidate. */
export function MappingFiles({ draft, preview, onChange, candidates }: Properties): React.JSX.Element {
  const words = text.voteMapping;
  const meanings = new Map(draft.files.map(({ source, candidate }) => [source, candidate]));
  const names = filesToName(preview, draft.files);
  const open = names.filter((name) => !meanings.has(name)).length;
  const named = Map.groupBy(
    names.flatMap((name) => meanings.get(name) ?? []),
    (candidate) => candidate,
  );
  const doubled = [...named].flatMap(([candidate, times]) => (times.length > 1 ? [candidate] : []));
  const absent = candidates.flatMap(({ candidate }) => (named.has(candidate) ? [] : [candidate]));
  const choose = (source: string, candidate: number | null): void => {
    const others = draft.files.filter((each) => each.source !== source);
    onChange({ ...draft, files: [...others, { source, candidate }] });
  };
  const choices: { value: Meaning; label: string }[] = [
    { value: notRead, label: words.notRead },
    ...candidateChoices(candidates),
  ];
  return (
    <fieldset className="mapping-part">
      <legend>{words.files}</legend>
      <p role="status">
        {words.filesNamed(names.length - open, open)}
        {absent.length > 0 && named.size > 0 && words.candidatesWithoutFile(absent)}
      </p>
      {doubled.length > 0 && <Alert type="warning" showIcon title={words.candidatesTwice(doubled)} />}
      <div className="scroll-region mapping-scroll" tabIndex={0} role="region" aria-label={words.files}>
        <table className="plain-table mapping-table">
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col" className="mapping-choice">
                {words.candidate}
              </th>
            </tr>
          </thead>
          <tbody>
            {names.map((source) => (
              <tr key={source}>
                <th scope="row">{source}</th>
                <td className="mapping-choice">
                  <Select<Meaning | null>
                    aria-label={words.candidateOf(source)}
                    className="mapping-select"
                    showSearch={searchable}
                    placeholder={words.noGuess}
                    value={meanings.has(source) ? (meanings.get(source) ?? notRead) : null}
                    options={choices}
                    onChange={(meaning) => choose(source, typeof meaning === 'number' ? meaning : null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
