import { useCallback, useMemo } from 'react';
import { listCandidates } from '../../../../shared/contract/applications.ts';
import { listVoteBatches, readVoteTally } from '../../../../shared/contract/votes.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { useChanges } from '../../../state/changes.ts';
import { useCanChange } from '../../../state/session.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { BatchTable } from './BatchTable.tsx';
import { ChartsSection } from './ChartsSection.tsx';
import { ExclusionsSection } from './ExclusionsSection.tsx';
import { FlagsSection } from './FlagsSection.tsx';
import { CheckSection } from './CheckSection.tsx';
import { FunnelSection } from './FunnelSection.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { TallySection } from './TallySection.tsx';
import { TotalsSection } from './TotalsSection.tsx';
import './votes.css';
import './suspicion.css';

/** Public votes: import, funnel, batches, votes per candidate. */
export function VotesScreen(): React.JSX.Element {
  const canChange = useCanChange();
  // A finished import, a withdrawal and a restoration all count as changes, wherever they were made.
  const changes = useChanges((state) => state.count);
  const batches = useEndpoint(listVoteBatches, {}, changes);
  const tally = useEndpoint(readVoteTally, {}, changes);
  const candidates = useEndpoint(listCandidates, {});
  const titles = useMemo(
    () => new Map(candidates.value?.candidates.map(({ candidate, title }) => [candidate, title])),
    [candidates.value],
  );
  const titleOf = useCallback((candidate: number) => titles.get(candidate) ?? '', [titles]);
  const inForce = batches.value?.batches.filter(({ withdrawn }) => withdrawn === null).length ?? 0;
  return (
    <div className="votes">
      <ScreenHeading
        title={text.votes.title}
        summary={
          tally.value === null
            ? text.common.loading
            : text.votes.summary(
                tally.value.ballots.accepted,
                tally.value.ballots.rows,
                inForce,
                (batches.value?.batches.length ?? 0) > 0,
              )
        }
      />
      {canChange ? (
        <ImportPanel isFirst={batches.value?.batches.length === 0} />
      ) : (
        <p className="votes-quiet">{text.common.readOnly}</p>
      )}
      <TotalsSection canChange={canChange} titleOf={titleOf} version={changes} />
      <Loaded of={batches}>
        {({ batches: all }) =>
          all.length === 0 ? (
            <>
              <EmptyState
                title={text.votes.empty}
                advice={canChange ? text.votes.emptyAdvice : text.votes.emptyObserver}
              />
              <CheckSection />
            </>
          ) : (
            <>
              <BatchTable batches={all} canChange={canChange} />
              <Loaded of={tally}>
                {(value) => (
                  <>
                    <FunnelSection overall={value.ballots} batches={all} />
                    <TallySection tally={value} titleOf={titleOf} version={changes} />
                    <CheckSection />
                  </>
                )}
              </Loaded>
              <ChartsSection batches={all} titleOf={titleOf} version={changes} />
              <ExclusionsSection canChange={canChange} version={changes} />
              <FlagsSection canChange={canChange} titleOf={titleOf} version={changes} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}
