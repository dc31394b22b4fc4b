import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createExpert } from '../../electron/services/experts.ts';
import type { PasswordCost } from '../../electron/services/passwords.ts';
import type { Caller } from '../../electron/services/use-case.ts';
import { closeWorkspace, createWorkspace, type Workspace } from '../../electron/database/workspace.ts';
import { readAudit } from '../../electron/database/audit-log.ts';
import type { Candidate } from '../../shared/contract/applications.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import type { Refusal, Result } from '../../shared/refusals/refusal.ts';
import type { Actor } from '../../shared/round/roles.ts';
import { roundSchema, type Round } from '../../shared/round/round.ts';

/** Hashing that costs next to nothing; the form of the hash is the real one. */
export const cheap: PasswordCost = { N: 16, r: 1, p: 1 };

/** A small round: three candidates expected, two criteria of ten points, half points allowed. */
export const smallRound: Round = roundSchema.parse({
  id: 'small',
  title: '小评选',
  timeZone: 'Asia/Shanghai',
  counts: { applications: 5, candidates: 3, finalists: 2, winners: 1 },
  criteria: [
    { id: 'innovation', name: '创新性', weight: 50, max: 10, step: 0.5 },
    { id: 'practicality', name: '实践性', weight: 50, max: 10, step: 0.5 },
  ],
  ballot: {
    minChoices: 1,
    maxChoices: 2,
    opensAt: '2017-03-22T00:00:00+08:00',
    closesAt: '2017-03-31T12:00:00+08:00',
    perAccount: 'once-a-day',
  },
  panel: { trim: { low: 0, high: 0, atLeast: 1 }, severity: 'none' },
  merge: {
    expertWeight: 50,
    publicWeight: 50,
    panelScale: 'points',
    publicScale: 'share-of-max',
    tieBreak: ['expert', 'public'],
  },
});

export const smallCandidates: readonly Candidate[] = [
  { candidate: 1, title: '一号项目', organisation: '甲局', district: '', text: '第一段\n第二段' },
  { candidate: 2, title: '二号项目', organisation: '', district: '徐汇区', text: '正文' },
  { candidate: 3, title: '三号项目', organisation: '乙中心', district: '', text: 'Internet Plus' },
];

/** A clock that stands still until it is put forward. */
export interface Clock {
  readonly now: () => Date;
  forward(seconds: number): void;
}

export function fixedClock(start = '2017-04-05T01:00:00.000Z'): Clock {
  let instant = Date.parse(start);
  return {
    now: () => new Date(instant),
    forward: (seconds) => {
      instant += seconds * 1000;
    },
  };
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'judging-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface TestWorkspace {
  readonly workspace: Workspace;
  readonly clock: Clock;
  /** Calls as the secretariat, through the command line. */
  readonly secretariat: Caller;
  readonly as: (actor: Actor) => Caller;
  /** Records an expert and calls as that expert. */
  readonly addExpert: (name: string) => ExpertCaller;
  /** What the record says, oldest first. */
  readonly events: () => { readonly event: string; readonly payload: unknown }[];
}

export type ExpertCaller = Caller & { readonly expert: number };

/** A real workspace in a folder of its own, closed and gone after the test. */
export function temporaryWorkspace(
  options: {
    readonly kind?: WorkspaceKind;
    readonly round?: Round;
    readonly candidates?: readonly Candidate[];
  } = {},
): TestWorkspace {
  const clock = fixedClock();
  const commandLine: Actor = { kind: 'command-line', account: 'tester' };
  const folder = temporaryFolder();
  const { kind = 'real', round = smallRound, candidates = smallCandidates } = options;
  const workspace = valueOf(createWorkspace(folder, { kind, round, candidates }, commandLine, clock.now()));
  onTestFinished(() => {
    if (workspace.connection.open) closeWorkspace(workspace);
  });
  const as = (actor: Actor): Caller => ({ workspace, actor, now: clock.now });
  const secretariat = as(commandLine);
  return {
    workspace,
    clock,
    secretariat,
    as,
    addExpert: (name) => {
      const { id } = valueOf(createExpert(secretariat, { code: '', name, organisation: '', district: '' }));
      return { ...as({ kind: 'person', id, name, role: 'expert' }), expert: id };
    },
    events: () => [...readAudit(workspace.connection)].map(({ event, payload }) => ({ event, payload })),
  };
}

/** The value of a use case that must succeed. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal of a use case that must not succeed. */
export function refusalOf(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.refusal;
}
