import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** `where` names the place in the message of a fault. */
export async function expectNoSeriousFault(page: Page, where: string): Promise<void> {
  // Legacy mode: the standard one opens a second page, which a program with one window does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(
    (violation) => violation.impact === 'serious' || violation.impact === 'critical',
  );
  expect(
    serious.map(
      ({ id, help, nodes }) =>
        `${where}: ${id} (${help}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
  ).toEqual([]);
}
