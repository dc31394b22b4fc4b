import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { WorkspaceState } from '../../shared/contract/workspace.ts';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import type { Actor } from '../../shared/round/roles.ts';
import { readCandidateTitles } from '../database/applications.ts';
import { appendAudit } from '../database/audit-log.ts';
import { insertPerson, readExperts, readPerson, setPassword } from '../database/people.ts';
import { readRules } from '../database/rounds.ts';
import { storageRefusal } from '../database/storage-refusal.ts';
import { inTransaction } from '../database/transaction.ts';
import { closeWorkspace, hasWorkspace, openWorkspace, type Workspace } from '../database/workspace.ts';
import { demonstrationHashes, demonstrationPeople } from './demonstration/accounts.ts';
import { demonstrationSheets, type DemonstrationSheet } from './demonstration/marks.ts';
import { seededRandom } from './demonstration/seeded-random.ts';
import { demonstrationVotes } from './demonstration/votes.ts';
import { signInPeople } from './people.ts';
import { declareRecusal } from './recusals.ts';
import { lockRules } from './rules.ts';
import { saveComment, saveScore, submitSheet } from './score-sheets.ts';
import { createDefaultWorkspace } from './start-workspace.ts';
import type { Caller } from './use-case.ts';
import { importVotes } from './votes/import-votes.ts';

/** The first day of the award's public vote; any number does, as long as it stays the same. */
const seed = 20_170_322;

/** The first refusal of several steps, or done; the steps after it are not taken. */
function inTurn(steps: Iterable<() => Result<unknown>>): Result<null> {
  for (const step of steps) {
    const result = step();
    if (!result.ok) return result;
  }
  return done(null);
}

function recordPeople(workspace: Workspace, now: () => Date): Actor {
  const { connection } = workspace;
  let secretary: Actor | null = null;
  for (const { fields, password } of demonstrationPeople) {
    const id = insertPerson(connection, fields);
    setPassword(connection, id, demonstrationHashes.get(password) ?? '', false);
    const actor: Actor = secretary ?? { kind: 'person', id, name: fields.name, role: fields.role };
    const event =
      secretary === null
        ? ({ event: 'first-secretary-named', payload: { person: id, name: fields.name } } as const)
        : fields.role === 'expert'
          ? ({ event: 'expert-created', payload: { expert: id, name: fields.name } } as const)
          : ({
              event: 'person-added',
              payload: { person: id, name: fields.name, role: fields.role },
            } as const);
    appendAudit(connection, actor, now(), event);
    secretary = actor;
  }
  if (secretary === null) throw new Error('a demonstration needs a secretary');
  return secretary;
}

/** Everything that the expert does goes through the same use cases as in a real round. */
function* sheetSteps(caller: Caller, sheet: DemonstrationSheet): Generator<() => Result<unknown>> {
  for (const recusal of sheet.recusals) yield () => declareRecusal(caller, { ...recusal, recused: true });
  for (const score of sheet.scores) yield () => saveScore(caller, score);
  for (const comment of sheet.comments) yield () => saveComment(caller, comment);
  if (sheet.isSubmitted) yield () => submitSheet(caller, { acceptMissing: true });
}

async function fill(workspace: Workspace, now: () => Date): Promise<Result<null>> {
  const { connection } = workspace;
  const random = seededRandom(seed);
  const round = readRules(connection);
  const candidates = readCandidateTitles(connection).map((each) => each.candidate);
  // One transaction: thousands of single commits would take many seconds.
  const recorded = inTransaction(connection, () => {
    const secretary: Caller = { workspace, now, actor: recordPeople(workspace, now) };
    const locked = lockRules(secretary, { reason: '' });
    if (!locked.ok) return locked;
    const experts = readExperts(connection);
    const sheets = demonstrationSheets(round, candidates, experts.length, random);
    for (const [index, { id, name, role }] of experts.entries()) {
      const sheet = sheets[index];
      if (sheet === undefined) break;
      const expert: Caller = { workspace, now, actor: { kind: 'person', id, name, role } };
      const filled = inTurn(sheetSteps(expert, sheet));
      if (!filled.ok) return filled;
    }
    return done(secretary);
  });
  if (!recorded.ok) return recorded;
  const name = '演示选票.csv';
  const path = join(workspace.folder, 'spool', name);
  writeFileSync(path, demonstrationVotes(round, candidates, random));
  try {
    const imported = await importVotes(recorded.value, [{ path, name }], { dryRun: false });
    return imported.ok ? done(null) : imported;
  } finally {
    rmSync(path, { force: true });
  }
}

/** Moves what a folder holds into another, the database last: until it is there, there is no workspace. */
function moveInto(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  const isDatabase = (name: string): boolean => name.startsWith('workspace.db');
  for (const name of readdirSync(source).toSorted(
    (left, right) => Number(isDatabase(left)) - Number(isDatabase(right)),
  )) {
    const from = join(source, name);
    const to = join(target, name);
    if (statSync(from).isDirectory() && existsSync(to)) moveInto(from, to);
    else renameSync(from, to);
  }
  rmSync(source, { recursive: true });
}

/**
 * Makes the demonstration workspace; refused with `workspace-exists` where there is one. It is made beside the folder and
 * moved in when it is whole, so that nothing half done is ever opened.
 */
export async function createDemonstration(folder: string, now: Date): Promise<Result<Workspace>> {
  if (hasWorkspace(folder)) return refused('workspace-exists', { folder });
  const place = resolve(folder);
  const draft = join(dirname(place), `.${basename(place)}-in-the-making`);
  try {
    rmSync(draft, { recursive: true, force: true });
    const created = createDefaultWorkspace(draft, 'demonstration', now);
    if (!created.ok) return created;
    try {
      const filled = await fill(created.value, () => now);
      if (!filled.ok) return filled;
    } finally {
      closeWorkspace(created.value);
    }
    moveInto(draft, place);
    return openWorkspace(folder);
  } catch (error) {
    const refusal = storageRefusal(error, folder);
    if (refusal !== null) return refusal;
    throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** How to sign in, for the sign-in page; whoever changed their password is left out. Empty for a real workspace. */
export function demonstrationAccounts(workspace: Workspace): WorkspaceState['demonstrationAccounts'] {
  if (workspace.kind !== 'demonstration') return [];
  const passwords = new Map([...demonstrationHashes].map(([password, hash]) => [hash, password]));
  return signInPeople(workspace).flatMap(({ id }) => {
    const password = passwords.get(readPerson(workspace.connection, id)?.passwordHash ?? '');
    return password === undefined ? [] : [{ personId: id, password }];
  });
}
