import { readRound, readStatus, type Status } from '../../../../shared/contract/workspace.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { useChanges } from '../../../state/changes.ts';
import { routeHash } from '../../../state/route.ts';
import { useEndpoint } from '../../../state/use-endpoint.ts';
import { text } from '../../../text/text.ts';
import { NextSteps } from './NextSteps.tsx';
import { StageTable } from './StageTable.tsx';

/** What is in, what is missing, what to do next. */
export function OverviewScreen(): React.JSX.Element {
  const changes = useChanges((state) => state.count);
  const status = useEndpoint(readStatus, {}, changes);
  const rules = useEndpoint(readRound, {}, changes);
  const texts = text.overview;
  return (
    <>
      <ScreenHeading title={texts.title} summary={texts.summary} />
      <Loaded of={status}>
        {(value) => (
          <>
            <NextSteps status={value} />
            <section className="panel">
              <h2>{texts.stagesTitle}</h2>
              <StageTable status={value} />
              <RulesState
                isLocked={value.rulesLocked}
                unconfirmed={text.overview.rulesUnconfirmed[rules.value?.lockOrigin ?? '']}
              />
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

interface RulesProperties {
  readonly isLocked: Status['rulesLocked'];
  /** Locked by an import or a mark: what to say of rules that nobody has confirmed. */
  readonly unconfirmed: string | undefined;
}

function RulesState({ isLocked, unconfirmed }: RulesProperties): React.JSX.Element {
  const isDone = isLocked && unconfirmed === undefined;
  return (
    <p className="overview-rules">
      <a
        href={routeHash('rules')}
        className={isDone ? 'state-badge state-done' : 'state-badge state-attention'}
      >
        {unconfirmed ?? (isLocked ? text.overview.rulesLocked : text.overview.rulesDefault)}
      </a>
    </p>
  );
}
