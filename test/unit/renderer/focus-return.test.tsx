// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Dialog } from '../../../renderer/components/Dialog.tsx';
import { signInEach } from './stage.ts';

signInEach({ id: 1, name: '赵秘书', role: 'secretariat', organisation: '' });

/** A list with an act on its only row; done, the row is gone. */
function List(): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [isThere, setThere] = useState(true);
  return (
    <section>
      <h2>导入批次</h2>
      {isThere && (
        <button type="button" onClick={() => setOpen(true)}>
          撤回
        </button>
      )}
      {isOpen && (
        <Dialog
          title="撤回批次 1"
          okText="撤回这一批"
          onOk={() => {
            setThere(false);
            setOpen(false);
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function open(): void {
  render(<List />);
  const opener = screen.getByText('撤回');
  opener.focus();
  fireEvent.click(opener);
  screen.getByRole('button', { name: /撤回这一批/ }).focus();
}

it('a dialog that is left gives the keyboard back to what opened it', () => {
  open();
  fireEvent.click(screen.getByRole('button', { name: /取 ?消|Cancel/ }));
  expect(document.activeElement).toBe(screen.getByText('撤回'));
});

it('where that is gone, the keyboard goes on at the heading of its section', () => {
  open();
  fireEvent.click(screen.getByRole('button', { name: /撤回这一批/ }));
  expect(screen.queryByText('撤回')).toBeNull();
  expect(document.activeElement).toBe(screen.getByText('导入批次'));
});
