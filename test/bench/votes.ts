import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { closeWorkspace, createWorkspace } from '../../electron/database/workspace.ts';
import { createExpert } from '../../electron/services/experts.ts';
import { readRoundResource } from '../../electron/services/resources.ts';
import { saveScore } from '../../electron/services/score-sheets.ts';
import { localActor } from '../../electron/services/start-workspace.ts';
import { importVotes, readVoteTally } from '../../electron/services/votes/index.ts';
import type { Result } from '../../shared/refusals/refusal.ts';
import { generateVotes } from '../support/votes-generator.ts';
import { line, summarise } from './summary.ts';

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** Imports `count` ballots in the worker while an expert goes on marking; checks the funnel against what was generated. */
export async function benchVotes(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'judging-bench-'));
  try {
    const now = (): Date => new Date();
    const resource = readRoundResource('shanghai-2017');
    // The generator votes for six candidates.
    const round = { ...resource.round, ballot: { ...resource.round.ballot, minChoices: 2, maxChoices: 4 } };
    const candidates = resource.candidates.slice(0, 6);
    const workspace = valueOf(
      createWorkspace(folder, { kind: 'real', round, candidates }, localActor(), now()),
    );
    const secretariat = { workspace, actor: localActor(), now };
    const { id, name } = valueOf(
      createExpert(secretariat, { code: '', name: '测速委员', organisation: '', district: '' }),
    );
    const expert = { ...secretariat, actor: { kind: 'person', id, name, role: 'expert' } as const };
    const path = join(folder, 'votes.csv');
    const generated = generateVotes(count, 20_170_322);
    writeFileSync(path, generated.csv);

    const marks: number[] = [];
    const imported = new AbortController();
    const marking = (async (): Promise<void> => {
      for (let mark = 0; !imported.signal.aborted; mark = (mark + 1) % 101) {
        const start = performance.now();
        valueOf(saveScore(expert, { candidate: 1 + (mark % 6), criterion: 'innovation', mark }));
        marks.push(performance.now() - start);
        await pause(20);
      }
    })();
    const start = performance.now();
    const report = valueOf(await importVotes(secretariat, [{ path, name: 'votes.csv' }], { dryRun: false }));
    const seconds = (performance.now() - start) / 1000;
    imported.abort();
    await marking;

    const tallies: number[] = [];
    for (let run = 0; run < 20; run += 1) {
      const from = performance.now();
      valueOf(readVoteTally(secretariat));
      tallies.push(performance.now() - from);
    }
    const accepted = report.imports[0]?.accepted ?? 0;
    if (accepted !== generated.ballots.accepted)
      throw new Error(`accepted ${accepted}, generated ${generated.ballots.accepted}`);
    const megabytes = statSync(join(folder, 'workspace.db')).size / 1e6;
    console.log(
      `votes import, ${count} rows: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} rows/s, database ${megabytes.toFixed(0)} MB`,
    );
    console.log(line('a mark saved during the import', summarise(marks), 'bar: 50 ms at p95'));
    console.log(line('tally after the import', summarise(tallies), 'bar: 100 ms at 1 M'));
    closeWorkspace(workspace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
