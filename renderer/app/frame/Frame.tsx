import { Suspense, useEffect } from 'react';
import type { Session, WorkspaceState } from '../../../shared/contract/workspace.ts';
import { DefectBoundary } from '../../components/DefectBoundary.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useRoute } from '../../state/route.ts';
import { text } from '../../text/text.ts';
import { screenAt } from '../screens.ts';
import { DemonstrationBand } from './DemonstrationBand.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

interface Properties {
  readonly workspace: WorkspaceState;
  readonly session: Session;
}

/** The one frame for everybody. An expert has no rail: their own list of candidates stands in its place. */
export function Frame({ workspace, session }: Properties): React.JSX.Element {
  const { role } = session.person;
  const address = useRoute((route) => route.screen);
  const screen = screenAt(role, address);
  useEffect(() => {
    document.getElementById('main')?.scrollTo(0, 0);
  }, [screen]);
  const Component = screen?.component ?? null;
  return (
    <div className={role === 'expert' ? 'frame frame-expert' : 'frame'}>
      <a className="skip-link" href="#main" onClick={skipToContent}>
        {text.frame.skipToContent}
      </a>
      {workspace.kind === 'demonstration' && <DemonstrationBand />}
      <TopBar workspace={workspace} session={session} />
      <div className="frame-body">
        {role !== 'expert' && <Rail role={role} current={screen?.id ?? null} />}
        <main id="main" tabIndex={-1}>
          <DefectBoundary key={screen?.id ?? ''}>
            <Suspense fallback={<Waiting />}>{Component !== null && <Component />}</Suspense>
          </DefectBoundary>
        </main>
      </div>
    </div>
  );
}

/** The address belongs to the screens, so the link moves the focus by itself. */
function skipToContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
