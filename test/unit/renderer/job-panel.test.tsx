// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { JobPanel } from '../../../renderer/screens/secretariat/votes/JobPanel.tsx';
import { signInEach } from './stage.ts';

signInEach({ id: 1, name: '王敏', role: 'secretariat', organisation: '' });

/** The end of an import of one file. */
function show(accepted: number, alreadyImported: boolean): void {
  const result = {
    file: 'a.csv',
    sha256: 'a'.repeat(64),
    batch: 3,
    alreadyImported,
    rows: 40,
    accepted,
    rejected: { 'too-many': 40 - accepted },
  };
  const done = {
    job: 'j',
    state: 'done',
    label: '',
    fraction: 1,
    rows: 40,
    funnel: null,
    error: null,
  } as const;
  const progress = { ...done, report: { imports: [result] } };
  render(<JobPanel job={{ job: 'j', isDryRun: false, progress, pace: null, failure: null }} />);
}

it('an import that added ballots is done', () => {
  show(40, false);
  expect(screen.getByRole('alert').className).toContain('success');
  expect(screen.getByText('导入完成')).toBeTruthy();
});

it('one after which no ballot counts warns, and says what to look at', () => {
  show(0, false);
  expect(screen.getByRole('alert').className).toContain('warning');
  expect(screen.getByText(/没有一张有效选票/)).toBeTruthy();
});

it('one of bytes that were there before says that nothing was added, and how to read them in another way', () => {
  show(40, true);
  expect(screen.getByRole('alert').className).toContain('info');
  expect(screen.getByText('这些文件以前都导入过，没有增加任何内容')).toBeTruthy();
  expect(screen.getByText(/先撤回批次 3，再导入/)).toBeTruthy();
});
