import { canonicalLayout } from './canonical.ts';
import type { RecognisedLayout, VoteLayout } from './layout.ts';

/** Every layout that is understood, the most particular first: a further one is a file beside this one and a line here. */
const layouts: readonly VoteLayout[] = [canonicalLayout];

export function recogniseLayout(header: readonly string[]): RecognisedLayout | null {
  for (const layout of layouts) {
    const recognised = layout.recognise(header);
    if (recognised !== null) return recognised;
  }
  return null;
}
