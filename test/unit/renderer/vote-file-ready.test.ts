import { expect, it } from 'vitest';
import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import type { VotePreview } from '../../../shared/contract/vote-preview.ts';
import {
  isRead,
  isReadyToImport,
  namesMinutesOnly,
  type ChosenVotes,
} from '../../../renderer/state/chosen-votes.ts';

const mapping: VoteMapping = {
  format: 'judging-workstation/vote-mapping',
  version: 1,
  name: '平台甲',
  layout: {
    kind: 'ballot-list',
    account: { header: 'openid' },
    time: { header: '时间' },
    ip: null,
    choices: { header: '选项' },
  },
  time: { zone: null, numbers: null, dayOrder: null },
  choices: { separator: null, correspondence: [] },
};

const certain: VotePreview = {
  file: '选票.csv',
  bytes: 100,
  sha256: 'ab',
  alreadyImported: null,
  encoding: 'utf-8',
  container: 'csv',
  rawSample: [],
  sources: [{ file: '选票.csv', sheet: null }],
  tables: [{ file: '选票.csv', sheet: null }],
  skipped: [],
  headerRow: 1,
  columns: [],
  proposals: [],
  mapping,
  isCertain: true,
  fault: null,
  sample: [],
  unmatched: [],
  rowsLookedAt: 0,
  totals: null,
};

const fileWith = (preview: VotePreview | null, confirmed: VoteMapping | null = null): ChosenVotes => ({
  id: 'u',
  uploads: [{ upload: 'u', name: '选票.csv', bytes: 100, sha256: 'ab' }],
  preview,
  failure: null,
  mapping: confirmed,
});

it('takes what is broken or still being read for no part of a set', () => {
  const broken = { code: 'spreadsheet-damaged', message: '已损坏', details: {} };
  expect(isRead(fileWith(certain))).toBe(true);
  expect(isRead(fileWith(null))).toBe(false);
  expect(isRead({ ...fileWith(null), failure: broken })).toBe(false);
});

it('imports without asking only what is certain', () => {
  expect(isReadyToImport(fileWith(null))).toBe(false);
  expect(isReadyToImport(fileWith(certain))).toBe(true);
  expect(isReadyToImport(fileWith({ ...certain, isCertain: false }))).toBe(false);
  expect(isReadyToImport(fileWith({ ...certain, isCertain: false }, mapping))).toBe(true);
});

it('imports nothing by a mapping that does not fit, whoever confirmed it', () => {
  const fault = '文件里没有这一列';
  expect(isReadyToImport(fileWith({ ...certain, fault }, mapping))).toBe(false);
});

it('asks about minutes only where a time names no seconds', () => {
  const row = { source: 0, row: 2, account: 'a', time: '', choices: '1', ip: null, verdict: 'good' };
  const withInstant = (instant: string | null) =>
    namesMinutesOnly(fileWith({ ...certain, sample: [{ ...row, instant }] }));
  expect(withInstant('2017-03-22 08:05')).toBe(true);
  expect(withInstant('2017-03-22 08:05:00')).toBe(false);
  expect(withInstant(null)).toBe(false);
  expect(namesMinutesOnly(fileWith(null))).toBe(false);
});
