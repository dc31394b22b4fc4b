import type { Page } from '@playwright/test';
import { expect, test } from './support/station.ts';

/** No mouse in this file: whoever cannot or will not use one must get through a working day. */

/** Presses Tab until the focus is on what the pattern names; the focused thing must also be visible to the eye. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return '';
      const label =
        element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
      return element.getAttribute('aria-label') ?? label ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`the Tab key never reached ${String(name)}`);
}

/** The focus ring: an outline, or the border and shadow with which the controls draw it. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const drawn = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return false;
    const frame = element.closest('.ant-input-affix-wrapper') ?? element;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(frame);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  expect(drawn).toBe(true);
}

test('an expert signs in, marks, recuses and finds a project without a mouse', async ({ station }) => {
  const { page } = station;
  await tabTo(page, /打开演示工作区/);
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '请选择您的姓名' })).toBeVisible();

  // The untouched sheet is the last expert's.
  await tabTo(page, /演示委员12/);
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^(PIN|密码)$/)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('246810');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^已评完 0 \/ /)).toBeVisible();

  await tabTo(page, /^创新性/);
  await expectVisibleFocus(page);
  await page.keyboard.type('101');
  await page.keyboard.press('Enter');
  await expect(page.getByText('创新性没有 101 分。请填 0 到 100 的整数。')).toBeVisible();
  await expect(page.getByLabel('创新性')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  for (const mark of ['90', '80', '70', '60']) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(/^已评完 1 \/ /)).toBeVisible();
  await expect(page.getByLabel('创新性')).toBeFocused();
  await expect(page.getByLabel('创新性')).toHaveValue('');

  await page.keyboard.press('PageUp');
  await expect(page.getByLabel('创新性')).toHaveValue('90');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('示范性')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('创新性')).toBeFocused();

  await page.keyboard.press('/');
  await page.keyboard.type('菜场');
  await expect(page.getByRole('option', { name: /“菜场书屋”/ })).toBeVisible();
  await station.picture('keyboard-search');
});

test('a secretary reaches every step of the process without a mouse', async ({ station }) => {
  const { page } = station;
  await tabTo(page, /打开演示工作区/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '请选择您的姓名' })).toBeVisible();
  await tabTo(page, /演示秘书/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^(PIN|密码)$/)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('yanshi2017');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeFocused();
  for (const [link, heading] of [
    [/^申报/, '申报项目'],
    [/^候选/, '候选项目'],
    [/^投票/, '投票'],
    [/^评分/, '评分进度'],
    [/^合并/, '合并'],
    [/^导出/, '导出'],
  ] as const) {
    await page.evaluate(() => document.querySelector<HTMLElement>('.skip-link')?.focus());
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  }
});
