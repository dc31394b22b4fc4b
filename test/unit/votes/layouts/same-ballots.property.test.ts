import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../electron/services/votes/source/inspect-file.ts';
import { openBallots } from '../../../../electron/services/votes/source/open-ballots.ts';
import { ballotContext, checkBallot } from '../../../../shared/ballots/check.ts';
import { voteMappingSchema, type VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { titles, titledCandidates } from '../../../support/titled-candidates.ts';
import { votesRound } from '../../../support/votes-workspace.ts';
import { temporaryFolder, valueOf } from '../../../support/workspace.ts';

/**
 * The same ballots written in every layout are the same ballots: account, instant, verdict and identity of each, and as many.
 * An account has a moment once, because layouts that gather rows know a ballot by its account and moment.
 */
interface Ballot {
  readonly account: string;
  /** Seconds after the opening. */
  readonly second: number;
  /** Candidates, and 0 for a text that is no candidate; in the order of the columns, none twice. */
  readonly chosen: readonly number[];
}

const context = ballotContext(
  votesRound,
  titledCandidates.map(({ candidate }) => candidate),
);
const place = {
  workspace: 'real',
  needsTime: true,
  timeZone: votesRound.timeZone,
  candidates: titledCandidates,
} as const;

const other = '其他项目';
const options = [...titles, other];
const optionText = (candidate: number): string => (candidate === 0 ? other : (titles[candidate - 1] ?? ''));
const opening = Date.UTC(2017, 2, 22);
const timeOf = (second: number): string =>
  new Date(opening + second * 1000).toISOString().slice(0, 19).replace('T', ' ');
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;

const ballots: fc.Arbitrary<readonly Ballot[]> = fc.uniqueArray(
  fc.record({
    account: fc.constantFrom('oA', 'oB', '李四', '13800001111', 'o"quoted",x'),
    second: fc.integer({ min: -100_000, max: 900_000 }),
    chosen: fc
      .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 })
      .map((chosen) => chosen.toSorted((left, right) => (left || 7) - (right || 7))),
  }),
  { minLength: 1, maxLength: 12, selector: ({ account, second }) => `${account} ${second}` },
);

type Files = readonly (readonly [name: string, content: string | Uint8Array])[];

interface Written {
  readonly files: Files;
  readonly mapping: VoteMapping;
}

const column = (header: string) => ({ header });
const voter = { account: column('openid'), time: column('投票时间'), ip: null };

function mappingOf(layout: unknown, separator: string | null = null): VoteMapping {
  return voteMappingSchema.parse({
    format: 'judging-workstation/vote-mapping',
    version: 1,
    name: '往返',
    layout,
    time: { zone: null, numbers: null, dayOrder: null },
    choices: { separator, correspondence: [] },
  });
}

const listMapping = (separator: string | null = null): VoteMapping =>
  mappingOf({ kind: 'ballot-list', ...voter, choices: column('所选项目') }, separator);
const listHead = ['openid', '投票时间', '所选项目'];

function asNumbers(all: readonly Ballot[]): Written {
  const rows = all.map(({ account, second, chosen }) => [
    account,
    timeOf(second),
    chosen.map((each) => (each === 0 ? other : String(each))).join(';'),
  ]);
  return { files: [['票.csv', csv([listHead, ...rows])]], mapping: listMapping() };
}

function asTitles(all: readonly Ballot[], separator: string): Written {
  const rows = all.map(({ account, second, chosen }) => [
    account,
    timeOf(second),
    chosen.map(optionText).join(separator),
  ]);
  const agreed = separator === '┋' ? separator : null;
  return { files: [['票.csv', csv([listHead, ...rows])]], mapping: listMapping(agreed) };
}

function asColumns(all: readonly Ballot[], chosenCell: 'one' | 'non-empty'): Written {
  const head = options.map((option) => `第6题(${option})`);
  const rows = all.map(({ account, second, chosen }) => [
    account,
    timeOf(second),
    ...options.map((option, index) => {
      const isChosen = chosen.includes(index === titles.length ? 0 : index + 1);
      if (chosenCell === 'one') return isChosen ? '1' : '0';
      return isChosen ? option : '';
    }),
  ]);
  const layout = {
    kind: 'ballot-columns',
    ...voter,
    chosen: chosenCell,
    options: head.map((header, index) => ({
      column: column(header),
      candidate: index === titles.length ? null : index + 1,
    })),
  };
  return {
    files: [['票.csv', csv([['openid', '投票时间', ...head], ...rows])]],
    mapping: mappingOf(layout),
  };
}

/** In rounds: the first choice of every ballot, then the second, so that no ballot's rows follow each other. */
function asRows(all: readonly Ballot[], hasId: boolean): Written {
  const rows = Array.from({ length: 7 }, (_, round) =>
    all.flatMap(({ account, second, chosen }, index) => {
      const choice = chosen[round];
      return choice === undefined
        ? []
        : [[account, timeOf(second), optionText(choice), ...(hasId ? [`v${index}`] : [])]];
    }),
  ).flat();
  const head = ['openid', '投票时间', '候选项目', ...(hasId ? ['选票编号'] : [])];
  const layout = {
    kind: 'choice-rows',
    ...voter,
    candidate: column('候选项目'),
    ballot: hasId ? column('选票编号') : null,
  };
  return { files: [['票.csv', csv([head, ...rows])]], mapping: mappingOf(layout) };
}

function perCandidate(all: readonly Ballot[]): (readonly [number, string[][]])[] {
  return titles.map((_, index) => [
    index + 1,
    [
      ['openid', '投票时间'],
      ...all
        .filter(({ chosen }) => chosen.includes(index + 1))
        .map(({ account, second }) => [account, timeOf(second)]),
    ],
  ]);
}

function asFiles(all: readonly Ballot[]): Written {
  const candidates = titles.map((_, index) => ({ source: `${index + 1}.csv`, candidate: index + 1 }));
  return {
    files: perCandidate(all).map(([candidate, rows]) => [`${candidate}.csv`, csv(rows)]),
    mapping: mappingOf({ kind: 'candidate-files', ...voter, candidates }),
  };
}

async function asSheets(all: readonly Ballot[]): Promise<Written> {
  const candidates = titles.map((_, index) => ({ source: String(index + 1), candidate: index + 1 }));
  const sheets = perCandidate(all).map(([candidate, rows]) => ({ name: String(candidate), rows }));
  return {
    files: [['票.xlsx', await writeXlsx({ sheets })]],
    mapping: mappingOf({ kind: 'candidate-files', ...voter, candidates }),
  };
}

const folder = temporaryFolderOnce();

function temporaryFolderOnce(): () => string {
  let made: string | null = null;
  return () => (made ??= temporaryFolder());
}

/** Everything that the rules know of each ballot, in an order of its own. */
async function readBack({ files, mapping }: Written): Promise<string[]> {
  const inspected = [];
  mkdirSync(folder(), { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder(), name);
    writeFileSync(path, content);
    inspected.push(valueOf(await inspectFile({ path, name }, () => undefined)));
  }
  const opened = await openBallots(inspected, mapping, place);
  if (opened.kind !== 'ballots') throw new Error('no ballots');
  const read: string[] = [];
  for await (const part of opened.parts)
    for (const { ballot } of part) {
      const { account, instant, timePrecision, verdict, listed, choices, identity } = checkBallot(
        ballot,
        context,
      );
      read.push(JSON.stringify([account, instant, timePrecision, verdict, listed, choices, identity]));
    }
  return read.toSorted();
}

describe('the same ballots in every layout', () => {
  it('are the same ballots', async () => {
    await fc.assert(
      fc.asyncProperty(ballots, async (all) => {
        const expected = await readBack(asNumbers(all));
        expect(expected).toHaveLength(all.length);
        const ways = [
          asTitles(all, '┋'),
          asTitles(all, ';'),
          asTitles(all, '、'),
          asColumns(all, 'one'),
          asColumns(all, 'non-empty'),
          asRows(all, false),
          asRows(all, true),
        ];
        for (const way of ways) expect(await readBack(way)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same too in a file or a sheet for each candidate, which hold nothing but candidates', async () => {
    const ofCandidates = ballots.map((all) =>
      all.map((ballot) => ({ ...ballot, chosen: ballot.chosen.filter((each) => each > 0) })),
    );
    await fc.assert(
      fc.asyncProperty(ofCandidates, async (all) => {
        // Whoever chose nobody stands in no file.
        const kept = all.filter(({ chosen }) => chosen.length > 0);
        fc.pre(kept.length > 0);
        const expected = await readBack(asNumbers(kept));
        expect(await readBack(asFiles(kept))).toEqual(expected);
        expect(await readBack(await asSheets(kept))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});
