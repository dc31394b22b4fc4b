import { expectNoSeriousFault } from './support/accessibility.ts';
import { open, setUpWorkspace } from './support/person.ts';
import { writeSource } from './support/round-data.ts';
import { expect, test } from './support/station.ts';
import {
  optionColumnsCsv,
  optionsFunnel,
  overlap,
  overlappingCsv,
  reworded,
  rewordedHeader,
} from './support/vendor-votes.ts';
import { chooseVotes, importButton, pick } from './support/vote-import.ts';

/** What only a person can say of a file: that minutes are known seconds, and which project a column means. */

test('a file to the minute adds nothing to the same ballots known to the second, once that is confirmed', async ({
  station,
}) => {
  const { page, dataFolder } = station;
  await setUpWorkspace(page);
  await open(page, '投票');
  await chooseVotes(page, writeSource(dataFolder, '秒.csv', overlappingCsv('second')));
  const isSame = page.getByRole('checkbox', { name: '只写到分钟的时间，可以当作与精确到秒的同一时间' });
  await expect(importButton(page)).toBeEnabled();
  // A file of seconds asks no such thing.
  await expect(isSame).toHaveCount(0);
  await importButton(page).click();
  await expect(page.getByText('导入完成', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();

  await chooseVotes(page, writeSource(dataFolder, '分.csv', overlappingCsv('minute')));
  await expect(importButton(page)).toBeEnabled();
  await expect(isSame).not.toBeChecked();
  await isSame.press('Space');
  await expect(isSame).toBeChecked();
  await station.picture('vote-minutes-confirmed');
  await expectNoSeriousFault(page, '时间只到分钟的文件');
  await importButton(page).press('Enter');
  await expect(page.getByText('导入完成', { exact: true })).toBeVisible();

  // Of the file, and of everything together.
  const { toTheSecond, toTheMinute } = overlap;
  const result = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '分.csv' }) });
  await expect(result.getByRole('row', { name: `已登记过 ${toTheSecond}` })).toBeVisible();
  await expect(result.getByText(sumLine(toTheMinute - toTheSecond, toTheSecond))).toBeVisible();
  await expect(page.getByText(sumLine(toTheMinute, toTheSecond))).toBeVisible();
  await page.getByRole('button', { name: `查看“已登记过”的 ${toTheSecond} 行` }).press('Enter');
  const rows = page.getByRole('dialog').getByRole('row').filter({ hasText: '分.csv' });
  await expect(rows).toHaveCount(toTheSecond);
  await expect(rows.first()).toContainText('2017-03-23 08:01');
  await expect(rows.first()).toContainText('与批次 1“秒.csv”第 2 行');
  await station.picture('vote-minutes-already-recorded');
});

test('a column of 0 and 1 whose project the program does not know is given one by hand, and counts', async ({
  station,
}) => {
  const { page, dataFolder } = station;
  await setUpWorkspace(page);
  await open(page, '投票');
  await chooseVotes(page, writeSource(dataFolder, '按序号.csv', optionColumnsCsv()));
  const file = page.getByRole('article', { name: '按序号.csv' });
  await expect(importButton(page)).toBeDisabled();
  await file.getByRole('button', { name: '核对并确认' }).press('Enter');

  const dialog = page.getByRole('dialog');
  const tried = dialog.getByRole('region', { name: '按这份对应读出的开头几行' });
  await expect(tried.getByText('项目不存在').first()).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '填 1' })).toBeChecked();
  const column = dialog.getByLabel(`“${rewordedHeader}”对应的候选项目`);
  await column.scrollIntoViewIfNeeded();
  await station.picture('vote-option-column-unknown');
  await pick(column, `${reworded.candidate} 号`);
  await expect(tried.getByText('✓ 有效').first()).toBeVisible();
  await expect(tried.getByText('项目不存在')).toHaveCount(0);
  await station.picture('vote-option-column-corrected');
  await expectNoSeriousFault(page, '选项列的对应');
  await dialog.getByRole('button', { name: '确认这份对应' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(file.getByText(/^已按您确认的对应/)).toBeVisible();

  await importButton(page).press('Enter');
  await expect(page.getByText('导入完成', { exact: true })).toBeVisible();
  const { rows, accepted } = optionsFunnel;
  await expect(page.getByText(sumLine(accepted, rows - accepted)).first()).toBeVisible();
  // Everybody chose it, so it leads by what was said of its column.
  const tally = page.getByRole('region', { name: '各项目得票' });
  await expect(tally.getByRole('row').nth(1)).toContainText('健康自我管理小组');
  await expect(
    tally.getByRole('row', { name: new RegExp(`^1 ${reworded.candidate} .*${accepted} `) }),
  ).toBeVisible();
});

function sumLine(accepted: number, rejected: number): string {
  return `合计：有效 ${accepted} ＋ 不计票 ${rejected} ＝ 读入 ${accepted + rejected} ✓`;
}
