import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditEntryText,
  firstBrokenEntry,
  firstPreviousHash,
  type AuditEntry,
} from '../../../shared/audit/entry.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function chain(payloads: readonly unknown[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const [index, payload] of payloads.entries()) {
    const entry = {
      sequence: index + 1,
      at: '2017-03-22T00:00:00.000Z',
      actor: 'secretariat:1:张三',
      event: 'score-saved',
      payload,
      previousHash: entries.at(-1)?.hash ?? firstPreviousHash,
    };
    entries.push({ ...entry, hash: sha256(auditEntryText(entry)) });
  }
  return entries;
}

describe('the audit chain', () => {
  it('holds for an untouched log, the empty one included', () => {
    expect(firstBrokenEntry([], sha256)).toBeNull();
    expect(firstBrokenEntry(chain([{ mark: 1 }, { mark: 2 }, { mark: 3 }]), sha256)).toBeNull();
  });

  it('names the entry that somebody changed, removed, swapped or forged', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 3, maxLength: 12 }), fc.nat(), (marks, at) => {
        const entries = chain(marks.map((mark) => ({ mark })));
        const index = at % entries.length;
        const touched = entries[index];
        if (touched === undefined) throw new Error('no entry');

        const changed = entries.with(index, { ...touched, payload: { mark: 'another' } });
        expect(firstBrokenEntry(changed, sha256)).toBe(index + 1);

        const { hash: _, ...rest } = touched;
        const forged = { ...rest, actor: 'secretariat:2:李四' };
        const rehashed = entries.with(index, { ...forged, hash: sha256(auditEntryText(forged)) });
        const isLast = index === entries.length - 1;
        // A forged last entry is consistent in itself: only a copy of the log's head kept elsewhere can tell.
        expect(firstBrokenEntry(rehashed, sha256)).toBe(isLast ? null : index + 2);

        if (!isLast) expect(firstBrokenEntry(entries.toSpliced(index, 1), sha256)).toBe(index + 1);
      }),
    );
  });
});
