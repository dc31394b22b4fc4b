import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAudit, sha256Text } from '../../../electron/database/audit-log.ts';
import { closeWorkspace, type Workspace } from '../../../electron/database/workspace.ts';
import { demonstrationHashes } from '../../../electron/services/demonstration/accounts.ts';
import { seededRandom } from '../../../electron/services/demonstration/seeded-random.ts';
import { createDemonstration, demonstrationAccounts } from '../../../electron/services/demonstration.ts';
import { listExperts } from '../../../electron/services/experts.ts';
import { mergeReport, readMerge } from '../../../electron/services/merge.ts';
import { passwordFits } from '../../../electron/services/passwords.ts';
import { changePassword, signInPeople } from '../../../electron/services/people.ts';
import { readProgress } from '../../../electron/services/progress.ts';
import { localActor } from '../../../electron/services/start-workspace.ts';
import { readStatus } from '../../../electron/services/status.ts';
import type { Caller } from '../../../electron/services/use-case.ts';
import { readVoteTally } from '../../../electron/services/votes/index.ts';
import { firstBrokenEntry } from '../../../shared/audit/entry.ts';
import { cheap, refusalOf, temporaryFolder, temporaryWorkspace, valueOf } from '../../support/workspace.ts';

const now = new Date('2017-04-05T01:00:00Z');

async function demonstration(folder: string): Promise<{ workspace: Workspace; caller: Caller }> {
  const workspace = valueOf(await createDemonstration(folder, now));
  onTestFinished(() => {
    closeWorkspace(workspace);
  });
  return { workspace, caller: { workspace, actor: localActor(), now: () => now } };
}

describe('the demonstration workspace', () => {
  it('shows a round on its last day: ten sheets in, one half done, one untouched, and votes of every kind', async () => {
    const { workspace, caller } = await demonstration(join(temporaryFolder(), '演示'));
    expect(workspace.kind).toBe('demonstration');
    const status = valueOf(readStatus(caller));
    expect(status.rulesLocked).toBe(true);
    expect(status.counts).toMatchObject({
      candidates: 50,
      experts: 12,
      sheetsSubmitted: 10,
      sheetsStarted: 1,
    });
    expect(status.counts.ballotRows).toBe(2000);
    const progress = valueOf(readProgress(caller));
    expect(progress.experts[10]).toMatchObject({ submittedAt: null, complete: 23, recused: 1 });
    expect(progress.experts[11]).toMatchObject({ submittedAt: null, complete: 0 });
    const { ballots } = valueOf(readVoteTally(caller));
    const rejected = Object.values(ballots.rejected).reduce((sum, count) => sum + count, 0);
    expect(ballots.accepted + rejected).toBe(2000);
    expect(ballots.accepted).toBeGreaterThan(1500);
    const shown = Object.entries(ballots.rejected).filter(([reason]) => reason !== 'already-recorded');
    for (const [reason, count] of shown) expect(count, reason).toBeGreaterThan(0);
    const screen = valueOf(readMerge(caller, { set: '' }));
    expect(screen.detail.ranking.filter(({ finalist }) => finalist === true)).toHaveLength(30);
    expect(screen.warnings).toEqual([
      '还有 2 位评审委员没有提交评分表：演示委员11、演示委员12。',
      '演示委员09的评分表已提交，但有 1 个项目没有评完。',
    ]);
    expect(firstBrokenEntry(readAudit(workspace.connection), sha256Text)).toBeNull();
  });

  it('is stamped 演示 in every made-up name and comment, and tells everybody how to sign in', async () => {
    const { workspace, caller } = await demonstration(join(temporaryFolder(), '演示'));
    for (const { name } of signInPeople(workspace)) expect(name).toMatch(/^演示/);
    for (const { name, organisation } of valueOf(listExperts(caller)).experts)
      expect(name + organisation).toMatch(/^演示.*演示/);
    const comments = workspace.connection
      .prepare('SELECT comment FROM score_comment')
      .pluck()
      .all() as string[];
    expect(comments.length).toBeGreaterThan(10);
    for (const comment of comments) expect(comment).toMatch(/^（演示）/);
    const accounts = demonstrationAccounts(workspace);
    expect(accounts.map(({ personId }) => personId)).toEqual(signInPeople(workspace).map(({ id }) => id));
    const [first] = accounts;
    const person = signInPeople(workspace)[0];
    if (first === undefined || person === undefined) throw new Error('nobody can sign in');
    const expert: Caller = {
      ...caller,
      actor: { kind: 'person', id: person.id, name: person.name, role: person.role },
    };
    valueOf(await changePassword(expert, { current: first.password, next: 'my own pin' }, cheap));
    expect(demonstrationAccounts(workspace).map(({ personId }) => personId)).not.toContain(person.id);
  });

  it('is the same every time', async () => {
    const folder = temporaryFolder();
    const [one, two] = [await demonstration(join(folder, '甲')), await demonstration(join(folder, '乙'))];
    expect(valueOf(mergeReport(two.caller, []))).toEqual(valueOf(mergeReport(one.caller, [])));
  });

  it('is not made twice, leaves nothing but itself, and keeps what lay in its folder', async () => {
    const folder = temporaryFolder();
    const place = join(folder, '演示');
    mkdirSync(join(place, 'exports'), { recursive: true });
    writeFileSync(join(place, 'exports', '旧.csv'), 'x');
    await demonstration(place);
    expect(refusalOf(await createDemonstration(place, now)).code).toBe('workspace-exists');
    expect(readdirSync(folder)).toEqual(['演示']);
    expect(existsSync(join(place, 'exports', '旧.csv'))).toBe(true);
    expect(readdirSync(join(place, 'spool')).filter((name) => name.endsWith('.csv'))).toEqual([]);
  });

  it('has no accounts to show in a real workspace', () => {
    expect(demonstrationAccounts(temporaryWorkspace().workspace)).toEqual([]);
  });

  it('has hashes that fit its passwords', async () => {
    for (const [password, hash] of demonstrationHashes) expect(await passwordFits(password, hash)).toBe(true);
  });
});

describe('seeded random numbers', () => {
  it('are the same for one seed, lie in their range and spread over it', () => {
    const numbers = Array.from({ length: 1000 }, seededRandom(1).next);
    expect(Array.from({ length: 1000 }, seededRandom(1).next)).toEqual(numbers);
    expect(Array.from({ length: 1000 }, seededRandom(2).next)).not.toEqual(numbers);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const dice = seededRandom(3);
    expect(new Set(Array.from({ length: 200 }, () => dice.whole(1, 6)))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});
