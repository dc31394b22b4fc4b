import {
  CheckCircleFilled,
  ClockCircleOutlined,
  LoadingOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { Role } from '../../../shared/round/roles.ts';
import { readStatus, type Status } from '../../../shared/contract/workspace.ts';
import { useChanges } from '../../state/changes.ts';
import { routeHash } from '../../state/route.ts';
import { useEndpoint } from '../../state/use-endpoint.ts';
import { text } from '../../text/text.ts';
import { screensOf, type Screen } from '../screens.ts';

type Stage = Status['stages'][number];

interface Properties {
  readonly role: Role;
  readonly current: Screen['id'] | null;
}

/** The left rail: the process itself, with what is done and what is missing. */
export function Rail({ role, current }: Properties): React.JSX.Element {
  const changes = useChanges((state) => state.count);
  const status = useEndpoint(readStatus, {}, changes);
  const own = screensOf(role);
  const stageOf = (screen: Screen): Stage | null =>
    status.value?.stages.find((stage) => stage.id === screen.stage) ?? null;
  const links = (place: Screen['place']): readonly Screen[] => own.filter((screen) => screen.place === place);
  return (
    <nav className="rail" aria-label={text.frame.process}>
      <ul>
        {links('before').map((screen) => (
          <li key={screen.id}>
            <RailLink screen={screen} isCurrent={screen.id === current} />
          </li>
        ))}
      </ul>
      <h2>{text.frame.process}</h2>
      <ol className="rail-process">
        {links('process').map((screen) => (
          <li key={screen.id}>
            {screen.component === null ? (
              <NotOffered screen={screen} />
            ) : (
              <RailLink screen={screen} isCurrent={screen.id === current} stage={stageOf(screen)} />
            )}
          </li>
        ))}
      </ol>
      <h2>{text.frame.otherPages}</h2>
      <ul>
        {links('after').map((screen) => (
          <li key={screen.id}>
            <RailLink screen={screen} isCurrent={screen.id === current} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface LinkProperties {
  readonly screen: Screen;
  readonly isCurrent: boolean;
  readonly stage?: Stage | null;
}

function RailLink({ screen, isCurrent, stage }: LinkProperties): React.JSX.Element {
  return (
    <a className="rail-link" href={routeHash(screen.id)} aria-current={isCurrent ? 'page' : undefined}>
      {stage !== undefined && <StageSign stage={stage} />}
      <span className="rail-name">{text.frame.screens[screen.id]}</span>
      {stage !== undefined && stage !== null && (
        <span className="rail-figure">
          {text.frame.stageFigures[stage.id](stage.done, stage.expected, stage.isComplete)}
        </span>
      )}
    </a>
  );
}

/** Shape and words tell the state; the colour only repeats it. */
function StageSign({ stage }: { readonly stage: Stage | null }): React.JSX.Element {
  if (stage === null) return <LoadingOutlined className="stage-sign" aria-hidden />;
  if (stage.isComplete) {
    return <CheckCircleFilled className="stage-sign stage-complete" aria-label={text.frame.stage.complete} />;
  }
  return stage.done > 0 ? (
    <ClockCircleOutlined className="stage-sign stage-started" aria-label={text.frame.stage.started} />
  ) : (
    <MinusCircleOutlined className="stage-sign stage-waiting" aria-label={text.frame.stage.waiting} />
  );
}

function NotOffered({ screen }: { readonly screen: Screen }): React.JSX.Element {
  return (
    <span className="rail-link rail-not-offered" aria-disabled="true" title={text.frame.stage.notOfferedHint}>
      <MinusCircleOutlined className="stage-sign" aria-hidden />
      <span className="rail-name">{text.frame.screens[screen.id]}</span>
      <span className="rail-figure">{text.frame.stage.notOffered}</span>
    </span>
  );
}
