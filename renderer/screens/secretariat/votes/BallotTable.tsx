import { Fragment } from 'react';
import type { ShownBallot } from '../../../../shared/contract/vote-check.ts';
import { text } from '../../../text/text.ts';
import './vote-check.css';

export interface BallotLine extends ShownBallot {
  readonly isWithdrawn?: boolean;
}

interface Properties {
  readonly ballots: readonly BallotLine[];
  /** Where all are of one step of the funnel its name need not be repeated in every row. */
  readonly withStanding: boolean;
}

/** Rows of sources as they are recorded, each with its place and why it counts or not. */
export function BallotTable({ ballots, withStanding }: Properties): React.JSX.Element {
  const { columns } = text.voteCheck;
  return (
    <div className="votes-table">
      <table className="plain-table ballot-table">
        <thead>
          <tr>
            <th scope="col" className="figure">
              {columns.batch}
            </th>
            <th scope="col">{columns.source}</th>
            <th scope="col" className="figure">
              {columns.line}
            </th>
            <th scope="col">{columns.account}</th>
            <th scope="col">{columns.time}</th>
            <th scope="col">{columns.choices}</th>
            {withStanding && <th scope="col">{columns.standing}</th>}
            <th scope="col">{columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {ballots.map((ballot) => (
            <BallotRow
              key={[ballot.batch, ballot.file, ballot.sheet, ballot.line].join('/')}
              ballot={ballot}
              withStanding={withStanding}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A time in its longest usual form stays in one line; what was no time may be as long as it likes. */
const longestTime = '2017年3月22日 星期三 上午10:00:00'.length;

interface RowProperties {
  readonly ballot: BallotLine;
  readonly withStanding: boolean;
}

function BallotRow({ ballot, withStanding }: RowProperties): React.JSX.Element {
  const { voteCheck } = text;
  const { batch, file, sheet, line, account, time, choices, standing, rule, isWithdrawn = false } = ballot;
  const source = sheet === null ? file : voteCheck.ofSheet(file, sheet);
  return (
    <tr className={isWithdrawn ? 'batch-withdrawn' : undefined}>
      <td className="figure">{batch}</td>
      <td className="votes-file">
        <span className="ballot-source" title={source}>
          {source}
        </span>
      </td>
      <td className="figure">{line}</td>
      <td className="fingerprint">{account === '' ? voteCheck.noAccount : account}</td>
      <td className={time.length <= longestTime ? 'ballot-time ballot-time-short' : 'ballot-time'}>
        {time === '' ? voteCheck.noTime : time}
      </td>
      <td className="vote-choices">
        {choices === '' ? voteCheck.noChoices : <BreakableChoices choices={choices} />}
      </td>
      {withStanding && (
        <td>{isWithdrawn ? voteCheck.withdrawn : (text.ballots.standing[standing] ?? standing)}</td>
      )}
      <td className="ballot-reason">{rule.sentence}</td>
    </tr>
  );
}

/** A long list breaks between two choices and not within a number. */
function BreakableChoices({ choices }: { readonly choices: string }): React.JSX.Element {
  const parts = choices.split(/(?<=[;；,，、|┋])/);
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}
