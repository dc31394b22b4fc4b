import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { funnelReasons } from '../../shared/ballots/rejection.ts';
import { mergeReportSchema } from '../../shared/merging/report.ts';
import { type Round, roundSchema } from '../../shared/round/round.ts';
import { parseMark } from '../../shared/scoring/mark.ts';
import type { Recusal, SubmittedScore } from '../../shared/scoring/score.ts';
import type { BallotFile, Count } from './count-ballots.ts';

/**
 * The golden cases of test/cases/merge. A folder holds what a secretary would import (`round.json`, `candidates.json`,
 * `experts.csv`, `scores.csv`, `recusals.csv`, `votes.csv`) and what must come out: `expected-tally.json` as
 * `votes tally --json` prints it, and `expected-ranking.json`, the `ranking` and `cut` of `merge --json`. The expected files
 * were written by `golden_oracle.py` or by hand, never by the program.
 */
export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  readonly round: Round;
  readonly candidates: readonly { readonly candidate: number; readonly title: string }[];
  /** Names in the order of `experts.csv`; an expert's id is the place in it, from 1. */
  readonly experts: readonly string[];
  readonly scores: readonly SubmittedScore[];
  readonly recusals: readonly Recusal[];
  readonly votes: BallotFile;
  readonly expectedTally: Count;
  readonly expectedRanking: z.infer<typeof expectedRankingSchema>;
}

const casesFolder = join(import.meta.dirname, '..', 'cases', 'merge');

const expectedRankingSchema = mergeReportSchema.omit({ rules: true });

const candidatesSchema = z.object({
  candidates: z.array(z.object({ candidate: z.number().int(), title: z.string() })),
});

const tallySchema = z.object({
  ballots: z.object({
    rows: z.number(),
    accepted: z.number(),
    rejected: z.record(z.enum(funnelReasons), z.number()),
  }),
  tally: z.array(z.object({ candidate: z.number(), votes: z.number() })),
});

type Row = Readonly<Record<string, string>>;

function table(path: string): readonly Row[] {
  return z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(path), { columns: true }));
}

/** The rows of a canonical vote file; a row that ends early lacks the field altogether. */
function readVotes(path: string): BallotFile {
  const bytes = readFileSync(path);
  const lines = z.array(z.array(z.string())).parse(parse(bytes, { relax_column_count: true }));
  const rows = lines
    .slice(1)
    .map(([account = '', time, choices]) => ({ account, time: time ?? null, choices: choices ?? null }));
  return { hash: createHash('sha256').update(bytes).digest('hex'), rows };
}

function readScores(
  path: string,
  round: Round,
  expertId: (name: string) => number,
): readonly SubmittedScore[] {
  return table(path).flatMap((row) =>
    round.criteria.flatMap((criterion) => {
      const text = row[criterion.id] ?? '';
      if (text === '') return [];
      const mark = parseMark(text, criterion);
      if (mark === null) throw new Error(`${path}: no mark for ${criterion.id}: ${text}`);
      return [
        {
          expert: expertId(row['expert'] ?? ''),
          candidate: Number(row['candidate']),
          criterion: criterion.id,
          mark,
        },
      ];
    }),
  );
}

/** Reads one case; `name` is its folder's name. */
export function readGoldenCase(name: string): GoldenCase {
  const folder = join(casesFolder, name);
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const round = roundSchema.parse(json('round.json'));
  const experts = table(join(folder, 'experts.csv')).map((row) => row['expert'] ?? '');
  const expertId = (expert: string): number => {
    const place = experts.indexOf(expert);
    if (place < 0) throw new Error(`${name}: the expert ${expert} is not in experts.csv`);
    return place + 1;
  };
  return {
    name,
    folder,
    round,
    candidates: candidatesSchema.parse(json('candidates.json')).candidates,
    experts,
    scores: readScores(join(folder, 'scores.csv'), round, expertId),
    recusals: table(join(folder, 'recusals.csv')).map((row) => ({
      expert: expertId(row['expert'] ?? ''),
      candidate: Number(row['candidate']),
    })),
    votes: readVotes(join(folder, 'votes.csv')),
    expectedTally: tallySchema.parse(json('expected-tally.json')),
    expectedRanking: expectedRankingSchema.parse(json('expected-ranking.json')),
  };
}

/** The names of all cases. */
export function goldenCaseNames(): readonly string[] {
  return readdirSync(casesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
