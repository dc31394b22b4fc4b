import type { Locator } from '@playwright/test';
import { expectNoSeriousFault } from './support/accessibility.ts';
import { candidateFiles, misnamed, notes, setFunnel } from './support/candidate-files.ts';
import { open, setUpWorkspace } from './support/person.ts';
import { votesCsv, writeSource } from './support/round-data.ts';
import { expect, test } from './support/station.ts';
import { candidates } from './support/vendor-votes.ts';

/** A platform exports a file for each candidate: chosen at once, they are one batch. */

/** Picks from a list by typing, as somebody without a mouse does. */
async function pick(list: Locator, typed: string): Promise<void> {
  await list.focus();
  await list.fill(typed);
  await list.press('Enter');
}

test('a file per candidate: chosen together, one corrected, one set aside, imported as one batch', async ({
  station,
}) => {
  const { page, dataFolder } = station;
  const files = candidateFiles();
  await setUpWorkspace(page);
  await open(page, '投票');
  await page
    .getByLabel('选择要导入的文件')
    .setInputFiles(files.map(({ name, content }) => writeSource(dataFolder, name, content)));
  const set = page.getByRole('article', { name: `${files.length} 个文件，每个文件一个候选项目` });
  await expect(set.getByText(/^这组文件还不能导入/)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
  await station.picture('vote-set-undecided');

  await set.getByRole('button', { name: '核对并确认' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `这 ${files.length} 个文件怎么读` });
  await expect(dialog.getByText(`已指定 ${misnamed.from} 个，还有 1 个没有指定。`)).toBeVisible();
  const confirm = dialog.getByRole('button', { name: '确认这份对应' });
  await expect(confirm).toBeDisabled();
  await pick(dialog.getByLabel(`“${notes}”对应的候选项目`), '不是选票');
  const wrong = files[misnamed.from - 1]?.name ?? '';
  await pick(dialog.getByLabel(`“${wrong}”对应的候选项目`), `${misnamed.to} 号`);
  await expect(dialog.getByText(`${files.length} 个都已指定。`)).toBeVisible();
  await expect(dialog.getByText('有 1 处没有读')).toBeVisible();
  await expect(confirm).toBeEnabled();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator(`[data-appearance="${colorScheme}"]`)).toHaveCount(1);
    await station.picture(`vote-set-mapping-${colorScheme}`);
    await expectNoSeriousFault(page, `the set’s mapping, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await confirm.press('Enter');
  await expect(dialog).toBeHidden();
  await set.getByText('各文件是哪个候选项目').click();
  await expect(set.getByText(`${wrong}：${misnamed.to} 号`)).toBeVisible();
  await station.picture('vote-set-decided');

  await page.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await expect(page.getByText('导入完成', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '撤回批次 1' })).toBeVisible();
  await expect(page.getByRole('button', { name: '撤回批次 2' })).toHaveCount(0);
  const { rows, accepted, tooFew } = setFunnel;
  await expect(
    page.getByText(`合计：有效 ${accepted} ＋ 不计票 ${tooFew} ＝ 读入 ${rows} ✓`).first(),
  ).toBeVisible();
  const votesOf = (candidate: number): Locator =>
    page
      .locator('.tally-table tr')
      .filter({
        has: page.getByRole('rowheader', { name: candidates[candidate - 1]?.title ?? '', exact: true }),
      })
      .locator('.figure')
      .last();
  await expect(votesOf(1)).toHaveText('3');
  await expect(votesOf(misnamed.to)).toHaveText('1');
  await expect(votesOf(misnamed.from)).toHaveText('0');
});

test('files that are no set stay apart; a person may put them together and part them again', async ({
  station,
}) => {
  const { page, dataFolder } = station;
  await setUpWorkspace(page);
  await open(page, '投票');
  const [first, second] = candidateFiles();
  if (first === undefined || second === undefined) throw new Error('two files are needed');
  const files = [
    writeSource(dataFolder, first.name, first.content),
    writeSource(dataFolder, '全部选票.csv', votesCsv()),
  ];
  await page.getByLabel('选择要导入的文件').setInputFiles(files);
  const whole = page.getByRole('article', { name: '全部选票.csv' });
  await expect(whole.getByText('表头完全认得，可以直接导入')).toBeVisible();
  await whole.getByRole('button', { name: '移除' }).click();
  await page.getByLabel('选择要导入的文件').setInputFiles(writeSource(dataFolder, '甲.csv', second.content));
  await expect(page.getByRole('article', { name: '甲.csv' })).toBeVisible();

  await page.getByRole('button', { name: '合成一组：每个文件一个候选项目' }).press('Enter');
  const set = page.getByRole('article', { name: '2 个文件，每个文件一个候选项目' });
  await set.getByRole('button', { name: '核对并确认' }).click();
  const dialog = page.getByRole('dialog');
  await pick(dialog.getByLabel('“甲.csv”对应的候选项目'), '7 号');
  const confirm = dialog.getByRole('button', { name: '确认这份对应' });
  await expect(confirm).toBeEnabled();
  await confirm.click();
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeEnabled();
  await set.getByRole('button', { name: '拆开' }).press('Enter');
  await expect(page.getByRole('article', { name: '甲.csv' })).toBeVisible();
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
});
