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
  expect(screen.getByText(/得益的项目：第 7 号（这组票里 93.3%，全部票里 20.0%）/)).toBeTruthy();
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
    'POST /api/votes/exclusions': refusal('wrong-password', '密码或 PIN 不对，请检查后再试。'),
  });
  render(<FlagsSection canChange titleOf={String} version={0} />);
  fireEvent.click(screen.getByRole('button', { name: '查找异常' }));
  fireEvent.click(await screen.findByRole('button', { name: /^剔除：2017-03-25 10:12/ }));
  await fillDialog(/^剔 ?除$/);
  expect(await screen.findByText(/密码或 PIN 不对/)).toBeTruthy();
  expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
    flag: flag.id,
    digest: flag.digest,
    thresholds: defaultThresholds,
    minute: '评审会决定',
    second: { person: 2, password: 'secret word' },
  });
  expect(screen.getByLabelText<HTMLTextAreaElement>('会议记录').value).toBe('评审会决定');
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
