import { votesCsv, votesFunnel, writeSource } from './support/round-data.ts';
import { open, setUpWorkspace } from './support/person.ts';
import { expect, test } from './support/station.ts';

/** "Why does my ballot not count?", as the secretariat answers it from the record. */
test('every ballot that does not count says why, and which one counts instead', async ({ station }) => {
  const { page } = station;
  await setUpWorkspace(page);
  await open(page, '投票');
  await page
    .getByLabel('选择要导入的文件')
    .setInputFiles(writeSource(station.dataFolder, '微信投票.csv', votesCsv()));
  await expect(page.getByText('开头几行（账号只显示片段）')).toBeVisible();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText('导入完成').first()).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();

  await test.step('a step of the funnel opens its rows in the source', async () => {
    await page.getByRole('button', { name: '查看“当日重复投票”的 2 行' }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText('共 2 行')).toBeVisible();
    // The first of the pair stands in line 2, its repetition in line 48.
    const row = drawer.getByRole('row').filter({ has: page.getByRole('cell', { name: '48', exact: true }) });
    await expect(row).toContainText(
      '同一账号在 2017-03-23 已有一张有效票：批次 1“微信投票.csv”第 2 行（2017-03-23 08:00:00）。',
    );
    await expect(row).toContainText('微信投票.csv');
    await expect(drawer).not.toContainText('good-0');
    await station.picture('20-rows-of-a-step');
    await drawer.getByRole('button', { name: /关闭|Close/ }).click();
    await expect(drawer).toBeHidden();
  });

  await test.step('all of them go out with their reasons', async () => {
    const { name, content } = await station.download(() =>
      page.getByRole('button', { name: '导出不计票的选票，CSV' }).click(),
    );
    expect(name).toContain('不计票的选票');
    const lines = content.toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + votesFunnel.rows - votesFunnel.accepted);
    expect(lines[0]).toContain('批次,文件,工作表,行号,账号摘要,时间,选项,原因,说明');
    expect(content.toString('utf8')).not.toContain('good-0');
  });

  await test.step('a ballot is tried without being kept', async () => {
    await page.getByLabel('选票的一行').fill('good-0,2017-03-23 21:00:00,1;2;3;4;5;6;7;8;9;10');
    await page.getByRole('button', { name: '试一试' }).click();
    await expect(page.getByText('这个账号已有 2 行在计票中的批次里。')).toBeVisible();
    await expect(page.locator('.trial-result')).toContainText('当日重复投票');
    await page.getByLabel('选票的一行').fill('somebody,2017-03-23 21:00:00,1;2;3');
    await page.getByRole('button', { name: '试一试' }).click();
    await expect(page.getByText('选了 3 项，少于规定的 10 项。')).toBeVisible();
  });

  await test.step('the ballots of an account are found by pasting it', async () => {
    const field = page.getByLabel('账号', { exact: true });
    await field.fill('good-0');
    await page.getByRole('button', { name: '查找', exact: true }).click();
    await expect(page.getByText(/^摘要 [0-9a-f]{16}，共 2 行$/)).toBeVisible();
    await expect(field).toHaveValue('');
    await station.picture('21-ballots-of-an-account');
  });
});
