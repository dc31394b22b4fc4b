import { benchImport } from './import-against-baselines.ts';
import { benchMerge } from './merge.ts';
import { benchVotes } from './votes.ts';

/**
 * Timings, for people to read: `npm run bench`, `npm run bench -- merge`, `npm run bench -- marks 1000000` (marks saved during an
 * import), `npm run bench -- votes 1000000 5` (five rounds against the baselines; 10000000 for the large one). They never fail a test
 * run, because machines are noisy.
 */
const [topic = 'all', size = '1000000', rounds = '3'] = process.argv.slice(2);
if (topic === 'all' || topic === 'merge') benchMerge();
if (topic === 'all' || topic === 'marks') await benchVotes(Number(size));
if (topic === 'all' || topic === 'votes') await benchImport(Number(size), Number(rounds));
if (!['all', 'merge', 'marks', 'votes'].includes(topic)) {
  console.error('usage: npm run bench -- [merge | marks [ROWS] | votes [ROWS [ROUNDS]]]');
  process.exitCode = 2;
}
