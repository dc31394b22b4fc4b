// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../renderer/app/App.tsx';
import { useOwnSheet } from '../../../renderer/state/own-sheet.ts';
import { markKey } from '../../../renderer/state/score-fields.ts';
import { sessionStore } from '../../../renderer/state/session.ts';
import { useWorkspace } from '../../../renderer/state/workspace.ts';
import { fakeDoor, refusal } from './fake-door.ts';
import { stubBrowser } from './stage.ts';

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
  totals: { waiting: 0, counting: 0, votes: 0, insteadOfBallots: false },
  stages: [
    { id: 'applications', done: 50, expected: 117, isComplete: false },
    { id: 'candidates', done: 50, expected: 50, isComplete: true },
  ],
};

beforeEach(() => {
  window.location.hash = '';
  sessionStore.getState().end();
  useWorkspace.setState({ workspace: null, failure: null });
  stubBrowser();
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

const ownSheet = {
  criteria: [{ id: 'innovation', name: '创新性', weight: 100, max: 100, step: 1 }],
  submittedAt: null as string | null,
  reopenedReason: null,
  scores: [] as readonly object[],
  comments: [],
  recusals: [],
};
const candidates = [{ candidate: 1, title: '项目1', organisation: '', district: '', text: '' }];
const key = markKey(1, 'innovation');
const colleague = { ...expert, id: 3, name: '李文' } as const;

/** The program was started again while 王建国 was marking: his last mark was refused because nobody knows him any more. */
async function loseSignIn(change: object = {}): Promise<{ readonly seen: ReturnType<typeof fakeDoor> }> {
  let isKnown = false;
  const seen = fakeDoor({
    'GET /api/workspace': workspace({ people: [expert, colleague, secretary] }),
    'GET /api/candidates': { body: { candidates } },
    'GET /api/my/sheet': () => ({ body: isKnown ? { ...ownSheet, ...change } : ownSheet }),
    'PUT /api/my/scores': () =>
      isKnown
        ? { body: { savedAt: '2017-04-05T06:03:22.000Z' } }
        : { ...refusal('not-signed-in', '您还没有登录，或者登录已经过期。请重新登录。'), status: 401 },
    'POST /api/session': () => {
      isKnown = true;
      return { body: { token: 'new', person: expert, mustChangePassword: false } };
    },
    'POST /api/workspace/open': workspace({ kind: 'demonstration', people: [expert, secretary] }),
  });
  sessionStore.getState().begin({ token: 'old', person: expert, mustChangePassword: false });
  await useWorkspace.getState().read();
  render(<App />);
  fireEvent.change(await screen.findByLabelText(/创新性/), { target: { value: '66' } });
  useOwnSheet.getState().commit(key);
  await screen.findByText(/王建国有 1 处未保存的分数还留在本页，请用同一姓名登录/);
  return { seen };
}

const leaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

async function signInAgain(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: /王建国/ }));
  fireEvent.change(await screen.findByLabelText('PIN'), { target: { value: '123456' } });
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
}

test('after a restart the unsaved marks are guarded on the sign-in page and sent by themselves after signing in again', async () => {
  const { seen } = await loseSignIn();
  expect(leaving()).toBe(true);
  await signInAgain();
  await waitFor(() => {
    expect(useOwnSheet.getState().fields[key]).toMatchObject({
      text: '66',
      confirmed: '66',
      phase: 'saved',
      problem: null,
    });
  });
  expect(seen.filter(({ url }) => url === '/api/my/scores')).toHaveLength(2);
  expect(seen.findLast(({ url }) => url === '/api/my/scores')?.headers['Authorization']).toBe('Bearer new');
  expect(leaving()).toBe(false);
});

test("signing in as somebody else says first that the other's marks will be lost", async () => {
  await loseSignIn();
  fireEvent.click(screen.getByRole('button', { name: /李文/ }));
  expect(await screen.findByText(/本页还留着王建国的 1 处未保存的分数/)).toBeTruthy();
  expect(screen.queryByLabelText('PIN')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '丢掉，用“李文”登录' }));
  expect(await screen.findByLabelText('PIN')).toBeTruthy();
  sessionStore.getState().begin({ token: 't', person: colleague, mustChangePassword: false });
  expect(useOwnSheet.getState().fields).toEqual({});
});

test('marks of one workspace are never taken into the other, though the person has the same number and name', async () => {
  await loseSignIn();
  expect(useOwnSheet.getState().fields[key]?.text).toBe('66');
  expect(await useWorkspace.getState().open('demonstration')).toBeNull();
  expect(useOwnSheet.getState().fields).toEqual({});
  expect(useOwnSheet.getState().owner).toBeNull();
});

test('in a submitted sheet a mark that came too late is told apart from what is recorded', async () => {
  await loseSignIn({
    submittedAt: '2017-04-05T07:00:00.000Z',
    scores: [{ candidate: 1, criterion: 'innovation', mark: 70 }],
  });
  await signInAgain();
  expect(await screen.findByText(/您输入的 66 没有记录，因为评分表已提交/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/创新性/).value).toBe('70');
  expect(screen.getByText('70.00')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByText(/没有记录/)).toBeNull();
  expect(leaving()).toBe(false);
});

test('everybody can replace their own password from the top bar', async () => {
  const seen = fakeDoor({
    'GET /api/workspace': workspace(),
    'GET /api/status': { body: status },
    'PUT /api/session/password': {
      body: { token: 'new', person: secretary, mustChangePassword: false },
    },
  });
  sessionStore.getState().begin({ token: 'old', person: secretary, mustChangePassword: false });
  await useWorkspace.getState().read();
  render(<App />);
  fireEvent.click(await screen.findByRole('button', { name: '修改密码' }));
  fireEvent.change(await screen.findByLabelText('现在的密码'), { target: { value: 'old password' } });
  fireEvent.change(screen.getByLabelText(/新密码/), { target: { value: 'new password' } });
  fireEvent.change(screen.getByLabelText('再输一遍'), { target: { value: 'new password' } });
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => {
    expect(sessionStore.getState().session?.token).toBe('new');
  });
  expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({
    current: 'old password',
    next: 'new password',
  });
});
