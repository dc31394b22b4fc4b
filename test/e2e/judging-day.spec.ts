import { openXlsx } from 'hucre';
import { deskExpert, experts, scoresCsv, votesCsv, votesFunnel, writeSource } from './support/round-data.ts';
import { importTable, open, secretary, setUpWorkspace, signIn, signOut } from './support/person.ts';
import { expect, test } from './support/station.ts';

/** From the first start to the workbook, as the secretariat and an expert live it. */
test('a whole judging day', async ({ station }) => {
  const { page } = station;

  await test.step('the first start names a secretary and shows the 2017 round', async () => {
    await expect(page.getByText('第三届上海社会建设十大创新项目评选').first()).toBeVisible();
    await station.picture('01-first-start');
    await setUpWorkspace(page);
    await station.picture('02-overview');
    await open(page, '申报');
    await expect(page.getByText('已登记 50 / 117 项，还缺 67 项')).toBeVisible();
    await station.picture('03-applications');
  });

  await test.step('the experts come from a table; one gets a temporary PIN', async () => {
    await open(page, '评审委员');
    const table = `评审委员,单位\r\n${experts.map((name) => `${name},测试单位`).join('\r\n')}\r\n`;
    await importTable(page, '导入表格', writeSource(station.dataFolder, '评审委员.csv', table));
    for (const name of experts) await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
    await station.picture('04-experts');
  });

  const pin = await test.step('the PIN is shown once', async () => {
    await page.getByRole('button', { name: `发 PIN：${deskExpert}` }).click();
    await page.getByRole('button', { name: '生成 PIN' }).click();
    const shown = await page
      .getByRole('dialog')
      .getByText(/^\d{3}\s?\d{3}$/)
      .textContent();
    await station.picture('05-pin');
    await page.getByRole('button', { name: '已交给本人，关闭' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    return (shown ?? '').replaceAll(/\s/g, '');
  });

  await test.step('five sheets on paper are imported', async () => {
    await open(page, '评分');
    await importTable(page, '导入纸质评分', writeSource(station.dataFolder, '纸质评分.csv', scoresCsv()));
    await expect(page.getByText('5 / 6 位委员已提交评分表')).toBeVisible();
    await station.picture('06-progress');
  });

  await test.step('the votes: a trial run writes nothing, the import adds up, the same file adds nothing', async () => {
    const votes = writeSource(station.dataFolder, '微信投票.csv', votesCsv());
    await open(page, '投票');
    await page.getByLabel('选择要导入的文件').setInputFiles(votes);
    await expect(page.getByText('开头几行（账号只显示片段）')).toBeVisible();
    await station.picture('07-votes-preview');
    await page.getByRole('button', { name: '试算' }).click();
    await expect(page.getByText('试算完成，没有写入任何内容').first()).toBeVisible();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByText('导入完成').first()).toBeVisible();
    const { accepted, rows } = votesFunnel;
    await expect(
      page.getByText(`合计：有效 ${accepted} ＋ 不计票 ${rows - accepted} ＝ 读入 ${rows} ✓`).first(),
    ).toBeVisible();
    for (const [reason, count] of Object.entries(votesFunnel.rejected)) {
      await expect(page.getByRole('button', { name: `查看“${reason}”的 ${count} 行` }).first()).toBeVisible();
    }
    await page.getByRole('button', { name: '知道了' }).click();
    await station.picture('08-votes-funnel');

    await page.getByLabel('选择要导入的文件').setInputFiles(votes);
    await expect(
      page.getByText('内容与批次 1 完全相同，已经在计票。再导入一次不会增加任何选票。'),
    ).toBeVisible();
    await page.getByRole('button', { name: '移除 微信投票.csv' }).click();
  });

  await test.step('an expert marks by keyboard; what was said to be saved survives a power cut', async () => {
    await signOut(page);
    await signIn(page, deskExpert, pin);
    await page.getByLabel('临时 PIN').fill(pin);
    await page.getByLabel(/^新 PIN/).fill('246813');
    await page.getByLabel('再输一遍').fill('246813');
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page.getByText('已评完 0 / 50')).toBeVisible();

    await page.getByLabel('创新性').focus();
    for (const mark of ['91', '88', '85', '80']) {
      await page.keyboard.type(mark);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('已评完 1 / 50')).toBeVisible();
    await expect(page.getByText(/^已保存 \d{2}:\d{2}:\d{2}/).first()).toBeVisible();
    await station.picture('09-expert');

    const again = await station.restart();
    await signIn(again, deskExpert, '246813');
    await expect(again.getByText('已评完 1 / 50')).toBeVisible();
    await again.getByRole('option', { name: /上海市网上信访大厅建设/ }).click();
    await expect(again.getByLabel('创新性')).toHaveValue('91');
    await expect(again.getByLabel('认同度')).toHaveValue('80');
  });

  const day = station.page;
  await test.step('submitting says what is missing; afterwards nothing can be changed', async () => {
    await day.getByRole('button', { name: '提交评分表' }).click();
    const dialog = day.getByRole('dialog');
    await expect(dialog.getByText('没有评完', { exact: true })).toBeVisible();
    await expect(dialog.getByRole('button', { name: '确认提交' })).toBeDisabled();
    await dialog.getByLabel(/^缺项按未评处理/).check();
    await station.picture('10-submit');
    await dialog.getByRole('button', { name: '确认提交' }).click();
    await expect(day.getByText(/^评分表已于 .* 提交/)).toBeVisible();
    await expect(day.getByLabel('创新性')).not.toBeEditable();
    await signOut(day);
  });

  await test.step('the merge shows thirty finalists, the cut line and every figure', async () => {
    await signIn(day, secretary.name, secretary.password);
    await open(day, '合并');
    await expect(day.getByText('入围线').first()).toBeVisible();
    const first = day.getByRole('row', { name: /上海市网上信访大厅建设/ });
    // Candidate 1: five totals of 99 and one of 86; highest and lowest dropped leaves 99. Ten of the forty ballots chose it,
    // as many as the most chosen, so 100 on the public side; half and half: 99.5.
    await expect(first.getByText('99.5').first()).toBeVisible();
    await station.picture('11-merge');
  });

  await test.step('the workbook holds real numbers and the thirty', async () => {
    await open(day, '导出');
    await station.picture('12-export');
    const { name, content } = await station.download(async () => {
      await day.getByRole('button', { name: '下载 XLSX' }).first().click();
    });
    expect(name).toMatch(/\.xlsx$/);
    const workbook = await openXlsx(content);
    const names = workbook.sheets.map((sheet) => sheet.name);
    expect(names).toEqual(['排名', '评分矩阵', '选票', '规则']);
    const ranking = workbook.sheets[0]?.rows ?? [];
    const header = ranking.findIndex((row) => row.includes('项目名称'));
    const column = ranking[header]?.indexOf('入围') ?? -1;
    expect(ranking.slice(header + 1).filter((row) => row[column] === '是')).toHaveLength(30);
  });
});
