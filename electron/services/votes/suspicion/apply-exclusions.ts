import { refused } from '../../../../shared/refusals/refusal.ts';
import type { ApplyExclusions } from './exclusions.ts';

/** Changes the votes by an exclusion, on a thread of its own. */
export const applyExclusions: ApplyExclusions = async () => refused('not-available', { what: '剔除选票' });
