import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { isPageAddress, restrictContents, restrictSession } from '../../../electron/hosts/window-policy.ts';

/** Contents that remember what was asked of them, as far as the policy touches them. */
class FakeContents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  /** True when the policy let the event pass. */
  attempt(event: string, url: string): boolean {
    let isPrevented = false;
    this.emit(event, {
      url,
      preventDefault: () => {
        isPrevented = true;
      },
    });
    return !isPrevented;
  }
}

function restrictedContents(): FakeContents {
  const contents = new FakeContents();
  restrictContents(contents as unknown as WebContents);
  return contents;
}

const elsewhere = [
  'https://example.com/',
  'http://127.0.0.1:8000/',
  'file:///etc/passwd',
  'app://workstation.evil/',
  'app://evil/',
  'app://user@workstation/',
  'app:workstation',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  '',
];

test('the window stays on the program’s page, whoever asks it to leave', () => {
  const contents = restrictedContents();
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    for (const url of elsewhere)
      expect([event, url, contents.attempt(event, url)]).toEqual([event, url, false]);
    expect(contents.attempt(event, 'app://workstation/votes')).toBe(true);
  }
  expect(isPageAddress('app://workstation/')).toBe(true);
});

test('no new window opens and no browser is embedded, not even for our own page', () => {
  const contents = restrictedContents();
  for (const url of [...elsewhere, 'app://workstation/']) {
    expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    expect(contents.attempt('will-attach-webview', url)).toBe(false);
  }
});

test('no permission, no device, and no request that leaves the program', () => {
  let requestAnswer: boolean | null = null;
  let canCheck = true;
  let canUseDevice = true;
  const cancelled = new Map<string, boolean>();
  restrictSession({
    setPermissionRequestHandler: (
      handler: (contents: null, permission: string, answer: (allowed: boolean) => void) => void,
    ) => {
      handler(null, 'media', (allowed) => {
        requestAnswer = allowed;
      });
    },
    setPermissionCheckHandler: (handler: () => boolean) => {
      canCheck = handler();
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      canUseDevice = handler();
    },
    webRequest: {
      onBeforeRequest: (
        handler: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void,
      ) => {
        for (const url of [
          'https://example.com/x',
          'http://localhost/',
          'ws://example.com/',
          'file:///etc/passwd',
          'app://workstation/a.js',
          'blob:app://workstation/1',
        ]) {
          handler({ url }, ({ cancel }) => cancelled.set(url, cancel));
        }
      },
    },
  } as unknown as Session);
  expect([requestAnswer, canCheck, canUseDevice]).toEqual([false, false, false]);
  expect([...cancelled.values()]).toEqual([true, true, true, true, false, false]);
});
