// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { filesToName } from '../../../renderer/screens/secretariat/votes/files-to-name.ts';
import { draftOfSet, mappingOf } from '../../../renderer/screens/secretariat/votes/mapping-draft.ts';
import { MappingFiles } from '../../../renderer/screens/secretariat/votes/MappingFiles.tsx';
import { SetFiles } from '../../../renderer/screens/secretariat/votes/SetFiles.tsx';
import { SkippedTables } from '../../../renderer/screens/secretariat/votes/SkippedTables.tsx';
import type { VoteMapping } from '../../../shared/ballots/mapping.ts';
import type { VotePreview } from '../../../shared/contract/vote-preview.ts';
import { stubBrowser } from './stage.ts';

type Named = { readonly source: string; readonly candidate: number | null };

const account = { header: 'openid' };
const mappingWith = (layout: VoteMapping['layout']): VoteMapping => ({
  format: 'judging-workstation/vote-mapping',
  version: 1,
  name: '一个项目一个文件',
  layout,
  time: { zone: null, numbers: null, dayOrder: null },
  choices: { separator: null, correspondence: [] },
});
const filesMapping = (candidates: readonly Named[]): VoteMapping =>
  mappingWith({ kind: 'candidate-files', account, time: null, ip: null, candidates: [...candidates] });
const listMapping = mappingWith({
  kind: 'ballot-list',
  account,
  time: null,
  ip: null,
  choices: { header: '备注' },
});

function previewOf(mappings: readonly VoteMapping[], tables: VotePreview['tables']): VotePreview {
  return {
    file: 'a.csv',
    bytes: 1,
    sha256: 'ab',
    alreadyImported: null,
    encoding: 'utf-8',
    container: 'csv',
    rawSample: [],
    sources: [],
    tables,
    skipped: [],
    headerRow: 1,
    columns: [],
    proposals: mappings.map((mapping) => ({ mapping, confidence: 0.5, reasons: [], problems: [] })),
    mapping: mappings[0] ?? null,
    isCertain: false,
    fault: null,
    sample: [],
    unmatched: [],
    rowsLookedAt: 0,
    totals: null,
  };
}
const files = (...names: readonly string[]) => names.map((file) => ({ file, sheet: null }));
const sheets = (file: string, ...names: readonly string[]) => names.map((sheet) => ({ file, sheet }));

beforeEach(stubBrowser);
afterEach(cleanup);

it('asks first for the files of which the names tell nothing, and keeps the order while they are named', () => {
  const told = [
    { source: '1.csv', candidate: 1 },
    { source: '2.csv', candidate: 2 },
  ];
  const preview = previewOf([filesMapping(told)], files('1.csv', '2.csv', '其余.csv'));
  expect(filesToName(preview, told)).toEqual(['其余.csv', '1.csv', '2.csv']);
  const named = [...told, { source: '其余.csv', candidate: 3 }];
  expect(filesToName(preview, named)).toEqual(['其余.csv', '1.csv', '2.csv']);
});

it('names the sheets where one workbook holds all, and the files where each is a candidate’s', () => {
  expect(filesToName(previewOf([], sheets('票.xlsx', '甲', '乙')), [])).toEqual(['甲', '乙']);
  const apart = [...sheets('1.xlsx', 'Sheet1', '说明'), ...sheets('2.xlsx', 'Sheet1')];
  expect(filesToName(previewOf([], apart), [])).toEqual(['1.xlsx', '2.xlsx']);
  const named = [{ source: '甲', candidate: 1 }];
  const both = [...sheets('上.xlsx', '甲'), ...sheets('下.xlsx', '乙')];
  expect(filesToName(previewOf([], both), named)).toEqual(['甲', '下.xlsx']);
});

it('lets a person say of any files that they are a set, whatever each is taken for by itself', () => {
  const draft = draftOfSet(previewOf([listMapping], files('甲.csv', '乙.csv')));
  expect([draft.kind, draft.files]).toEqual(['candidate-files', []]);
  expect(mappingOf(draft).problem).toBe('还没有指定任何文件是哪个候选项目。');
  const proposed = filesMapping([{ source: '1.csv', candidate: 1 }]);
  expect(mappingOf(draftOfSet(previewOf([listMapping, proposed], files('1.csv')))).mapping).toEqual(proposed);
});

it('says what is still open, which candidate has two files and which has none', () => {
  const named = [
    { source: '1.csv', candidate: 1 },
    { source: '01.csv', candidate: 1 },
    { source: '说明.csv', candidate: null },
  ];
  const preview = previewOf([filesMapping(named)], files('1.csv', '01.csv', '说明.csv', '其余.csv'));
  const candidates = [1, 2, 3].map((candidate) => ({ candidate, title: `项目${candidate}` }));
  render(
    <MappingFiles draft={draftOfSet(preview)} preview={preview} onChange={vi.fn()} candidates={candidates} />,
  );
  expect(screen.getByRole('status').textContent).toBe(
    '已指定 3 个，还有 1 个没有指定。没有文件的候选项目：2、3 号。',
  );
  expect(screen.getByText(/^1 号有不止一个文件/)).toBeTruthy();
});

it('lists each file of a set with its candidate, and what is not read with the reason', () => {
  const uploads = ['1.csv', '说明.csv', '其余.csv'].map((name) => ({
    upload: name,
    name,
    bytes: 1,
    sha256: name,
  }));
  const named = [
    { source: '1.csv', candidate: 5 },
    { source: '说明.csv', candidate: null },
  ];
  render(<SetFiles uploads={uploads} mapping={filesMapping(named)} />);
  const texts = (): (string | null)[] =>
    screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent);
  expect(texts()).toEqual(['1.csv：5 号', '说明.csv：不是选票，不读', '其余.csv：还没有指定']);
  cleanup();
  render(<SkippedTables skipped={[{ file: '票.xlsx', sheet: '草稿', reason: 'hidden' }]} />);
  expect(texts()).toEqual(['票.xlsx 的工作表“草稿”：隐藏的工作表']);
});
