// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ExclusionsSection } from '../../../renderer/screens/secretariat/votes/ExclusionsSection.tsx';
import { FlagsSection } from '../../../renderer/screens/secretariat/votes/FlagsSection.tsx';
import { defaultThresholds } from '../../../shared/ballots/suspicion/thresholds.ts';
import type { VoteExclusion, VoteFlag } from '../../../shared/contract/vote-flags.ts';
import { fakeDoor, refusal } from './fake-door.ts';
import { signInEach } from './stage.ts';

const secretary = { id: 1, name: '王敏', role: 'secretariat', organisation: '' } as const;
const people = [secretary, { id: 2, name: '李监', role: 'observer', organisation: '' }];

const flag: VoteFlag = {
  id: 'burst:2017-03-25 10:12',
  digest: 'a'.repeat(64),
  evidence: {
    kind: 'burst',
    from: '2017-03-25 10:12',
    to: '2017-03-25 10:12',
    minutes: 1,
    ballots: 150,
    usual: 3,
    peakAt: '2017-03-25 10:12',
    peak: 150,
    peakUsual: 3,
    deviations: 40,
    norms: ['other-days'],
  },
  ballots: 150,
  accounts: 149,
  excluded: 0,
  candidates: [{ candidate: 7, votes: 140, counted: 140, share: 140 / 150, usualShare: 0.2 }],
  sample: [{ account: '0a1b2c3d', time: '2017-03-25 10:12:01' }],
};

const exclusion: VoteExclusion = {
  exclusion: 3,
  flag: { ...flag, thresholds: defaultThresholds },
  ballots: 150,
  excludedNow: 150,
  minute: '4月6日评审会决定',
  excludedAt: '2017-04-06T02:00:00.000Z',
  excludedBy: '王敏',
  confirmedBy: '李监',
  lifted: null,
};

const found = (flags: readonly VoteFlag[]) => ({
  body: { thresholds: defaultThresholds, ballots: 9000, hasAddresses: false, flags },
});

signInEach(secretary);

it('searches only when asked, and shows the evidence, who profits and what the tally would lose', async () => {
  const seen = fakeDoor({ 'GET /api/votes/flags': found([flag]) });
  render(<FlagsSection canChange titleOf={(candidate) => `${candidate} 号项目`} version={0} />);
  expect(seen).toHaveLength(0);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  expect(
    await screen.findByText(
      '2017-03-25 10:12（1 分钟）投出 150 张票，平常一分钟约 3 张。“平常”按其他日子的同一时段计算。',
    ),
  ).toBeTruthy();
  expect(screen.getByText(/得益的项目：7 号（这组票里 93.3%，全部票里 20.0%）/)).toBeTruthy();
  expect(screen.getByText(/剔除后有效票减少 150 张/)).toBeTruthy();
  expect(screen.getByText(/没有查同一地址的投票/)).toBeTruthy();
});

it('says so when nothing is unusual', async () => {
  fakeDoor({ 'GET /api/votes/flags': found([]) });
  render(<FlagsSection canChange titleOf={String} version={0} />);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  expect(await screen.findByText('查看了 9,000 张选票，按现在的界限没有发现异常。')).toBeTruthy();
});

it('offers an observer nothing that changes something', async () => {
  fakeDoor({
    'GET /api/votes/flags': found([flag]),
    'GET /api/votes/exclusions': { body: { exclusions: [exclusion] } },
  });
  render(
    <>
      <FlagsSection canChange={false} titleOf={String} version={0} />
      <ExclusionsSection canChange={false} version={0} />
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  await screen.findByText(/剔除后有效票减少/);
  await screen.findByText(/4月6日评审会决定/);
  expect(screen.queryByRole('button', { name: /^剔除|^恢复第/ })).toBeNull();
});

/** `act`: two characters stand apart where no theme says otherwise. */
async function fillDialog(act: RegExp): Promise<void> {
  fireEvent.change(await screen.findByLabelText('会议记录'), { target: { value: '评审会决定' } });
  fireEvent.mouseDown(screen.getByLabelText('确认人'));
  // The caller cannot confirm the own act.
  expect(screen.queryByText('王敏（秘书处）')).toBeNull();
  fireEvent.click(await screen.findByText('李监（监督员）'));
  fireEvent.change(screen.getByLabelText('确认人的密码'), { target: { value: 'secret word' } });
  fireEvent.click(screen.getByRole('button', { name: act }));
}

it('excludes with a minute and another person’s password, and keeps what was typed when refused', async () => {
  const seen = fakeDoor({
    'GET /api/votes/flags': found([flag]),
    'GET /api/people': { body: { people } },
    'POST /api/votes/exclusions': refusal('flag-changed', '这组选票和您看到的已经不一样了。'),
  });
  render(<FlagsSection canChange titleOf={String} version={0} />);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  fireEvent.click(await screen.findByRole('button', { name: /^剔除：2017-03-25 10:12/ }));
  await fillDialog(/^剔 ?除$/);
  expect(await screen.findByText(/已经不一样了/)).toBeTruthy();
  expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
    flag: flag.id,
    digest: flag.digest,
    thresholds: defaultThresholds,
    minute: '评审会决定',
    second: { person: 2, password: 'secret word' },
  });
  expect(screen.getByLabelText<HTMLTextAreaElement>('会议记录').value).toBe('评审会决定');
});

it('says whose password is wrong, and takes it out of the field to be typed again', async () => {
  fakeDoor({
    'GET /api/votes/flags': found([flag]),
    'GET /api/people': { body: { people } },
    'POST /api/votes/exclusions': refusal('wrong-password', '密码或 PIN 不对。可用恢复码。', {
      waitSeconds: 30,
    }),
  });
  render(<FlagsSection canChange titleOf={String} version={0} />);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  fireEvent.click(await screen.findByRole('button', { name: /^剔除：/ }));
  await fillDialog(/^剔 ?除$/);
  expect(await screen.findByText('李监的密码不对。为防止试错，请等 30 秒再输入。')).toBeTruthy();
  expect(screen.queryByText(/恢复码/)).toBeNull();
  const password = screen.getByLabelText<HTMLInputElement>('确认人的密码');
  expect(password.value).toBe('');
  expect(document.activeElement).toBe(password);
  expect(screen.getByLabelText<HTMLTextAreaElement>('会议记录').value).toBe('评审会决定');
});

it('asks for nothing while nobody is there to confirm, and leads to where one is added', async () => {
  fakeDoor({
    'GET /api/votes/flags': found([flag]),
    'GET /api/people': { body: { people: [secretary] } },
  });
  render(<FlagsSection canChange titleOf={String} version={0} />);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  fireEvent.click(await screen.findByRole('button', { name: /^剔除：/ }));
  expect(await screen.findByText(/现在还没有别人/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '到“人员”添加' }).getAttribute('href')).toBe('#/people');
  expect(screen.queryByLabelText('会议记录')).toBeNull();
  expect(screen.queryByRole('button', { name: /^剔 ?除$/ })).toBeNull();
});

it('leaves a threshold out of its bounds as it was typed, says the bounds and does not search', async () => {
  const seen = fakeDoor({ 'GET /api/votes/flags': found([flag]) });
  render(<FlagsSection canChange titleOf={String} version={0} />);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  const field = await screen.findByLabelText<HTMLInputElement>('激增：一分钟至少几张票');
  fireEvent.change(field, { target: { value: '0' } });
  fireEvent.blur(field);
  fireEvent.click(screen.getByText('按这些界限查找'));
  expect((await screen.findAllByText('请填 2 到 1,000,000 的整数。')).length).toBeGreaterThan(0);
  expect(field.value).toBe('0');
  expect(seen).toHaveLength(1);
});

it('folds the groups of a kind after five, and says how many more there are', async () => {
  const flags = Array.from({ length: 8 }, (_, place) => ({ ...flag, id: `burst:${place}` }));
  const identical: VoteFlag = {
    ...flag,
    id: 'identical',
    evidence: { kind: 'identical', choices: [2, 5], ballots: 30, accounts: 30, expected: 0.001 },
  };
  fakeDoor({ 'GET /api/votes/flags': found([...flags, identical]) });
  render(<FlagsSection canChange titleOf={String} version={0} />);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  expect(await screen.findByRole('heading', { name: '短时间内票数激增：8 组' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '许多账号选得完全一样：1 组' })).toBeTruthy();
  const bursts = () => screen.getAllByRole('article', { name: /^2017-03-25/ });
  expect(bursts()).toHaveLength(5);
  fireEvent.click(screen.getByRole('button', { name: '再看 3 组' }));
  expect(bursts()).toHaveLength(8);
});

it('says of an exclusion how many of its ballots are still out of the count where it is fewer', async () => {
  const short = { ...exclusion, exclusion: 4, excludedNow: 90 };
  fakeDoor({ 'GET /api/votes/exclusions': { body: { exclusions: [short, exclusion] } } });
  render(<ExclusionsSection canChange={false} version={0} />);
  expect(await screen.findAllByText(/现在只有/)).toHaveLength(1);
  expect(screen.getByText('现在只有 90 张')).toBeTruthy();
});

it('restores an exclusion the same way', async () => {
  const seen = fakeDoor({
    'GET /api/votes/exclusions': { body: { exclusions: [exclusion] } },
    'GET /api/people': { body: { people } },
    'POST /api/votes/exclusions/3/lifting': { body: { exclusions: [] } },
  });
  render(<ExclusionsSection canChange version={0} />);
  fireEvent.click(await screen.findByRole('button', { name: '恢复第 3 次剔除的选票' }));
  await fillDialog(/^恢复计票$/);
  await waitFor(() => {
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      minute: '评审会决定',
      second: { person: 2, password: 'secret word' },
    });
  });
});
