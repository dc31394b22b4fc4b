import { describe, expect, it } from 'vitest';
import { PageBuilder } from '../../../electron/services/votes/reading/page-builder.ts';
import { RecentPages } from '../../../electron/services/votes/work/recent-pages.ts';
import type { PackedPage } from '../../../electron/database/packed-page.ts';

function pageOf(line: number, used: ArrayBuffer | null = null): PackedPage {
  const builder = new PageBuilder();
  const choices = [line, 200, 3];
  const hashes = { accountLow: line, accountHigh: 2 * line, ip: { low: 3 * line, high: 0 } };
  builder.add({ source: 2, line, ...hashes, instant: 1000 * line, verdictCode: 0, choices, texts: null });
  return builder.take(used);
}

describe('pages that were written just now', () => {
  it('are kept as they were, when the memory they lay in is used for others', () => {
    const recent = new RecentPages(1000);
    const first = pageOf(7);
    recent.add(1, first);
    const second = pageOf(9, first.accounts.buffer as ArrayBuffer);
    expect(second.accounts.buffer).toBe(first.accounts.buffer);
    recent.add(1, second);
    expect(recent.get(1, 0)).toEqual(pageOf(7));
    expect(recent.get(1, 1)).toEqual(pageOf(9));
    expect(recent.get(2, 0)).toBeUndefined();
  });

  it('are not kept where the files are too large for it', () => {
    const recent = new RecentPages(1_000_000_000);
    recent.add(1, pageOf(7));
    expect(recent.get(1, 0)).toBeUndefined();
  });
});
