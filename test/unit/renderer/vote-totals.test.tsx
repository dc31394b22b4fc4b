// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { JobPanel } from '../../../renderer/screens/secretariat/votes/JobPanel.tsx';
import { TotalsSection } from '../../../renderer/screens/secretariat/votes/TotalsSection.tsx';
import type { VoteTotals } from '../../../shared/contract/vote-totals.ts';
import { fakeDoor, refusal } from './fake-door.ts';
import { signInEach } from './stage.ts';

const secretary = { id: 1, name: '王敏', role: 'secretariat', organisation: '' } as const;

const kept: VoteTotals = {
  totals: 2,
  file: 'phone.csv',
  sha256: 'a'.repeat(64),
  votes: 1005,
  byCandidate: [
    { candidate: 1, votes: 1000 },
    { candidate: 3, votes: 5 },
  ],
  importedAt: '2017-04-01T02:00:00.000Z',
  importedBy: '王敏',
  counted: null,
  removed: null,
};
const counting: VoteTotals = {
  ...kept,
  counted: { as: 'instead', minute: '4月5日评审会决定', at: '2017-04-05T02:00:00.000Z', by: '李华' },
};

const listed = (...totals: readonly VoteTotals[]) => ({ 'GET /api/votes/totals': { body: { totals } } });
const show = (canChange = true) =>
  render(<TotalsSection canChange={canChange} titleOf={(candidate) => `甲${candidate}`} version={0} />);

signInEach(secretary);

it('is not there while no file holds totals', async () => {
  const seen = fakeDoor(listed());
  const { container } = show();
  await waitFor(() => {
    expect(seen).toHaveLength(1);
  });
  expect(container.textContent).toBe('');
});

it('counts only with the way chosen and a minute, and keeps what was typed when refused', async () => {
  const seen = fakeDoor({
    ...listed(kept),
    'POST /api/votes/totals/2/counting': refusal('totals-instead-stands', '别的票数正代替全部选票计入。'),
  });
  show();
  fireEvent.click(await screen.findByRole('button', { name: '计入“phone.csv”' }));
  expect(screen.getByText('1 号 甲1：1,000 票')).toBeTruthy();
  const act = await screen.findByRole('button', { name: '按会议记录计入' });
  fireEvent.click(act);
  expect(await screen.findByText('请选择怎样计入。')).toBeTruthy();
  expect(screen.getByText('请写明会议记录。')).toBeTruthy();
  expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(0);
  fireEvent.click(screen.getByRole('radio', { name: /^加在选票上/ }));
  fireEvent.change(screen.getByLabelText('会议记录'), { target: { value: ' 评审会决定 ' } });
  fireEvent.click(act);
  expect(await screen.findByText(/别的票数正代替全部选票计入/)).toBeTruthy();
  expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ as: 'added', minute: '评审会决定' });
  expect(screen.getByLabelText<HTMLTextAreaElement>('会议记录').value).toBe(' 评审会决定 ');
});

it('sets aside with a minute what counts', async () => {
  const seen = fakeDoor({
    ...listed(counting),
    'POST /api/votes/totals/2/setting-aside': { body: { totals: [kept] } },
  });
  show();
  fireEvent.click(await screen.findByRole('button', { name: '不再计入“phone.csv”' }));
  fireEvent.change(await screen.findByLabelText('会议记录'), { target: { value: '复议' } });
  fireEvent.click(screen.getByRole('button', { name: '按会议记录不再计入' }));
  await waitFor(() => {
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ minute: '复议' });
  });
});

it('removes with a reason what does not count, and offers that for nothing that counts', async () => {
  const removed: VoteTotals = {
    ...kept,
    removed: { reason: '列认错了', at: '2017-04-02T02:00:00.000Z', by: '王敏' },
  };
  const seen = fakeDoor({
    ...listed({ ...counting, totals: 1, file: 'paper.csv' }, kept),
    'POST /api/votes/totals/2/removal': { body: { totals: [removed] } },
  });
  show();
  fireEvent.click(await screen.findByRole('button', { name: '移除第 2 份“phone.csv”' }));
  expect(screen.getAllByRole('button', { name: /^移除第/ })).toHaveLength(1);
  const act = await screen.findByRole('button', { name: '移除这些票数' });
  fireEvent.click(act);
  expect(await screen.findByText('请写明移除的原因。')).toBeTruthy();
  expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(0);
  fireEvent.change(screen.getByLabelText('移除的原因'), { target: { value: ' 列认错了 ' } });
  fireEvent.click(act);
  await waitFor(() => {
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ reason: '列认错了' });
  });
});

it('still shows what was removed, by whom and why, and offers nothing for it', async () => {
  fakeDoor(listed({ ...kept, removed: { reason: '列认错了', at: '2017-04-02T02:00:00.000Z', by: '李华' } }));
  show();
  expect(await screen.findByText('已移除')).toBeTruthy();
  expect(screen.getByText(/李华/).textContent).toContain('列认错了');
  expect(screen.queryByRole('button')).toBeNull();
});

it('shows an observer who decided and why, and offers nothing that changes something', async () => {
  fakeDoor(listed(counting));
  show(false);
  expect(await screen.findByText('代替全部选票')).toBeTruthy();
  expect(screen.getByText(/李华/).textContent).toContain('4月5日评审会决定');
  expect(screen.queryByRole('button')).toBeNull();
});

function showReport(alreadyImported: boolean): void {
  const result = {
    file: 'phone.csv',
    sha256: 'a'.repeat(64),
    batch: null,
    alreadyImported,
    rows: 0,
    accepted: 0,
    rejected: {},
    totals: { candidates: 2, votes: 1005 },
  };
  const progress = {
    job: 'j',
    state: 'done',
    label: '',
    fraction: 1,
    rows: 0,
    funnel: null,
    error: null,
  } as const;
  render(
    <JobPanel
      job={{
        job: 'j',
        isDryRun: false,
        progress: { ...progress, report: { imports: [result] } },
        pace: null,
        failure: null,
      }}
    />,
  );
}

it('says in the report of an import that totals are kept and do not count yet', () => {
  showReport(false);
  expect(screen.getByText('已保存，还没有计入')).toBeTruthy();
  expect(screen.getByText(/只有 2 个项目的票数，共 1,005 票/)).toBeTruthy();
  expect(screen.queryByText(/先到“只有票数合计的文件”里移除/)).toBeNull();
});

it('says in the report what to do when the same file was meant to be read in another way', () => {
  showReport(true);
  expect(screen.getByText('以前已保存，没有再存一份')).toBeTruthy();
  expect(screen.getByText(/先到“只有票数合计的文件”里移除原来的那一份/)).toBeTruthy();
});
