import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectNoSeriousFault } from './support/accessibility.ts';
import { open, secretary, setUpWorkspace, signIn, signOut } from './support/person.ts';
import { test } from './support/station.ts';

const observer = { name: '李监督', password: 'another-good-one' } as const;

/** The command line on the same folder, while the window is open. */
function commandLine(dataFolder: string, ...words: readonly string[]): unknown {
  const main = join(import.meta.dirname, '../../electron/cli/main.ts');
  const { stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, '--data', dataFolder, '--json', ...words],
    { encoding: 'utf8' },
  );
  return JSON.parse(stdout) as unknown;
}

const choicesFrom = (first: number): string =>
  Array.from({ length: 12 }, (_, each) => ((first + each * (1 + (first % 3))) % 50) + 1).join(';');

/** Six hours of four ballots a minute, and within one minute 120 accounts that choose the same twelve. */
function votesCsv(): string {
  const people = Array.from({ length: 6 * 60 * 4 }, (_, each) => {
    const time = new Date(Date.UTC(2017, 2, 24, 8) + each * 15_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ');
    return `person-${each},${time},${choicesFrom(each % 47)}`;
  });
  const crowd = Array.from(
    { length: 120 },
    (_, each) =>
      `crowd-${each},2017-03-24 11:20:${String(each % 60).padStart(2, '0')},2;5;8;13;17;21;26;30;34;39;41;49`,
  );
  return ['account,time,choices', ...people, ...crowd, ''].join('\n');
}

async function confirmByObserver(page: Page, minute: string, act: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('会议记录').fill(minute);
  await dialog.getByLabel('确认人', { exact: true }).click();
  await page.getByText(`${observer.name}（监督员）`).click();
  await dialog.getByLabel('确认人的密码').fill(observer.password);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('somebody says the votes were rigged: the evidence, an exclusion by two people, and back', async ({
  station,
}) => {
  test.setTimeout(180_000);
  const { page, dataFolder } = station;
  await setUpWorkspace(page);
  const added = commandLine(dataFolder, 'people', 'add', observer.name, '--role', 'observer') as {
    temporaryPassword: string;
  };
  const votes = join(dataFolder, 'votes.csv');
  writeFileSync(votes, votesCsv());
  commandLine(dataFolder, 'votes', 'import', votes);
  const accepted = (): number =>
    (commandLine(dataFolder, 'votes', 'tally') as { ballots: { accepted: number } }).ballots.accepted;
  const before = accepted();

  await test.step('the observer sets an own password and sees the evidence, but nothing to press', async () => {
    await signOut(page);
    await signIn(page, observer.name, added.temporaryPassword);
    await page.getByLabel('临时密码').fill(added.temporaryPassword);
    await page.getByLabel(/^新密码/).fill(observer.password);
    await page.getByLabel('再输一遍').fill(observer.password);
    await page.getByRole('button', { name: '保存并继续' }).click();
    await open(page, '投票');
    await page.getByRole('button', { name: '查找异常' }).click();
    await expect(page.getByText(/^120 个账号投出 120 张选项完全相同的票/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^剔除：/ })).toHaveCount(0);
    await signOut(page);
  });

  await test.step('the secretary finds the burst and excludes it with the observer', async () => {
    await signIn(page, secretary.name, secretary.password);
    await open(page, '投票');
    await expect(page.getByRole('img', { name: /^每日选票/ })).toBeVisible();
    await page.getByRole('button', { name: '查找异常' }).click();
    const burst = page.getByRole('article', { name: /^2017-03-24 11:20（1 分钟）投出 124 张票/ });
    await burst.scrollIntoViewIfNeeded();
    await station.picture('30-suspicious-votes');
    await expectNoSeriousFault(page, '异常提示');
    await burst.getByRole('button', { name: /^剔除：/ }).click();
    await station.picture('31-exclusion');
    await expectNoSeriousFault(page, '剔除');
    await confirmByObserver(page, '3月31日评审会决定剔除', '剔除');
    await expect(burst.getByText('已剔除', { exact: true })).toBeVisible();
    await expect(page.getByText('会议记录：3月31日评审会决定剔除')).toBeVisible();
    expect(accepted()).toBe(before - 124);
    expect(commandLine(dataFolder, 'merge')).toMatchObject({ exclusions: { exclusions: 1, ballots: 124 } });
    expect(commandLine(dataFolder, 'verify')).toMatchObject({ verified: true });
  });

  await test.step('and restores it the same way; the exclusion stays on the list', async () => {
    await page.getByRole('button', { name: '恢复第 1 次剔除的选票' }).click();
    await confirmByObserver(page, '核实为单位组织投票', '恢复计票');
    await expect(page.getByText('会议记录：核实为单位组织投票')).toBeVisible();
    expect(accepted()).toBe(before);
    expect(commandLine(dataFolder, 'verify')).toMatchObject({ verified: true });
    await station.picture('32-exclusion-lifted');
  });
});
