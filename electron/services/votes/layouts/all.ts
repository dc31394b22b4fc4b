import { canonicalLayout } from './canonical.ts';
import type { Recognition, VoteLayout } from './layout.ts';

/** Further layouts, the most particular first: a further one is a file beside this one and a line here. */
const others: readonly VoteLayout[] = [];

/** By the first layout that fits; where none does, what the canonical one misses, because people are asked for that. */
export function recogniseLayout(header: readonly string[], needsTime: boolean): Recognition {
  for (const layout of others) {
    const recognition = layout.recognise(header, needsTime);
    if (recognition.layout !== null) return recognition;
  }
  return canonicalLayout.recognise(header, needsTime);
}
