// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ImportPreview } from '../../../shared/contract/uploads.ts';
import { ImportDialog } from '../../../renderer/components/import-dialog/ImportDialog.tsx';
import { fakeDoor, refusal } from './fake-door.ts';
import { stubBrowser } from './stage.ts';

const upload = { upload: 'u1', name: '委员.xlsx', bytes: 10, sha256: 'ab' };
vi.mock('../../../renderer/client/upload.ts', () => ({
  uploadFile: async () => ({ ok: true, value: upload }),
}));

beforeEach(stubBrowser);
afterEach(cleanup);

const clean: ImportPreview = {
  file: '委员.xlsx',
  columns: [{ field: 'expert', header: '姓名' }],
  ignoredColumns: ['备注'],
  rows: 3,
  created: 2,
  completed: 0,
  unchanged: 1,
  problems: [],
  problemCount: 0,
  sample: [{ row: 2, cells: { expert: '王建国' } }],
};

function open(
  onImported = vi.fn(),
  onClose = vi.fn(),
): { onImported: typeof onImported; onClose: typeof onClose } {
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <ImportDialog table="experts" onImported={onImported} onClose={onClose} />
    </ConfigProvider>,
  );
  const file = new File(['x'], '委员.xlsx');
  fireEvent.change(screen.getByLabelText('选择要导入的文件'), { target: { files: [file] } });
  return { onImported, onClose };
}

test('a row with a problem is named with its row and column, and nothing can be imported', async () => {
  const seen = fakeDoor({
    'POST /api/imports/experts/preview': {
      body: {
        ...clean,
        created: 2,
        problems: [{ row: 3, column: '评审委员', problem: '姓名是空的' }],
        problemCount: 1,
      } satisfies ImportPreview,
    },
  });
  open();
  expect(await screen.findByText('姓名是空的')).toBeTruthy();
  expect(screen.getByRole('cell', { name: '3' })).toBeTruthy();
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: '导入' });
  expect(confirm.disabled).toBe(true);
  fireEvent.click(confirm);
  expect(seen.some((request) => request.url === '/api/imports/experts')).toBe(false);
});

test('a clean table says what it would do and is written only when confirmed', async () => {
  const seen = fakeDoor({
    'POST /api/imports/experts/preview': { body: clean },
    'POST /api/imports/experts': {
      body: { file: '委员.xlsx', rows: 3, created: 2, completed: 0, unchanged: 1 },
    },
  });
  const { onImported } = open();
  expect(await screen.findByText(/将新登记 2 行，另有 1 行已经登记过/)).toBeTruthy();
  expect(screen.getByText('备注')).toBeTruthy();
  expect(onImported).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '导入这 2 行' }));
  expect(await screen.findByText('导入完成')).toBeTruthy();
  expect(onImported).toHaveBeenCalledOnce();
  expect(seen.at(-1)).toMatchObject({ url: '/api/imports/experts', body: { upload: 'u1' } });
});

test('a table that only fills in what was empty says so and can be imported', async () => {
  fakeDoor({
    'POST /api/imports/experts/preview': { body: { ...clean, created: 0, completed: 2 } },
    'POST /api/imports/experts': {
      body: { file: '委员.xlsx', rows: 3, created: 0, completed: 2, unchanged: 1 },
    },
  });
  open();
  expect(await screen.findByText(/将新登记 0 行，补全 2 行，另有 1 行/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '导入这 2 行' }));
  expect(await screen.findByText('新登记 0 行，补全 2 行，1 行原已登记、没有重复。')).toBeTruthy();
});

test('a file that is refused leads back to choosing, with the sentence, and is dropped from the spool', async () => {
  const seen = fakeDoor({
    'POST /api/imports/experts/preview': refusal('columns-missing', '文件“委员.xlsx”缺少列：评审委员。'),
    'DELETE /api/uploads/u1': { body: {} },
  });
  open();
  expect((await screen.findByRole('alert')).textContent).toBe('文件“委员.xlsx”缺少列：评审委员。');
  expect(screen.getByRole('button', { name: /选择文件/ })).toBeTruthy();
  expect(seen.at(-1)).toMatchObject({ method: 'DELETE', url: '/api/uploads/u1' });
});

test('cancelling drops the file that was looked at', async () => {
  const seen = fakeDoor({
    'POST /api/imports/experts/preview': { body: clean },
    'DELETE /api/uploads/u1': { body: {} },
  });
  const { onClose } = open();
  await screen.findByText(/将新登记/);
  fireEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(seen.at(-1)).toMatchObject({ method: 'DELETE', url: '/api/uploads/u1' });
});
