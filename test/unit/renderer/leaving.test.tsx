// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signOutWithPage } from '../../../renderer/client/call.ts';
import { SlipDialog } from '../../../renderer/components/SlipDialog.tsx';
import { useRoute } from '../../../renderer/state/route.ts';
import { sessionStore } from '../../../renderer/state/session.ts';
import { fakeDoor } from './fake-door.ts';
import { stubBrowser } from './stage.ts';

const person = { id: 1, name: '周敏', role: 'secretariat', organisation: '' } as const;

beforeEach(() => {
  stubBrowser();
  window.location.hash = '#/experts';
  useRoute.setState({ screen: 'experts', item: null });
});
afterEach(cleanup);

const closing = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** What the back button does to the address. */
function goBack(): void {
  window.history.replaceState(null, '', '#/overview');
  window.dispatchEvent(new Event('hashchange'));
}

test('a PIN that is shown once is not lost by the back button or by closing the window without being asked', () => {
  const asked = vi.spyOn(window, 'confirm').mockReturnValue(false);
  const { unmount } = render(
    <SlipDialog title="临时 PIN" closeName="已交给本人，关闭" onClose={() => undefined}>
      493817
    </SlipDialog>,
  );
  expect(closing()).toBe(true);
  goBack();
  expect(asked).toHaveBeenCalledWith(expect.stringContaining('小条只显示这一次'));
  expect(useRoute.getState().screen).toBe('experts');
  expect(window.location.hash).toBe('#/experts');

  asked.mockReturnValue(true);
  goBack();
  expect(useRoute.getState().screen).toBe('overview');

  unmount();
  asked.mockClear();
  expect(closing()).toBe(false);
  goBack();
  expect(asked).not.toHaveBeenCalled();
});

test('a page that goes away signs its person out, so that nobody is taken for present', () => {
  const seen = fakeDoor({ 'DELETE /api/session': { body: {} } });
  sessionStore.getState().end();
  signOutWithPage();
  expect(seen).toEqual([]);
  sessionStore.getState().begin({ token: 'mine', person, mustChangePassword: false });
  signOutWithPage();
  expect(seen).toMatchObject([
    { method: 'DELETE', url: '/api/session', headers: { Authorization: 'Bearer mine' } },
  ]);
});
