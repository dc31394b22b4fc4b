import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { open, setUpWorkspace } from './support/person.ts';
import { writeSource } from './support/round-data.ts';
import { expect, test } from './support/station.ts';

/** A file of totals, read by the wrong column: put right without a trace lost. */

/** 序号 only counts the rows; taken for the candidates it gives 500 votes to candidate 1. */
const totals = '序号,候选编号,得票数\n1,3,500\n2,1,20\n';

/** Says which column names the candidates, and imports. */
async function importBy(page: Page, file: string, column: string, end = '导入完成'): Promise<void> {
  await page.getByLabel('选择要导入的文件').setInputFiles(file);
  const article = page.getByRole('article', { name: '票数.csv' });
  await article.getByRole('button', { name: '核对并确认' }).click();
  const dialog = page.getByRole('dialog');
  const candidates = dialog.getByLabel('“候选项目”所在的列');
  await candidates.focus();
  await candidates.fill(column);
  await candidates.press('Enter');
  const confirm = dialog.getByRole('button', { name: '确认这份对应' });
  await expect(confirm).toBeEnabled();
  await expect(dialog.getByRole('region', { name: /^按这份对应读出的票数：2 个项目，合计 / })).toBeVisible();
  await confirm.click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText(end, { exact: true })).toBeVisible();
}

test('totals read by the wrong column are removed with a reason, and their file is read anew', async ({
  station,
}) => {
  const { page, dataFolder } = station;
  await setUpWorkspace(page);
  await open(page, '投票');
  const file = writeSource(dataFolder, '票数.csv', totals);
  await importBy(page, file, '序号');
  await expect(page.getByText('已保存，还没有计入', { exact: true })).toBeVisible();
  const section = page.getByRole('region', { name: '只有票数合计的文件' });
  await section.getByText('2 个项目的票数').click();
  await expect(section.getByText(/^1 号 .*：500 票$/)).toBeVisible();

  // The same file read in another way is not taken while the first reading is kept, and the page says what to do.
  await page.getByRole('button', { name: '知道了' }).click();
  await importBy(page, file, '候选编号', '这些文件以前都导入过，没有增加任何内容');
  await expect(page.getByText(/移除原来的那一份，再重新导入/)).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();

  await section.getByRole('button', { name: '移除第 1 份“票数.csv”' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('移除的原因')).toBeFocused();
  const act = dialog.getByRole('button', { name: '移除这些票数' });
  await act.click();
  await expect(dialog.getByText('请写明移除的原因。')).toBeVisible();
  await dialog.getByLabel('移除的原因').fill('把“序号”列当成了候选编号');
  await station.picture('vote-totals-removing');
  await act.click();
  await expect(dialog).toBeHidden();
  await expect(section.getByText(/移除：把“序号”列当成了候选编号$/)).toBeVisible();
  await expect(section.getByRole('button')).toHaveCount(0);

  await importBy(page, file, '候选编号');
  await expect(page.getByText('已保存，还没有计入', { exact: true })).toBeVisible();
  const anew = section.getByRole('row').filter({ has: page.getByText('未计入', { exact: true }) });
  await anew.getByText('2 个项目的票数').click();
  await expect(anew.getByText(/^3 号 .*：500 票$/)).toBeVisible();
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await station.resize(width, height);
    await station.picture(`vote-totals-removed-${width}`);
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  // While only totals are there that do not count, the overview asks for the decision and not for ballots.
  await open(page, '概览');
  await expect(page.getByRole('link', { name: /请评审会决定票数合计是否计入/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /导入公众投票/ })).toHaveCount(0);
});
