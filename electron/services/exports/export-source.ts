import type { Candidate } from '../../../shared/contract/applications.ts';
import type { MergeScreen } from '../../../shared/contract/merge.ts';
import type { VoteTotals } from '../../../shared/contract/vote-totals.ts';
import type { VoteBatch, VoteTally } from '../../../shared/contract/votes.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import type { Round } from '../../../shared/round/round.ts';
import type { Mark } from '../../../shared/scoring/mark.ts';
import { readCandidates } from '../../database/applications.ts';
import { actorText, sha256Text } from '../../database/audit-log.ts';
import { readExperts, type PersonRecord } from '../../database/people.ts';
import { readRecusals } from '../../database/recusals.ts';
import { readRuleLock, readRules, type RuleLock } from '../../database/rounds.ts';
import { readScores, readSubmissions } from '../../database/score-sheets.ts';
import { readTableImports, type TableImportRecord } from '../../database/table-imports.ts';
import { readVoteExclusions, type VoteExclusionRecord } from '../../database/vote-exclusions.ts';
import { canonicalText } from '../../../shared/audit/canonical.ts';
import { actorName } from '../actor-name.ts';
import { readMerge } from '../merge.ts';
import { scoreSheetHash } from '../submission.ts';
import type { Caller } from '../use-case.ts';
import { listVoteBatches, readVoteTally } from '../votes/index.ts';
import { listVoteTotals } from '../votes/totals.ts';
import { programVersion } from './program-version.ts';

export const demonstrationBanner = '演示数据，不得用于正式评选';

/** One expert with a submitted sheet, as the workbook names them. */
export interface PanelMember {
  readonly id: number;
  /** With the code where two share a name. */
  readonly name: string;
  readonly submittedAt: string;
  /** SHA-256 of the sheet as it is recorded now. */
  readonly sheetHash: string;
  /** Single marks as `candidate:criterion`. */
  readonly marks: ReadonlyMap<string, Mark>;
}

/** Everything that an export shows, read at one moment. */
export interface ExportSource {
  readonly isDemonstration: boolean;
  readonly round: Round;
  readonly rulesHash: string;
  readonly lock: RuleLock | null;
  readonly candidates: ReadonlyMap<number, Candidate>;
  readonly merge: MergeScreen;
  readonly panel: readonly PanelMember[];
  /** Recused pairs as `expert:candidate`. */
  readonly recused: ReadonlySet<string>;
  readonly tally: VoteTally;
  readonly batches: readonly VoteBatch[];
  /** Totals without ballots, those that do not count too. */
  readonly totals: readonly VoteTotals[];
  /** Exclusions of ballots in force, in the order in which they were decided. */
  readonly exclusions: readonly VoteExclusionRecord[];
  readonly tables: readonly TableImportRecord[];
  readonly exportedBy: string;
  readonly exportedAt: Date;
  readonly version: string;
}

export function readExportSource(caller: Caller): Result<ExportSource> {
  const { connection, kind } = caller.workspace;
  const merge = readMerge(caller, { set: '' });
  if (!merge.ok) return merge;
  const tally = readVoteTally(caller);
  if (!tally.ok) return tally;
  const batches = listVoteBatches(caller);
  if (!batches.ok) return batches;
  const totals = listVoteTotals(caller);
  if (!totals.ok) return totals;
  const round = readRules(connection);
  const experts = readExperts(connection);
  const submissions = readSubmissions(connection);
  return done({
    isDemonstration: kind === 'demonstration',
    round,
    rulesHash: sha256Text(canonicalText(round)),
    lock: readRuleLock(connection),
    candidates: new Map(readCandidates(connection).map((candidate) => [candidate.candidate, candidate])),
    merge: merge.value,
    panel: experts.flatMap((expert) => {
      const submittedAt = submissions.get(expert.id);
      if (submittedAt === undefined) return [];
      const sheetHash = scoreSheetHash(connection, expert.id);
      const marks = new Map(
        readScores(connection, expert.id).map((score) => [
          `${score.candidate}:${score.criterion}`,
          score.mark,
        ]),
      );
      return [{ id: expert.id, name: nameAmong(experts, expert), submittedAt, sheetHash, marks }];
    }),
    recused: new Set(readRecusals(connection).map(({ expert, candidate }) => `${expert}:${candidate}`)),
    tally: tally.value,
    batches: batches.value.batches,
    totals: totals.value.totals,
    exclusions: readVoteExclusions(connection)
      .filter(({ lifted }) => lifted === null)
      .toReversed(),
    tables: readTableImports(connection),
    exportedBy: actorName(actorText(caller.actor)),
    exportedAt: caller.now(),
    version: programVersion(),
  });
}

function nameAmong(experts: readonly PersonRecord[], { name, code }: PersonRecord): string {
  const isShared = experts.filter((each) => each.name === name).length > 1;
  return isShared && code !== '' ? `${name}（${code}）` : name;
}
