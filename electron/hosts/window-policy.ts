import type { Session, WebContents } from 'electron';

/** The one origin of the program's page. */
export const pageOrigin = 'app://workstation';
export const pageAddress = `${pageOrigin}/`;

export function isPageAddress(address: string): boolean {
  // The scheme is unknown to the URL class as a web scheme, so its `origin` is "null": compared by parts.
  try {
    const { protocol, host, username, password } = new URL(address);
    return protocol === 'app:' && host === 'workstation' && username === '' && password === '';
  } catch {
    return false;
  }
}

interface Preventable {
  readonly url: string;
  readonly preventDefault: () => void;
}

function stayOnPage(event: Preventable): void {
  if (!isPageAddress(event.url)) event.preventDefault();
}

/** The window shows the program's own page and nothing else: no other address, no new window, no embedded browser. */
export function restrictContents(contents: WebContents): void {
  contents.on('will-navigate', stayOnPage);
  contents.on('will-frame-navigate', stayOnPage);
  contents.on('will-redirect', stayOnPage);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No permission, no device, and no request that leaves the program: it works without a network, and shows that it does. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app|devtools|data|blob):/.test(details.url) });
  });
}
