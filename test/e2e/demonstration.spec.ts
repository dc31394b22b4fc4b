import type { Page } from '@playwright/test';
import { expectNoSeriousFault } from './support/accessibility.ts';
import { open } from './support/person.ts';
import { expect, test } from './support/station.ts';

/** The demonstration is where every screen has something to show: the look and the accessibility are checked on it. */

async function openDemonstration(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开演示工作区' }).click();
  await expect(page.getByText('演示工作区：人员、评分和选票都是虚构的，结果不作任何依据')).toBeVisible();
}

async function enterAs(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** Only the regions inside the frame scroll; the page itself never does, in neither direction. */
async function expectPageNotToScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { sideways: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });
  expect(overflow).toEqual({ sideways: 0, down: 0 });
}

const secretariatScreens = [
  '概览',
  '申报',
  '候选',
  '投票',
  '评分',
  '合并',
  '导出',
  '评审委员',
  '规则',
  '人员',
] as const;

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen is readable and accessible, ${scheme}`, async ({ station }) => {
    test.setTimeout(240_000);
    const { page } = station;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expectNoSeriousFault(page, '首次启动');
    await openDemonstration(page);
    await expectNoSeriousFault(page, '登录');
    await enterAs(page, /演示秘书/);
    for (const screen of secretariatScreens) {
      await open(page, screen);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('正在读取……')).toHaveCount(0);
      for (const size of sizes) {
        await station.resize(size.width, size.height);
        await expectPageNotToScroll(page);
        await station.picture(`${scheme}-${size.width}-${screen}`);
      }
      await expectNoSeriousFault(page, screen);
    }
    await page.getByRole('button', { name: '退出登录' }).click();
    await enterAs(page, /演示委员01/);
    await expect(page.getByText(/已评完 \d+ \/ \d+/).first()).toBeVisible();
    for (const size of sizes) {
      await station.resize(size.width, size.height);
      await expectPageNotToScroll(page);
      await station.picture(`${scheme}-${size.width}-评分表`);
    }
    await expectNoSeriousFault(page, '评分表');
  });
}

test('the demonstration is stamped on the screen and in what it exports', async ({ station }) => {
  const { page } = station;
  await openDemonstration(page);
  await enterAs(page, /演示秘书/);
  await open(page, '导出');
  const { name, content } = await station.download(async () => {
    await page.getByRole('button', { name: '下载 CSV' }).click();
  });
  expect(name).toContain('演示');
  expect(content.toString('utf8')).toContain('演示数据，不得用于正式评选');
});

test('an observer sees what the secretariat sees and can change none of it', async ({ station }) => {
  const { page } = station;
  await openDemonstration(page);
  await enterAs(page, /演示监督/);
  await open(page, '合并');
  await expect(page.getByText('入围线').first()).toBeVisible();
  await open(page, '投票');
  await expect(page.getByText(/^合计：有效/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^撤回批次/ })).toHaveCount(0);
  await open(page, '评审委员');
  await expect(page.getByRole('button', { name: /发 PIN/ })).toHaveCount(0);
});
