import { Button, Tag } from 'antd';
import type { VoteFlag } from '../../../../shared/contract/vote-flags.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  readonly flag: VoteFlag;
  readonly titleOf: (candidate: number) => string;
  /** Asks to exclude the group; null for those who only look, and where all of it is excluded. */
  readonly onExclude: (() => void) | null;
}

/** One group: what is unusual, whom it helps, what the tally would lose. */
export function FlagCard({ flag, titleOf, onExclude }: Properties): React.JSX.Element {
  const words = text.voteFlags;
  const evidence = words.evidence(flag.evidence);
  return (
    <article className="vote-flag" aria-label={evidence}>
      <header className="vote-flag-head">
        <h4>{words.size(flag.ballots, flag.accounts)}</h4>
        {flag.excluded > 0 && (
          <Tag>{flag.excluded === flag.ballots ? words.allExcluded : words.someExcluded(flag.excluded)}</Tag>
        )}
        {onExclude !== null && (
          <Button danger aria-label={words.excludeLabel(evidence)} onClick={onExclude}>
            {words.exclude}
          </Button>
        )}
      </header>
      <p>{evidence}</p>
      <p>{words.profit(flag)}</p>
      <p>{words.loss(flag)}</p>
      <details>
        <summary>{words.details}</summary>
        <div className="vote-flag-tables">
          <CandidatesTable flag={flag} titleOf={titleOf} />
          <SampleTable flag={flag} />
        </div>
      </details>
    </article>
  );
}

function CandidatesTable({ flag, titleOf }: Pick<Properties, 'flag' | 'titleOf'>): React.JSX.Element {
  const words = text.voteFlags;
  return (
    <table className="plain-table">
      <caption>{words.candidatesTitle}</caption>
      <thead>
        <tr>
          <th scope="col" className="figure">
            {words.candidate}
          </th>
          <th scope="col">{words.projectTitle}</th>
          <th scope="col" className="figure">
            {words.groupShare}
          </th>
          <th scope="col" className="figure">
            {words.usualShare}
          </th>
          <th scope="col" className="figure">
            {words.lost}
          </th>
        </tr>
      </thead>
      <tbody>
        {flag.candidates.map(({ candidate, share, usualShare, counted }) => (
          <tr key={candidate}>
            <td className="figure">{candidate}</td>
            <td>{titleOf(candidate)}</td>
            <td className="figure">{words.percent(share)}</td>
            <td className="figure">{words.percent(usualShare)}</td>
            <td className="figure">{words.number(counted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SampleTable({ flag }: Pick<Properties, 'flag'>): React.JSX.Element {
  const words = text.voteFlags;
  return (
    <table className="plain-table">
      <caption>{words.sampleTitle(flag.sample.length, flag.ballots)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.account}</th>
          <th scope="col">{words.time}</th>
        </tr>
      </thead>
      <tbody>
        {flag.sample.map(({ account, time }) => (
          <tr key={`${account} ${time}`}>
            <td className="fingerprint">{account}</td>
            <td className="vote-time">{time === '' ? words.noTime : time}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
