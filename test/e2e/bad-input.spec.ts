import { setUpWorkspace, open } from './support/person.ts';
import { writeSource } from './support/round-data.ts';
import { expect, test } from './support/station.ts';

/** Wrong files get a sentence that says what is wrong and what to do, and change nothing. */
test.describe('a wrong file', () => {
  test('changes nothing and says why', async ({ station }) => {
    const { page, dataFolder } = station;
    await setUpWorkspace(page);
    await open(page, '评审委员');
    await page.getByRole('button', { name: '导入表格' }).first().click();
    const dialog = page.getByRole('dialog');
    const choose = (name: string, content: string | Buffer): Promise<void> =>
      dialog.getByLabel('选择要导入的文件').setInputFiles(writeSource(dataFolder, name, content));

    await choose('空.csv', '');
    await expect(dialog.getByText('文件“空.csv”是空的，没有可导入的内容。')).toBeVisible();

    await choose('错列.csv', '甲,乙\r\n1,2\r\n');
    await expect(dialog.getByText(/文件“错列.csv”缺少列：/)).toBeVisible();

    await choose('图片.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    await expect(dialog.getByText(/认不出文件“图片.xlsx”的格式/)).toBeVisible();

    await choose('重名.csv', '评审委员\r\n李明\r\n李明\r\n');
    await expect(dialog.getByText(/有 \d+ 处问题，请在表格里改正后重新选择文件/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^导入这/ })).toHaveCount(0);
    await station.picture('bad-table');
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(page.getByText('还没有评审委员').first()).toBeVisible();

    await open(page, '投票');
    await page
      .getByLabel('选择要导入的文件')
      .setInputFiles(writeSource(dataFolder, '不是选票.csv', '姓名,电话\r\n张三,1\r\n'));
    await expect(page.getByText(/“不是选票.csv”不像选票文件/)).toBeVisible();
    await station.picture('bad-votes');
  });
});
