import type { VoteMapping } from '../../../../shared/ballots/mapping.ts';
import type { Upload } from '../../../../shared/contract/uploads.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly uploads: readonly Upload[];
  readonly mapping: VoteMapping | null;
}

/** The files of a set, each with its candidate: seen without opening anything to correct it. */
export function SetFiles({ uploads, mapping }: Properties): React.JSX.Element {
  const words = text.voteMapping;
  const layout = mapping?.layout;
  const named = new Map(
    layout?.kind === 'candidate-files'
      ? layout.candidates.map(({ source, candidate }) => [source, candidate])
      : [],
  );
  const meaning = (name: string): string => {
    const candidate = named.get(name);
    if (candidate === undefined) return words.notNamed;
    return candidate === null ? words.notRead : words.candidateNumber(candidate);
  };
  return (
    <details className="vote-tables">
      <summary>{words.setFiles}</summary>
      <ul className="scroll-region" tabIndex={0} aria-label={words.setFiles}>
        {uploads.map(({ upload, name }) => (
          <li key={upload}>{words.fileIs(name, meaning(name))}</li>
        ))}
      </ul>
    </details>
  );
}
