import type { Locator, Page } from '@playwright/test';

/** What a secretary does with a file of votes. */

export async function chooseVotes(page: Page, file: string): Promise<void> {
  await page.getByLabel('选择要导入的文件').setInputFiles(file);
}

/** Picks from a list by typing, as somebody without a mouse does. */
export async function pick(list: Locator, typed: string): Promise<void> {
  await list.focus();
  await list.fill(typed);
  await list.press('Enter');
}

export function importButton(page: Page): Locator {
  return page.getByRole('button', { name: '导入', exact: true });
}
