// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { BallotDrawer } from '../../../renderer/screens/secretariat/votes/BallotDrawer.tsx';
import { CheckSection } from '../../../renderer/screens/secretariat/votes/CheckSection.tsx';
import { useChanges } from '../../../renderer/state/changes.ts';
import type { ShownBallot, TriedBallot } from '../../../shared/contract/vote-check.ts';
import { fakeDoor, refusal } from './fake-door.ts';
import { signInEach } from './stage.ts';

const account = 'oX7Kd5x7mew7PK2e7KiG9';

const ballot: ShownBallot = {
  batch: 1,
  file: '投票.xlsx',
  sheet: '第一页',
  line: 3047,
  account: '0123456789abcdef',
  time: '2017-03-22 09:00:00',
  choices: '1;2;3',
  standing: 'second-that-day',
  rule: {
    code: 'second-that-day',
    sentence: '同一账号在 2017-03-22 已有一张有效票：批次 1“投票.xlsx”第 12 行（2017-03-22 08:00:00）。',
  },
  earlier: { batch: 1, file: '投票.xlsx', sheet: '第一页', line: 12, time: '2017-03-22 08:00:00' },
};

const tried: TriedBallot = {
  standing: 'too-few',
  rule: { code: 'too-few', sentence: '选了 1 项，少于规定的 10 项。' },
  earlier: null,
  time: '2017-03-22 08:00:00',
  choices: [4],
  others: 2,
};

signInEach({ id: 1, name: '王敏', role: 'secretariat', organisation: '' });

it('the rows of a step show where they stand, what they say and why they do not count', async () => {
  const seen = fakeDoor({ 'GET /api/votes/ballots': { body: { total: 120, ballots: [ballot] } } });
  render(<BallotDrawer standing="second-that-day" batch={1} onClose={vi.fn()} />);
  const row = (await screen.findByText('3047')).closest('tr');
  const cells = within(row ?? document.body)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual([
    '1',
    '投票.xlsx，工作表“第一页”',
    '3047',
    '0123456789abcdef',
    '2017-03-22 09:00:00',
    '1;2;3',
    ballot.rule.sentence,
  ]);
  expect(screen.getByText('共 120 行')).toBeTruthy();
  fireEvent.click(screen.getByTitle('2'));
  await waitFor(() => {
    expect(seen.map(({ url }) => new URL(url, 'http://a').searchParams.get('offset'))).toEqual(['0', '50']);
  });
});

it('a pasted line is tried by a body, and its rule is shown', async () => {
  const seen = fakeDoor({ 'POST /api/votes/trial': { body: tried } });
  const changes = useChanges.getState().count;
  render(<CheckSection />);
  fireEvent.change(screen.getByLabelText('选票的一行'), {
    target: { value: `${account},2017-03-22 8:00,4` },
  });
  fireEvent.click(screen.getByRole('button', { name: '试一试' }));
  expect(await screen.findByText(/选了 1 项，少于规定的 10 项。/)).toBeTruthy();
  expect(screen.getByText('少选')).toBeTruthy();
  expect(screen.getByText('认出的时间：2017-03-22 08:00:00；认出的候选项目：4')).toBeTruthy();
  expect(seen.map(({ url, body }) => [url, body])).toEqual([
    ['/api/votes/trial', { line: `${account},2017-03-22 8:00,4` }],
  ]);
  // Nothing was changed, so nothing on the screen has to be read again.
  expect(useChanges.getState().count).toBe(changes);
});

it('the three cells of a ballot may be filled in one by one', async () => {
  const seen = fakeDoor({ 'POST /api/votes/trial': { body: tried } });
  render(<CheckSection />);
  fireEvent.click(screen.getByText('分开填写'));
  const account = screen.getAllByLabelText('账号')[0];
  if (account !== undefined) fireEvent.change(account, { target: { value: 'wang' } });
  fireEvent.change(screen.getByLabelText('投票时间'), { target: { value: '2017-03-22 08:00:00' } });
  fireEvent.click(screen.getByRole('button', { name: '试一试' }));
  await waitFor(() => {
    expect(seen.map(({ body }) => body)).toEqual([
      { account: 'wang', time: '2017-03-22 08:00:00', choices: '' },
    ]);
  });
});

it('a looked-up account leaves the field, and its rows are listed with what they count as', async () => {
  const seen = fakeDoor({
    'POST /api/votes/lookup': {
      body: {
        account: ballot.account,
        total: 2,
        ballots: [
          { ...ballot, isWithdrawn: false },
          { ...ballot, batch: 2, isWithdrawn: true },
        ],
      },
    },
  });
  render(<CheckSection />);
  fireEvent.change(screen.getByLabelText('账号'), { target: { value: account } });
  fireEvent.click(screen.getByRole('button', { name: /查\s?找/ }));
  expect(await screen.findByText('摘要 0123456789abcdef，共 2 行')).toBeTruthy();
  expect(screen.getByText('当日重复投票')).toBeTruthy();
  expect(screen.getByText('批次已撤回')).toBeTruthy();
  expect(document.body.innerHTML).not.toContain(account);
  expect(seen[0]).toMatchObject({ url: '/api/votes/lookup', body: { account } });
});

it('a refused trial says why and takes the last answer away', async () => {
  let answer: { status?: number; body: unknown } = { body: tried };
  fakeDoor({ 'POST /api/votes/trial': () => answer });
  render(<CheckSection />);
  fireEvent.change(screen.getByLabelText('选票的一行'), { target: { value: 'wang,,4' } });
  fireEvent.click(screen.getByRole('button', { name: '试一试' }));
  await screen.findByText('少选');
  answer = refusal('invalid-input', '输入有误：没有填写。');
  fireEvent.click(screen.getByRole('button', { name: '试一试' }));
  expect(await screen.findByText('输入有误：没有填写。')).toBeTruthy();
  expect(screen.queryByText('少选')).toBeNull();
});

it('says at the field what is missing, and asks nobody', async () => {
  const seen = fakeDoor({});
  render(<CheckSection />);
  fireEvent.click(screen.getByRole('button', { name: '试一试' }));
  expect(await screen.findByText('请粘贴一行选票。')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /查\s?找/ }));
  expect(await screen.findByText('请填写账号。')).toBeTruthy();
  fireEvent.click(screen.getByText('分开填写'));
  fireEvent.click(screen.getByRole('button', { name: '试一试' }));
  await waitFor(() => {
    expect(screen.getAllByText('请填写账号。')).toHaveLength(2);
  });
  expect(seen).toHaveLength(0);
});

it('says nothing of the account’s other ballots where the row has no account', async () => {
  const nobody: TriedBallot = { ...tried, standing: 'unreadable', others: 0 };
  fakeDoor({ 'POST /api/votes/trial': { body: nobody } });
  render(<CheckSection />);
  fireEvent.change(screen.getByLabelText('选票的一行'), { target: { value: ',2017-03-22 8:00,4' } });
  fireEvent.click(screen.getByRole('button', { name: '试一试' }));
  await screen.findByText(/认出的时间/);
  expect(screen.queryByText(/这个账号/)).toBeNull();
});
