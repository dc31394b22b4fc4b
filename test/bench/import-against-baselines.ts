import { execFileSync } from 'node:child_process';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeXlsx } from 'hucre/xlsx';
import { timedProcess, type TimedProcess } from './timed-process.ts';

const root = join(import.meta.dirname, '..', '..');
const baselines = join(root, '..', 'shared', 'bench');
const judging = join(root, 'dist', 'main', 'judging.js');
const lineFeed = 10;
const longestLine = 4096;

/** As `gen.mjs` writes it beside the file. */
interface Expected {
  /** Null where nobody counted. */
  readonly accepted: number | null;
  /** Null where nobody knows: in another order another of two ballots of the same second may count. */
  readonly tally: Readonly<Record<string, number>> | null;
}

/**
 * Whole programs against each other, one after the other and in turn: the built command line importing a file of the generator into
 * an empty workspace, DuckDB storing the same with two threads, and the tuned sqlite3 command line. Each result is held against what the
 * generator made.
 */
export async function benchImport(rows: number, rounds: number): Promise<void> {
  if (!existsSync(judging)) throw new Error('build first: npm run build');
  if (!existsSync(join(baselines, 'gen.mjs')))
    throw new Error('the generator and the baselines of ../shared/bench are not here');
  const folder = mkdtempSync(join(tmpdir(), 'judging-bench-'));
  try {
    const file = join(folder, 'votes.csv');
    execFileSync(process.execPath, [join(baselines, 'gen.mjs'), '--n', String(rows), '--out', file]);
    const expected = JSON.parse(readFileSync(join(folder, 'votes.expected.json'), 'utf8')) as Expected;
    const runs = new Map<string, TimedProcess[]>();
    const note = (name: string, run: TimedProcess): void =>
      void runs.set(name, [...(runs.get(name) ?? []), run]);
    for (let round = 0; round < rounds; round += 1) {
      note('this program', await importOnce(folder, file, expected));
      for (const [name, run] of await baselineRuns(folder, file, rows)) note(name, run);
    }
    const shuffled = join(folder, 'shuffled.csv');
    shuffle(file, shuffled);
    const workbook = join(folder, 'votes.xlsx');
    const inWorkbook = await asWorkbook(file, workbook);
    note(
      `this program, ${inWorkbook} rows as XLSX`,
      await importOnce(folder, workbook, { accepted: null, tally: null }),
    );
    note('this program, file shuffled', await importOnce(folder, shuffled, { ...expected, tally: null }));
    report(rows, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importOnce(folder: string, file: string, expected: Expected): Promise<TimedProcess> {
  const data = join(folder, 'workspace');
  rmSync(data, { recursive: true, force: true });
  const command = (...words: string[]): string =>
    execFileSync(process.execPath, [judging, '--data', data, '--json', ...words], { encoding: 'utf8' });
  command('init');
  const run = await timedProcess(process.execPath, [
    judging,
    '--data',
    data,
    '--json',
    'votes',
    'import',
    file,
  ]);
  const { imports } = JSON.parse(run.output) as { imports: { accepted: number }[] };
  const { tally } = JSON.parse(command('votes', 'tally')) as {
    tally: { candidate: number; votes: number }[];
  };
  const isRight =
    imports[0]?.accepted === (expected.accepted ?? imports[0]?.accepted) &&
    tally.every(({ candidate, votes }) => (expected.tally?.[String(candidate)] ?? votes) === votes);
  if (!isRight) throw new Error('the import is not what the generator made');
  return run;
}

/** Those whose programs are on this machine; the others are named. */
async function baselineRuns(folder: string, file: string, rows: number): Promise<[string, TimedProcess][]> {
  const runs: [string, TimedProcess][] = [];
  const modules = process.env['BENCH_MODULES'];
  if (modules === undefined) console.log('no DuckDB: BENCH_MODULES names no folder with @duckdb/node-api');
  else {
    const words = ['run_duckdb.mjs', 'b2_stlam.sql'].map((name) => join(baselines, name));
    const target = join(folder, 'out.duckdb');
    const run = await timedProcess(process.execPath, [...words, file, target], { BENCH_MODULES: modules });
    runs.push(['DuckDB, 2 threads, ballots stored', run]);
  }
  // Ten million take sqlite3 many minutes.
  if (rows <= 1_000_000 && existsSync('/usr/bin/sqlite3')) {
    const script = join(baselines, 'run_sqlite.sh');
    const run = await timedProcess('bash', [script, 'a5_group.sql', file, join(folder, 'out.db')]);
    runs.push(['sqlite3 command line, tuned', run]);
  }
  return runs;
}

/** The header stays; the lines come in an order that has nothing to do with time. As bytes: a text ends at half a gigabyte. */
function shuffle(from: string, to: string): void {
  const bytes = readFileSync(from);
  const starts: number[] = [];
  for (
    let at = bytes.indexOf(lineFeed) + 1;
    at > 0 && at < bytes.length;
    at = bytes.indexOf(lineFeed, at) + 1
  )
    starts.push(at);
  const order = Uint32Array.from(starts);
  let state = 20_170_322;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  const target = openSync(to, 'w');
  const piece = Buffer.alloc(1 << 24);
  let filled = bytes.copy(piece, 0, 0, starts[0]);
  for (const start of order) {
    filled += bytes.copy(piece, filled, start, bytes.indexOf(lineFeed, start) + 1);
    if (filled < piece.length - longestLine) continue;
    writeSync(target, piece, 0, filled);
    filled = 0;
  }
  writeSync(target, piece, 0, filled);
  closeSync(target);
}

const mostInWorkbook = 100_000;

/** The first rows of a file as a workbook, all cells as texts; returns how many ballots there are. */
async function asWorkbook(from: string, to: string): Promise<number> {
  const cells: string[][] = [];
  for await (const line of createInterface(createReadStream(from))) {
    cells.push(line.split(','));
    if (cells.length > mostInWorkbook) break;
  }
  writeFileSync(to, await writeXlsx({ sheets: [{ name: 'votes', rows: cells }] }));
  return cells.length - 1;
}

function report(rows: number, runs: ReadonlyMap<string, readonly TimedProcess[]>): void {
  const own = median(runs.get('this program') ?? []);
  console.log(`votes import, ${rows} rows, whole programs from start to end, median of each:`);
  for (const [name, timed] of runs) {
    const seconds = median(timed);
    const megabytes = Math.round(Math.max(...timed.map((each) => each.megabytes)));
    const isOther = name !== 'this program' && !name.endsWith('XLSX');
    const ratio = isOther ? `, ${(seconds / own).toFixed(2)} × this program` : '';
    console.log(`  ${name}: ${seconds.toFixed(2)} s, ${megabytes} MB${ratio}`);
  }
}

function median(runs: readonly TimedProcess[]): number {
  const sorted = runs.map(({ seconds }) => seconds).toSorted((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
