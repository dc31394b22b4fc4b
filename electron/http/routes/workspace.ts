import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/workspace.ts';
import type { WorkspaceState } from '../../../shared/contract/workspace.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { readRules } from '../../database/rounds.ts';
import type { Workspace } from '../../database/workspace.ts';
import { demonstrationAccounts } from '../../services/demonstration.ts';
import { isSetUp, signInPeople } from '../../services/people.ts';
import { changeRules, lockRules, readRound } from '../../services/rules.ts';
import { readStatus } from '../../services/status.ts';
import type { Door } from '../door.ts';
import { serve, serveAnyone } from '../serve.ts';

function stateOf(door: Door, workspace: Workspace): WorkspaceState {
  const { kind, version, chooseFiles } = door.host;
  return {
    kind: workspace.kind,
    isSetUp: isSetUp(workspace),
    roundTitle: readRules(workspace.connection).title,
    people: signInPeople(workspace),
    demonstrationAccounts: demonstrationAccounts(workspace),
    host: { kind, canOpenFiles: chooseFiles !== null, version },
  };
}

/** The workspace as a whole: which one is open, its round and where the process stands. */
export function workspaceRoutes(app: Hono, door: Door): void {
  serveAnyone(app, door, contract.readWorkspace, ({ workspace }) => done(stateOf(door, workspace)));

  serveAnyone(app, door, contract.openWorkspace, async (_visitor, { kind }) => {
    if (door.workspaces.current.kind !== kind) {
      if (door.jobs.running !== null) return refused('job-busy', { running: door.jobs.running });
      // Nobody is thrown out by a visitor: whoever changes the workspace signs out first, and so does everybody else.
      const names = door.sessions.people().map(({ name }) => name);
      if (names.length > 0) return refused('workspace-in-use', { names });
    }
    // Who signed in while the other workspace was being opened belongs to the one that is left; so do files and jobs.
    const opened = await door.workspaces.switchTo(kind, () => {
      door.sessions.closeAll();
      door.uploads.discardAll();
      door.jobs.forgetAll();
    });
    return opened.ok ? done(stateOf(door, opened.value)) : opened;
  });

  serve(app, door, contract.readRound, (caller) => readRound(caller));
  serve(app, door, contract.changeRules, (caller, input) => changeRules(caller, input));
  serve(app, door, contract.lockRules, (caller, input) => lockRules(caller, input));
  serve(app, door, contract.readStatus, (caller) => readStatus(caller));
}
