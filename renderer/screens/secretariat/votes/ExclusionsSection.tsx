import { Button, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import {
  liftVoteExclusion,
  listVoteExclusions,
  type SecondPerson,
  type VoteExclusion,
} from '../../../../shared/contract/vote-flags.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { useChange } from '../../../state/use-change.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { TwoPeopleDialog } from './TwoPeopleDialog.tsx';

interface Properties {
  readonly canChange: boolean;
  /** Reads again when it changes. */
  readonly version: number;
}

/** Every exclusion that was ever made, with who decided it and why; nothing disappears from this list. */
export function ExclusionsSection({ canChange, version }: Properties): React.JSX.Element {
  const read = useEndpoint(listVoteExclusions, {}, version);
  const [asked, setAsked] = useState<VoteExclusion | null>(null);
  const words = text.voteFlags;
  return (
    <section className="votes-section" aria-labelledby="votes-exclusions">
      <h2 id="votes-exclusions">{words.exclusions}</h2>
      <Loaded of={read}>
        {({ exclusions }) =>
          exclusions.length === 0 ? (
            <p className="votes-quiet">{words.noExclusions}</p>
          ) : (
            <ExclusionTable exclusions={exclusions} onLift={canChange ? setAsked : null} />
          )
        }
      </Loaded>
      {asked !== null && <LiftDialog exclusion={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface TableProperties {
  readonly exclusions: readonly VoteExclusion[];
  /** Null for those who only look. */
  readonly onLift: ((exclusion: VoteExclusion) => void) | null;
}

function ExclusionTable({ exclusions, onLift }: TableProperties): React.JSX.Element {
  const { columns } = text.voteFlags;
  return (
    <div className="votes-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col" className="figure">
              {columns.exclusion}
            </th>
            <th scope="col">{columns.why}</th>
            <th scope="col" className="figure">
              {columns.ballots}
            </th>
            <th scope="col">{columns.decided}</th>
            <th scope="col">{columns.state}</th>
            {onLift !== null && <th scope="col">{text.common.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {exclusions.map((each) => (
            <ExclusionRow key={each.exclusion} exclusion={each} onLift={onLift} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ExclusionRow({
  exclusion,
  onLift,
}: Pick<TableProperties, 'onLift'> & { readonly exclusion: VoteExclusion }): React.JSX.Element {
  const words = text.voteFlags;
  const { lifted, flag } = exclusion;
  const isShort = lifted === null && (exclusion.excludedNow ?? 0) < exclusion.ballots;
  return (
    <tr className={lifted === null ? undefined : 'batch-withdrawn'}>
      <td className="figure">{exclusion.exclusion}</td>
      <th scope="row">{words.evidence(flag.evidence)}</th>
      <td className="figure">
        {words.number(exclusion.ballots)}
        {isShort && <span className="batch-reason">{words.excludedNow(exclusion.excludedNow ?? 0)}</span>}
      </td>
      <td>
        {words.decided(exclusion.excludedBy, exclusion.confirmedBy)}
        <span className="vote-time">{timeText(exclusion.excludedAt)}</span>
        <span className="batch-reason">{words.minuteIs(exclusion.minute)}</span>
      </td>
      <td>
        <Tag color={lifted === null ? 'warning' : 'default'}>
          {lifted === null ? words.inForce : words.lifted}
        </Tag>
        {lifted !== null && (
          <span className="batch-reason">
            {words.decided(lifted.by, lifted.confirmedBy)}
            <span className="vote-time">{timeText(lifted.at)}</span>
            <br />
            {words.minuteIs(lifted.minute)}
          </span>
        )}
      </td>
      {onLift !== null && (
        <td>
          {lifted === null && (
            <Button aria-label={words.restoreLabel(exclusion.exclusion)} onClick={() => onLift(exclusion)}>
              {words.restore}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

/** Lets the ballots of an exclusion count again. */
function LiftDialog({
  exclusion,
  onClose,
}: {
  readonly exclusion: VoteExclusion;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { run, isRunning, failure } = useChange(liftVoteExclusion);
  const words = text.voteFlags;
  async function lift(minute: string, second: SecondPerson): Promise<void> {
    const outcome = await run({ exclusion: exclusion.exclusion, minute, second }, words.restored);
    if (outcome.ok) onClose();
  }
  return (
    <TwoPeopleDialog
      title={words.restoreTitle(exclusion.exclusion)}
      explanation={words.restoreExplanation(exclusion.ballots)}
      actName={words.restoreAct}
      isRunning={isRunning}
      failure={failure}
      onConfirm={(minute, second) => void lift(minute, second)}
      onClose={onClose}
    />
  );
}

function timeText(at: string): string {
  return dayjs(at).format('YYYY-MM-DD HH:mm');
}
