import type { Host } from './host.ts';
import type { Jobs } from './jobs.ts';
import type { Sessions } from './sessions.ts';
import type { Uploads } from './uploads.ts';
import type { Workspaces } from './workspaces.ts';

/** Everything that the routes share. One door per running program. */
export interface Door {
  readonly host: Host;
  readonly workspaces: Workspaces;
  readonly sessions: Sessions;
  readonly uploads: Uploads;
  readonly jobs: Jobs;
  readonly now: () => Date;
  /** Takes what the person who looks after the program should see; never anything secret. */
  readonly reportFault: (line: string) => void;
}
