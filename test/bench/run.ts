import { benchMerge } from './merge.ts';
import { benchVotes } from './votes.ts';

/**
 * Timings, for people to read: `npm run bench`, `npm run bench -- merge`, `npm run bench -- votes 1000000`. They never fail a
 * test run, because machines are noisy.
 */
const [topic = 'all', size = '100000'] = process.argv.slice(2);
if (topic === 'all' || topic === 'merge') benchMerge();
if (topic === 'all' || topic === 'votes') await benchVotes(Number(size));
if (!['all', 'merge', 'votes'].includes(topic)) {
  console.error('usage: npm run bench -- [merge | votes [ROWS]]');
  process.exitCode = 2;
}
