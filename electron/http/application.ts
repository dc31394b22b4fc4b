import { Hono } from 'hono';
import { refused } from '../../shared/refusals/refusal.ts';
import type { Workspace } from '../database/workspace.ts';
import { removeLeftUploads } from '../services/upload-spool.ts';
import type { Door } from './door.ts';
import { failureResponse, refusalOfException } from './failure.ts';
import type { Host } from './host.ts';
import { Jobs } from './jobs.ts';
import { servePageFiles } from './page.ts';
import { applicationRoutes } from './routes/applications.ts';
import { expertRoutes } from './routes/experts.ts';
import { exportRoutes } from './routes/exports.ts';
import { importRoutes } from './routes/imports.ts';
import { jobRoutes } from './routes/jobs.ts';
import { markRoutes } from './routes/marks.ts';
import { mergeRoutes } from './routes/merge.ts';
import { peopleRoutes } from './routes/people.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { voteCheckRoutes } from './routes/vote-check.ts';
import { voteFlagRoutes } from './routes/vote-flags.ts';
import { voteTotalsRoutes } from './routes/vote-totals.ts';
import { voteRoutes } from './routes/votes.ts';
import { workspaceRoutes } from './routes/workspace.ts';
import { safetyHeaders } from './safety-headers.ts';
import { Sessions } from './sessions.ts';
import { Uploads } from './uploads.ts';
import { Workspaces } from './workspaces.ts';

export interface ApplicationOptions {
  /** The workspace to begin with; the application closes it. */
  readonly workspace: Workspace;
  readonly host: Host;
  /** Where the built page lies (`dist/renderer`). */
  readonly pageFolder: string;
  readonly now?: () => Date;
  readonly reportFault?: (line: string) => void;
  /** In bytes; for tests. */
  readonly uploadLimit?: number;
}

/** The one door of the program: takes a Request, answers a Response, wherever they come from. */
export interface Application extends Hono {
  /** Stops what runs, lets calls under way finish, and closes the workspace. */
  readonly close: () => Promise<void>;
}

function reportToStandardError(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}

function createDoor(options: ApplicationOptions): Door {
  const now = options.now ?? (() => new Date());
  const reportFault = options.reportFault ?? reportToStandardError;
  const uploads = new Uploads(options.uploadLimit);
  const workspaces = new Workspaces(options.workspace, async (kind) => {
    const opened = await options.host.openWorkspaceOfKind(kind);
    if (opened.ok) removeLeftUploads(opened.value.folder);
    return opened;
  });
  return {
    host: options.host,
    workspaces,
    uploads,
    sessions: new Sessions(now, (personId) => {
      uploads.discardOwner(personId);
    }),
    jobs: new Jobs((error) =>
      refusalOfException(error, { method: 'JOB', path: '', folder: workspaces.current.folder }, reportFault),
    ),
    now,
    reportFault,
  };
}

export function createApplication(options: ApplicationOptions): Application {
  removeLeftUploads(options.workspace.folder);
  const door = createDoor(options);
  const app = new Hono();
  app.use(safetyHeaders);
  for (const register of [
    workspaceRoutes,
    peopleRoutes,
    applicationRoutes,
    expertRoutes,
    markRoutes,
    voteRoutes,
    voteCheckRoutes,
    voteFlagRoutes,
    voteTotalsRoutes,
    mergeRoutes,
    uploadRoutes,
    importRoutes,
    exportRoutes,
    jobRoutes,
  ]) {
    register(app, door);
  }
  const unknownPath = (path: string): ReturnType<typeof refused<'not-found'>> =>
    refused('not-found', { what: '接口', id: path });
  app.all('/api/*', (context) => failureResponse(context, unknownPath(context.req.path).refusal));
  servePageFiles(app, options.pageFolder);
  app.notFound((context) => failureResponse(context, unknownPath(context.req.path).refusal));
  app.onError((error, context) => {
    const { method, path } = context.req;
    const where = { method, path, folder: door.workspaces.current.folder };
    return failureResponse(context, refusalOfException(error, where, door.reportFault));
  });

  return Object.assign(app, {
    close: async (): Promise<void> => {
      await door.jobs.cancelAll();
      door.sessions.closeAll();
      door.uploads.discardAll();
      door.workspaces.close();
    },
  });
}
