import { expect, type Page } from '@playwright/test';

/** What people do at this program, in their words; the specs read as a day in the meeting room. */

export const secretary = { name: '赵秘书', password: 'a-good-password' } as const;

/** Names the first secretary and leaves the page signed in on the overview. */
export async function setUpWorkspace(page: Page): Promise<void> {
  await page.getByLabel('姓名').fill(secretary.name);
  await page.getByLabel('密码', { exact: true }).fill(secretary.password);
  await page.getByLabel('再输一遍密码').fill(secretary.password);
  await page.getByRole('button', { name: '登记并开始' }).click();
  await page.getByLabel('我已抄录').check();
  await page.getByRole('button', { name: '进入工作站' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
}

export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByLabel(/^(PIN|密码)$/).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '请选择您的姓名' })).toBeVisible();
}

/** Opens a screen by the rail on the left. */
export async function open(page: Page, screen: string): Promise<void> {
  const links = page.getByRole('navigation', { name: '评审流程' }).getByRole('link');
  await links.filter({ has: page.getByText(screen, { exact: true }) }).click();
}

/** Imports a table from the screen that is open: chooses the file, sees the preview, confirms. */
export async function importTable(page: Page, button: string, file: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('选择要导入的文件').setInputFiles(file);
  await expect(dialog.getByText('现在还没有写入任何内容。')).toBeVisible();
  await dialog.getByRole('button', { name: /^导入这/ }).click();
  await expect(dialog.getByText('导入完成')).toBeVisible();
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
  await expect(dialog).toBeHidden();
}
