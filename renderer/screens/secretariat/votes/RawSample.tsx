import { useState } from 'react';
import { Segmented } from 'antd';
import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly samples: VotePreview['rawSample'];
  /** The encoding in use; it is the one shown first. */
  readonly encoding: string;
}

/** The first bytes of a text beside what they read as: a person sees at once which encoding is the right one. */
export function RawSample({ samples, encoding }: Properties): React.JSX.Element | null {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = samples.find((each) => each.encoding === (chosen ?? encoding)) ?? samples[0];
  if (shown === undefined) return null;
  const name = (code: string): string => text.voteMapping.encodings[code] ?? code;
  return (
    <details className="mapping-raw">
      <summary>{text.voteMapping.raw}</summary>
      <p className="field-hint">{text.voteMapping.rawNote}</p>
      {samples.length > 1 && (
        <Segmented
          aria-label={text.voteMapping.encoding}
          options={samples.map((each) => ({ value: each.encoding, label: name(each.encoding) }))}
          value={shown.encoding}
          onChange={setChosen}
        />
      )}
      <div
        className="scroll-region mapping-scroll"
        tabIndex={0}
        role="region"
        aria-label={text.voteMapping.raw}
      >
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{text.voteMapping.rawBytes}</th>
              <th scope="col">{text.voteMapping.rawText(name(shown.encoding))}</th>
            </tr>
          </thead>
          <tbody>
            {shown.lines.map((line, place) => (
              <tr key={place}>
                <td className="mapping-bytes">{line.raw}</td>
                <td className="mapping-text">{line.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
