// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useOwnSheet } from '../../../renderer/state/own-sheet.ts';
import { sessionStore } from '../../../renderer/state/session.ts';
import { ExpertDesk } from '../../../renderer/screens/expert/ExpertDesk.tsx';
import { stubBrowser } from './stage.ts';

const criteria = ['创新性', '示范性'].map((name, index) => ({
  id: `criterion-${index}`,
  name,
  weight: 50,
  max: 100,
  step: 1,
}));
const candidates = [1, 2, 3].map((candidate) => ({
  candidate,
  title: `项目${candidate}`,
  organisation: '',
  district: '',
  text: `第${candidate}段`,
}));
/** Candidate 2 is recused by the secretariat. */
const sheet = {
  criteria,
  submittedAt: null,
  reopenedReason: null,
  scores: [],
  comments: [],
  recusals: [{ candidate: 2, reason: '本单位', declaredBy: 'secretariat' }],
};

let puts: unknown[] = [];

beforeEach(async () => {
  puts = [];
  stubBrowser();
  vi.stubGlobal('fetch', (url: string, request: { body: string | null }) => {
    const answers: Readonly<Record<string, unknown>> = {
      '/api/candidates': { candidates },
      '/api/my/sheet': sheet,
      '/api/my/scores': { savedAt: '2017-04-05T06:03:22.000Z' },
    };
    if (request.body !== null) puts.push(JSON.parse(request.body));
    return Promise.resolve(new Response(JSON.stringify(answers[url])));
  });
  sessionStore.getState().begin({
    token: 'token',
    person: { id: 7, name: '评委', role: 'expert', organisation: '' },
    mustChangePassword: false,
  });
  render(<ExpertDesk />);
  await screen.findByRole('heading', { name: '项目1' });
});
afterEach(() => {
  cleanup();
  sessionStore.getState().end();
});

const focused = (): HTMLElement => document.activeElement as HTMLElement;
const press = (key: string, more: object = {}): void => {
  fireEvent.keyDown(focused(), { key, ...more });
};
const typeMark = (text: string): void => {
  fireEvent.change(focused(), { target: { value: text } });
};
const read = (): string => screen.getByRole('heading', { level: 1 }).textContent;

it('is worked by digits and Enter alone, passing over what the expert stepped aside from', async () => {
  expect(focused()).toBe(screen.getByLabelText(/创新性/));
  typeMark('85');
  press('Enter');
  expect(focused()).toBe(screen.getByLabelText(/示范性/));
  typeMark('90');
  press('Enter');
  expect(read()).toBe('项目3');
  expect(focused()).toBe(screen.getByLabelText(/创新性/));
  await waitFor(() => {
    expect(puts).toEqual([
      { candidate: 1, criterion: 'criterion-0', mark: 85 },
      { candidate: 1, criterion: 'criterion-1', mark: 90 },
    ]);
  });
  await screen.findByText('已评完 1 / 2');
});

it('moves between criteria with the arrows and between candidates with PageDown and Ctrl+arrow, changing no mark', () => {
  press('ArrowDown');
  expect(focused()).toBe(screen.getByLabelText(/示范性/));
  press('ArrowUp');
  expect(focused()).toBe(screen.getByLabelText(/创新性/));
  press('PageDown');
  expect(read()).toBe('项目2');
  expect(screen.getByText(/由秘书处登记/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '取消回避' })).toBeNull();
  press('ArrowDown', { ctrlKey: true });
  expect(read()).toBe('项目3');
  press('ArrowUp', { ctrlKey: true });
  press('PageUp');
  expect(read()).toBe('项目1');
  press('/');
  expect(focused()).toBe(screen.getByLabelText('查找候选项目'));
  expect(puts).toEqual([]);
});

it('keeps the focus in a mark that is none and says why; the weighted total waits for every mark', async () => {
  typeMark('101');
  press('Enter');
  expect(focused()).toBe(screen.getByLabelText(/创新性/));
  expect(screen.getAllByRole('alert').map((each) => each.textContent)).toContainEqual(
    expect.stringContaining('101'),
  );
  typeMark('85');
  press('Enter');
  expect(screen.queryByText('87.50')).toBeNull();
  typeMark('90');
  expect(screen.getByText('87.50')).toBeTruthy();
  await waitFor(() => {
    expect(puts).toEqual([{ candidate: 1, criterion: 'criterion-0', mark: 85 }]);
  });
});

it('warns before the window closes only while something is unsaved, and forgets the marks when the expert leaves', async () => {
  const closing = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(closing()).toBe(false);
  typeMark('85');
  expect(closing()).toBe(true);
  press('Enter');
  await screen.findByText(/^已保存 \d\d:03:22$/);
  expect(closing()).toBe(false);
  sessionStore.getState().end();
  expect(useOwnSheet.getState().fields).toEqual({});
});
