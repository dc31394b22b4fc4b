// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { sessionStore } from '../../../renderer/state/session.ts';
import { useWorkspace } from '../../../renderer/state/workspace.ts';
import { fakeDoor, refusal, stubMediaQueries } from './fake-door.ts';

const secretary = { id: 1, name: '周敏', role: 'secretariat', organisation: '秘书处' } as const;
const expert = { id: 2, name: '王建国', role: 'expert', organisation: '市社联' } as const;

function workspace(change: object = {}): { body: unknown } {
  return {
    body: {
      kind: 'real',
      isSetUp: true,
      roundTitle: '第三届评选',
      people: [expert, secretary],
      demonstrationAccounts: [],
      host: { kind: 'loopback', canOpenFiles: false, version: '0.1.0' },
      ...change,
    },
  };
}

const status = {
  kind: 'real',
  round: { id: 'r', title: '第三届评选' },
  rulesLocked: true,
  counts: {
    applications: 50,
    applicationsExpected: 117,
    candidates: 50,
    candidatesExpected: 50,
    experts: 0,
    sheetsSubmitted: 0,
    sheetsStarted: 0,
    recusals: 0,
    voteBatches: 0,
    ballotRows: 0,
    ballotsAccepted: 0,
    finalists: 30,
  },
  stages: [
    { id: 'applications', done: 50, expected: 117, isComplete: false },
    { id: 'candidates', done: 50, expected: 50, isComplete: true },
  ],
};

beforeEach(() => {
  window.location.hash = '';
  sessionStore.getState().end();
  useWorkspace.setState({ workspace: null, failure: null });
  stubMediaQueries();
  Element.prototype.scrollTo = () => undefined;
});
afterEach(cleanup);

test('a workspace without people asks for the first secretary and offers the demonstration', async () => {
  fakeDoor({ 'GET /api/workspace': workspace({ isSetUp: false, people: [] }) });
  render(<App />);
  expect(await screen.findByRole('heading', { name: /首次启动/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: '打开演示工作区' })).toBeTruthy();
});

test('when the program does not answer, a sentence says so and offers to try again', async () => {
  fakeDoor({});
  render(<App />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/程序没有响应/);
  fakeDoor({ 'GET /api/workspace': workspace() });
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByRole('heading', { name: '请选择您的姓名' })).toBeTruthy();
});

test('a wrong PIN keeps the person, empties the field and makes them wait as long as asked', async () => {
  fakeDoor({
    'GET /api/workspace': workspace(),
    'POST /api/session': refusal('wrong-password', '密码或 PIN 不对。', { waitSeconds: 4 }),
  });
  render(<App />);
  fireEvent.click(await screen.findByRole('button', { name: /王建国/ }));
  const field = screen.getByLabelText<HTMLInputElement>('PIN');
  fireEvent.change(field, { target: { value: '000000' } });
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
  expect((await screen.findByRole('alert')).textContent).toBe('密码或 PIN 不对。');
  expect(field.value).toBe('');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '请等 4 秒' }).disabled).toBe(true);
});

test('a temporary PIN has to be replaced before anything else is shown', async () => {
  fakeDoor({ 'GET /api/workspace': workspace() });
  sessionStore.getState().begin({ token: 't', person: expert, mustChangePassword: true });
  await useWorkspace.getState().read();
  render(<App />);
  expect(await screen.findByRole('heading', { name: '请设置您自己的 PIN' })).toBeTruthy();
  expect(screen.queryByRole('main')?.id).not.toBe('main');
});

test('a secretary sees the process with what is missing; the step that is not offered is no link', async () => {
  fakeDoor({ 'GET /api/workspace': workspace(), 'GET /api/status': { body: status } });
  sessionStore.getState().begin({ token: 't', person: secretary, mustChangePassword: false });
  await useWorkspace.getState().read();
  render(<App />);
  expect(await screen.findByRole('link', { name: /申报\s*50 \/ 117 项/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /定稿/ })).toBeNull();
  expect(screen.getByText('正式')).toBeTruthy();
  expect(await screen.findByText('补录 67 项申报项目')).toBeTruthy();
});

test('a demonstration says so across the top before and after sign-in', async () => {
  fakeDoor({
    'GET /api/workspace': workspace({ kind: 'demonstration' }),
    'GET /api/status': { body: status },
  });
  render(<App />);
  expect(await screen.findByText(/演示工作区：人员、评分和选票都是虚构的/)).toBeTruthy();
  sessionStore.getState().begin({ token: 't', person: secretary, mustChangePassword: false });
  expect(await screen.findByRole('navigation', { name: '评审流程' })).toBeTruthy();
  expect(screen.getByText(/演示工作区：人员、评分和选票都是虚构的/)).toBeTruthy();
});
