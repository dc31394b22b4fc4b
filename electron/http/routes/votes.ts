import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/votes.ts';
import { previewVotes as previewEndpoint } from '../../../shared/contract/vote-preview.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import {
  importVotes,
  listVoteBatches,
  previewVotes,
  readVoteTally,
  restoreVoteBatch,
  withdrawVoteBatch,
} from '../../services/votes/index.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

export function voteRoutes(app: Hono, door: Door): void {
  serve(app, door, previewEndpoint, (caller, { uploads, mapping }, session) =>
    door.uploads.use(session.person.id, uploads, (files) => previewVotes(caller, files, mapping ?? null)),
  );

  serve(app, door, contract.startVoteImport, (caller, input, session) => {
    const { uploads, dryRun, minutesEqual } = input;
    const mappings = uploads.map((upload) => input.mappings?.[upload] ?? null);
    const sets = input.sets.map((set) => set.map((upload) => uploads.indexOf(upload)));
    const owner = session.person.id;
    const present = door.uploads.check(owner, uploads);
    if (!present.ok) return present;
    const started = door.jobs.start(dryRun ? '试读选票' : '导入选票', (onProgress, signal) =>
      // The job outlives this call, so it keeps the workspace and the files for itself.
      door.workspaces.use(() =>
        door.uploads.use(owner, uploads, async (files) => {
          const report = await importVotes(caller, files, {
            dryRun,
            mappings,
            sets,
            minutesEqual,
            onProgress,
            signal,
          });
          if (report.ok && !dryRun) for (const upload of uploads) door.uploads.discard(owner, upload);
          return report;
        }),
      ),
    );
    return started.ok ? done({ job: started.value }) : started;
  });

  serve(app, door, contract.listVoteBatches, (caller) => listVoteBatches(caller));
  serve(app, door, contract.withdrawVoteBatch, (caller, input) => withdrawVoteBatch(caller, input));
  serve(app, door, contract.restoreVoteBatch, (caller, input) => restoreVoteBatch(caller, input));
  serve(app, door, contract.readVoteTally, (caller) => readVoteTally(caller));
}
