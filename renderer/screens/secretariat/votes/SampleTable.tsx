import type { VotePreview } from '../../../../shared/contract/vote-preview.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly preview: VotePreview;
  readonly caption: string;
}

/** The first rows of a votes file as they are read, each with the verdict that it would get by itself. */
export function SampleTable({ preview, caption }: Properties): React.JSX.Element {
  const hasAddresses = preview.sample.some(({ ip }) => ip !== null);
  const hasSources = preview.sources.length > 1;
  return (
    <div
      className="scroll-region vote-sample"
      tabIndex={0}
      role="region"
      aria-label={`${caption}：${preview.file}`}
    >
      <table className="plain-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {text.votes.row}
            </th>
            {hasSources && <th scope="col">{text.votes.source}</th>}
            <th scope="col">{text.votes.verdict}</th>
            <th scope="col">{text.votes.account}</th>
            <th scope="col">{text.votes.time}</th>
            <th scope="col">{text.votes.timeRead}</th>
            {hasAddresses && <th scope="col">{text.votes.ip}</th>}
            <th scope="col">{text.votes.choices}</th>
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row) => (
            <tr key={`${row.source}/${row.row}`}>
              <td className="figure">{row.row}</td>
              {hasSources && <td>{sourceName(preview, row.source)}</td>}
              <td>
                <Verdict verdict={row.verdict} />
              </td>
              <td className="vote-account">{row.account}</td>
              <td className="vote-time">{row.time}</td>
              <td className="vote-time">{row.instant ?? text.votes.timeUnread}</td>
              {hasAddresses && <td className="vote-account">{row.ip}</td>}
              <td className="vote-choices">{row.choices}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sourceName({ sources }: VotePreview, place: number): string {
  const source = sources[place];
  return source?.sheet ?? source?.file ?? '';
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
