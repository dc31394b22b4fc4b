import { ballotsPerPage, rowOf, type PackedPage } from '../../electron/database/packed-page.ts';
import { pageInserter } from '../../electron/database/ballot-pages.ts';
import { standingsWriter } from '../../electron/database/ballot-standings.ts';
import type { Connection } from '../../electron/database/connection.ts';
import { changeFunnel, readVoteGeneration } from '../../electron/database/vote-batches.ts';
import { PageBuilder } from '../../electron/services/votes/reading/page-builder.ts';
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

function pageOf(ballots: readonly StoredExample[], firstLine: number): PackedPage {
  const builder = new PageBuilder();
  ballots.forEach(({ account, address, instant, choices, standing = 'accepted' }, row) => {
    const [accountLow = 0, accountHigh = 0] = hashPairs([account]);
    const [low = 0, high = 0] = hashPairs([address ?? 0]);
    const verdict = verdictsByCode.findIndex((each) => each === standing);
    builder.add({
      source: 0,
      line: firstLine + row,
      accountLow,
      accountHigh,
      ip: address === undefined ? null : { low, high },
      instant: instant ?? NaN,
      verdictCode: Math.max(0, verdict),
      choices,
      texts: null,
    });
  });
  return builder.take();
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
    insertPage(batch, page, rowOf(pageOf(rows, 2 + page * ballotsPerPage)));
    const standings = rows.map(({ standing = 'accepted' }) => standing);
    writeStandings(batch, page, generation, Uint8Array.from(standings, standingCode));
    for (const standing of standings) funnel.set(standing, (funnel.get(standing) ?? 0) + 1);
  }
  changeFunnel(connection, batch, funnel);
}
