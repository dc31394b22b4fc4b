import { readStatus, type Status } from '../../../../shared/contract/workspace.ts';
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
              <RulesState isLocked={value.rulesLocked} />
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function RulesState({ isLocked }: { readonly isLocked: Status['rulesLocked'] }): React.JSX.Element {
  return (
    <p className="overview-rules">
      <a
        href={routeHash('rules')}
        className={isLocked ? 'state-badge state-done' : 'state-badge state-attention'}
      >
        {isLocked ? text.overview.rulesLocked : text.overview.rulesDefault}
      </a>
    </p>
  );
}
