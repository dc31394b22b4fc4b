import { useEffect, useState } from 'react';

/** How long after a dialog has closed the lists behind it may still be read anew, in milliseconds. */
const settling = 3000;

/**
 * When what uses it closes, the keyboard goes on from where it was opened; where that is gone, from the heading of the section in
 * which it stood. Without it the browser begins at the top of the page again.
 */
export function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  const [section] = useState(() => opener?.closest('section, article, main') ?? null);
  useEffect(
    () => () => {
      giveBack(opener, section);
    },
    [opener, section],
  );
}

/** Where nothing has the focus any more, the heading of the section gets it, so that the keyboard goes on there. */
export function keepFocusIn(section: Element | null): void {
  if (section === null || !isLost()) return;
  const heading = section.querySelector('h1, h2, h3');
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus();
}

function giveBack(opener: Element | null, section: Element | null): void {
  if (opener instanceof HTMLElement) opener.focus();
  if (section === null) return;
  keepFocusIn(section);
  // The act may take the opener away a moment later, with the row in which it stood.
  const watch = new MutationObserver(() => {
    keepFocusIn(section);
  });
  watch.observe(section, { childList: true, subtree: true });
  setTimeout(() => {
    watch.disconnect();
  }, settling);
}

export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
