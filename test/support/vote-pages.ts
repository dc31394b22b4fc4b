import { ballotsPerPage, columnsOf, type BallotPage } from '../../electron/database/ballot-page-columns.ts';
import { pageInserter } from '../../electron/database/ballot-pages.ts';
import { standingsWriter } from '../../electron/database/ballot-standings.ts';
import type { Connection } from '../../electron/database/connection.ts';
import { changeFunnel, readVoteGeneration } from '../../electron/database/vote-batches.ts';
import { mostChoiceBytes, writeChoice } from '../../shared/ballots/choice-bytes.ts';
import type { Standing } from '../../shared/ballots/rejection.ts';
import { standingCode, verdictsByCode } from '../../shared/ballots/standing-codes.ts';
import { hashPairs, type ExampleBallot } from './suspicious-ballots.ts';
import { votesRound } from './votes-workspace.ts';
import { temporaryWorkspace, type TestWorkspace } from './workspace.ts';

/** A ballot with what it counts as; `accepted` where nothing is said. */
export type StoredExample = ExampleBallot & { readonly standing?: Standing };

export const twentyCandidates = Array.from({ length: 20 }, (_, index) => ({
  candidate: index + 1,
  title: `${index + 1} 号项目`,
  organisation: '',
  district: '',
  text: '',
}));

/** A workspace with twenty candidates and no votes. */
export function pagesWorkspace(): TestWorkspace {
  return temporaryWorkspace({
    round: { ...votesRound, counts: { ...votesRound.counts, candidates: 20 } },
    candidates: twentyCandidates,
  });
}

function pageOf(ballots: readonly StoredExample[], firstLine: number): BallotPage {
  const bytes = new Uint8Array(
    ballots.reduce((sum, { choices }) => sum + choices.length, 0) * mostChoiceBytes,
  );
  let end = 0;
  const choiceEnds = Uint32Array.from(ballots, ({ choices }) => {
    for (const choice of choices) end = writeChoice(bytes, end, choice);
    return end;
  });
  return {
    rows: ballots.length,
    accounts: hashPairs(ballots.map(({ account }) => account)),
    instants: Float64Array.from(ballots, ({ instant }) => instant ?? NaN),
    verdicts: Uint8Array.from(ballots, ({ standing = 'accepted' }) =>
      Math.max(
        0,
        verdictsByCode.findIndex((verdict) => verdict === standing),
      ),
    ),
    lines: Uint32Array.from(ballots, (_, row) => firstLine + row),
    choiceEnds,
    choices: bytes.subarray(0, end),
    ips: ballots.some(({ address }) => address !== undefined)
      ? hashPairs(ballots.map(({ address }) => address ?? 0))
      : null,
    sources: null,
    texts: new Map(),
  };
}

/** Writes a batch in force as an import leaves it, its standings given instead of decided. */
export function storeBatch(connection: Connection, batch: number, ballots: readonly StoredExample[]): void {
  const generation = readVoteGeneration(connection);
  connection
    .prepare(
      `INSERT INTO vote_batch (id, file, sha256, bytes, rows, layout, mapping, sources, time_zone, time_precision,
         minutes_equal, digest, state, imported_at, imported_by)
       VALUES (?, ?, ?, 1, ?, 'canonical', '{}', '[]', 'Asia/Shanghai', 'second', 0, ?, 'in-force', '2017-04-01', 'test')`,
    )
    .run(batch, `${batch}.csv`, String(batch).padStart(64, '0'), ballots.length, '0'.repeat(64));
  const insertPage = pageInserter(connection);
  const writeStandings = standingsWriter(connection);
  const funnel = new Map<Standing, number>();
  for (let page = 0; page * ballotsPerPage < ballots.length; page += 1) {
    const rows = ballots.slice(page * ballotsPerPage, (page + 1) * ballotsPerPage);
    insertPage(batch, page, columnsOf(pageOf(rows, 2 + page * ballotsPerPage)));
    const standings = rows.map(({ standing = 'accepted' }) => standing);
    writeStandings(batch, page, generation, Uint8Array.from(standings, standingCode));
    for (const standing of standings) funnel.set(standing, (funnel.get(standing) ?? 0) + 1);
  }
  changeFunnel(connection, batch, funnel);
}
