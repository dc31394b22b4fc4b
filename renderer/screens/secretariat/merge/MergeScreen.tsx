import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { readProgress } from '../../../../shared/contract/experts.ts';
import { readMerge, type MergeScreen as Merge } from '../../../../shared/contract/merge.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { go } from '../../../state/route.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { CandidateDrawer } from './CandidateDrawer.tsx';
import { ExclusionComparison } from './ExclusionComparison.tsx';
import './merge.css';
import { MergeChart } from './MergeChart.tsx';
import { RankingTable } from './RankingTable.tsx';
import { ruleName, ruleValue, trialFailure } from './rule-words.ts';
import { RulesPanel } from './RulesPanel.tsx';
import { TrialPanel } from './TrialPanel.tsx';
import { trialChanges, trialOf, trialSet, type TrialChange, type TrialRules } from './trial-rules.ts';

/** The merge under the rules in force, or under rules that are only tried. */
export function MergeScreen(): React.JSX.Element {
  const inForce = useEndpoint(readMerge, { set: '' });
  const { value } = inForce;
  return (
    <div className="merge">
      <ScreenHeading
        title={text.merge.title}
        summary={
          value === null
            ? text.common.loading
            : text.merge.summary(value.sheetsSubmitted, value.experts, value.ballotsAccepted)
        }
      />
      <Loaded of={inForce}>
        {(merge) => (merge.sheetsSubmitted === 0 ? <Nothing merge={merge} /> : <Merged inForce={merge} />)}
      </Loaded>
    </div>
  );
}

function Nothing({ merge }: { readonly merge: Merge }): React.JSX.Element {
  return (
    <>
      <EmptyState title={text.merge.empty} advice={text.merge.emptyAdvice}>
        <Button type="primary" onClick={() => go('marks')}>
          {text.merge.goToMarks}
        </Button>
        {merge.ballotsAccepted === 0 && merge.totals.length === 0 && (
          <Button onClick={() => go('votes')}>{text.merge.goToVotes}</Button>
        )}
      </EmptyState>
      <Warnings merge={merge} />
    </>
  );
}

function Merged({ inForce }: { readonly inForce: Merge }): React.JSX.Element {
  const { rules } = inForce.detail;
  const [trial, setTrial] = useState<TrialRules | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const experts = useEndpoint(readProgress, {});
  const changes = trial === null ? [] : trialChanges(rules, trial);
  // While a number field stands empty, the last trial that was whole stays on the screen.
  const [lastSet, setLastSet] = useState('');
  const set = changes === null ? lastSet : trialSet(changes);
  if (set !== lastSet) setLastSet(set);
  const tried = useEndpoint(readMerge, { set });

  const isTrial = set !== '';
  // Another trial's ranking must not stand under a trial that was refused.
  const refusal = isTrial ? tried.failure : null;
  const shown = isTrial && tried.value !== null ? tried.value : inForce;
  const rankBefore = useMemo(
    () => new Map(inForce.detail.ranking.map(({ candidate, rank }) => [candidate, rank])),
    [inForce],
  );
  return (
    <>
      {refusal === null && <Warnings merge={shown} />}
      {isTrial && changes !== null && (
        <Alert
          type="warning"
          showIcon
          className="merge-trial-banner"
          title={
            <>
              <strong>{text.merge.trial}</strong>{' '}
              {text.merge.trialExplanation(changesSentence(changes, inForce))}
            </>
          }
          action={<Button onClick={() => setTrial(null)}>{text.merge.endTrial}</Button>}
        />
      )}
      <div className="merge-panes">
        {trial === null ? (
          <RulesPanel
            rules={rules}
            lockedAt={inForce.lockedAt}
            lockOrigin={inForce.lockOrigin}
            onTry={() => setTrial(trialOf(rules))}
          />
        ) : (
          <TrialPanel
            rules={rules}
            trial={trial}
            isIncomplete={changes === null}
            problem={refusal === null ? null : trialFailure(refusal, rules.criteria)}
            onChange={setTrial}
            onEnd={() => setTrial(null)}
          />
        )}
        {refusal === null ? (
          <div className="merge-result">
            <RankingTable
              detail={shown.detail}
              isTrial={isTrial}
              rankBefore={isTrial ? rankBefore : null}
              onOpen={setOpened}
            />
            {shown.withoutExclusions !== null && (
              <ExclusionComparison detail={shown.detail} without={shown.withoutExclusions} />
            )}
            <MergeChart detail={shown.detail} />
          </div>
        ) : (
          <EmptyState title={text.merge.refused} advice={text.merge.refusedAdvice}>
            <Button onClick={() => setTrial(null)}>{text.merge.endTrial}</Button>
          </EmptyState>
        )}
      </div>
      {opened !== null && refusal === null && (
        <CandidateDrawer
          detail={shown.detail}
          candidate={opened}
          progress={experts.value}
          isTrial={isTrial}
          onOpen={setOpened}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** What the panel should know before it trusts the ranking; an open tie across the line is the gravest. */
function Warnings({ merge: { warnings, detail } }: { readonly merge: Merge }): React.JSX.Element | null {
  if (warnings.length === 0) return null;
  return (
    <Alert
      type={detail.cut.open.length > 0 ? 'error' : 'warning'}
      showIcon
      title={
        <>
          <strong>{text.merge.warnings}</strong>
          <ul className="merge-warnings">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function changesSentence(changes: readonly TrialChange[], { detail: { rules } }: Merge): string {
  return changes
    .map(({ rule, before, after }) =>
      text.merge.trialChange(
        ruleName(rule, rules.criteria),
        ruleValue(rule, before, rules.criteria),
        ruleValue(rule, after, rules.criteria),
      ),
    )
    .join('；');
}
