import { gb18030 } from '../cases/votes/writing.ts';
import { expectNoSeriousFault } from './support/accessibility.ts';
import { open, setUpWorkspace } from './support/person.ts';
import { votesCsv, votesFunnel, writeSource } from './support/round-data.ts';
import { expect, test } from './support/station.ts';
import { accountColumn, manyVotesCsv, reworded, vendorCsv, vendorFunnel } from './support/vendor-votes.ts';
import { chooseVotes, importButton, pick } from './support/vote-import.ts';

/** Whatever the platform's vendor sends: looked at, corrected, imported, and asked about afterwards. */

test('a vendor’s file in GBK is corrected by hand, imported, and its rejected rows are opened', async ({
  station,
}) => {
  const { page, dataFolder } = station;
  await setUpWorkspace(page);
  await open(page, '投票');
  await chooseVotes(page, writeSource(dataFolder, '问卷星导出.csv', Buffer.from(gb18030(vendorCsv()))));
  const file = page.getByRole('article', { name: '问卷星导出.csv' });
  await expect(file.getByText('国标（GB18030）')).toBeVisible();

  // What is not certain cannot be imported, and the sentence says what to do.
  await expect(file.getByText(/^这份文件还不能导入/)).toBeVisible();
  await expect(importButton(page)).toBeDisabled();
  await station.picture('vote-file-undecided');

  await file.getByRole('button', { name: '核对并确认' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: '确认这份对应' });
  await expect(dialog.getByText('请核对')).toBeVisible();
  await expect(confirm).toBeDisabled();
  const raw = '原始字节与解码后的文字';
  await dialog.getByText(raw).click();
  await expect(dialog.getByRole('region', { name: raw }).getByText(/提交答卷时间/)).toBeVisible();
  await station.picture('vote-mapping-raw');
  await dialog.getByText(raw).click();
  await pick(dialog.getByLabel('“账号”所在的列'), accountColumn);
  const tried = dialog.getByRole('region', { name: '按这份对应读出的开头几行' });
  await expect(tried.getByText('项目不存在').first()).toBeVisible();
  await station.picture('vote-mapping-account');

  // The platform's own wording is matched with a candidate by the person, not by the program.
  await pick(dialog.getByLabel(`“${reworded.text}”对应的候选项目`), `${reworded.candidate} 号`);
  await dialog.getByRole('button', { name: `确认“${reworded.text}”的对应` }).press('Enter');
  await expect(dialog.getByText('已确认 ✓')).toBeVisible();
  await expect(tried.getByText('✓ 有效').first()).toBeVisible();
  await expect(tried.getByText('项目不存在')).toHaveCount(0);
  await expect(confirm).toBeEnabled();
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await station.resize(width, height);
    await station.picture(`vote-mapping-${width}`);
  }
  await expectNoSeriousFault(page, '选票对应');
  const kept = await station.download(() => dialog.getByRole('button', { name: '存为文件' }).click());
  expect(kept.name).toMatch(/^选票对应-.*\.json$/);
  expect(JSON.parse(kept.content.toString('utf8'))).toMatchObject({
    format: 'judging-workstation/vote-mapping',
    choices: { correspondence: [{ text: reworded.text, candidate: reworded.candidate }] },
  });
  await confirm.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(file.getByText(/^已按您确认的对应/)).toBeVisible();
  await station.picture('vote-file-decided');

  await importButton(page).press('Enter');
  await expect(page.getByText('导入完成', { exact: true })).toBeVisible();
  const { rows, accepted, tooFew } = vendorFunnel;
  await expect(
    page.getByText(`合计：有效 ${accepted} ＋ 不计票 ${tooFew} ＝ 读入 ${rows} ✓`).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: `查看“少选”的 ${tooFew} 行` }).press('Enter');
  await expect(page.getByText(`共 ${tooFew} 行`)).toBeVisible();
  await station.picture('vote-rejected-rows');
  await page.keyboard.press('Escape');

  // The kept mapping reads next week's export without another question.
  await chooseVotes(
    page,
    writeSource(
      dataFolder,
      '下周.csv',
      Buffer.from(gb18030(vendorCsv().replaceAll('2017/3/23', '2017/3/24'))),
    ),
  );
  const next = page.getByRole('article', { name: '下周.csv' });
  await next.getByRole('button', { name: '核对并确认' }).click();
  await dialog
    .getByLabel('选择对应文件')
    .setInputFiles(writeSource(dataFolder, '坏.json', '{"format":"something else"}'));
  await expect(dialog.getByText(/^“坏.json”不是能用的对应文件/)).toBeVisible();
  await dialog.getByLabel('选择对应文件').setInputFiles(writeSource(dataFolder, '对应.json', kept.content));
  await expect(confirm).toBeEnabled();
  await confirm.click();
  await expect(next.getByText(/^已按您确认的对应/)).toBeVisible();
  await expect(importButton(page)).toBeEnabled();
});

test('an import shows how far it is, and a cancelled one leaves nothing', async ({ station }) => {
  test.setTimeout(180_000);
  const { page, dataFolder } = station;
  await setUpWorkspace(page);
  await open(page, '投票');
  await chooseVotes(page, writeSource(dataFolder, '很多选票.csv', manyVotesCsv(400_000)));
  const start = importButton(page);
  await expect(start).toBeEnabled({ timeout: 30_000 });
  await start.click();
  await expect(page.getByText('正在导入')).toBeVisible();
  // The funnel fills while rows are read.
  await expect(page.getByText(/^已读 [1-9][\d,]* 行$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^有效 [1-9]/ })).toBeVisible();
  await station.picture('vote-import-running');
  await page.getByRole('button', { name: '取消导入' }).press('Enter');
  await expect(page.getByText('已取消，没有留下任何改动')).toBeVisible();
  await expect(page.getByRole('heading', { name: '还没有选票' })).toBeVisible();

  // What is imported next is the first batch there ever was, and its figures are its own.
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByRole('button', { name: '移除 很多选票.csv' }).click();
  await chooseVotes(page, writeSource(dataFolder, '选票.csv', votesCsv()));
  await expect(start).toBeEnabled();
  await start.click();
  await expect(page.getByText('导入完成', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '撤回批次 1' })).toBeVisible();
  const rejected = votesFunnel.rows - votesFunnel.accepted;
  await expect(
    page
      .getByText(`合计：有效 ${votesFunnel.accepted} ＋ 不计票 ${rejected} ＝ 读入 ${votesFunnel.rows} ✓`)
      .first(),
  ).toBeVisible();
});
