import type { Progress } from '../../shared/contract/experts.ts';
import { done, type Result } from '../../shared/refusals/refusal.ts';
import { readCandidateTitles } from '../database/applications.ts';
import { readExperts } from '../database/people.ts';
import { readRecusals } from '../database/recusals.ts';
import { readRules } from '../database/rounds.ts';
import { readMarkedCriteria, readSubmissions } from '../database/score-sheets.ts';
import type { Caller } from './use-case.ts';

const recusedCell = -1;

/** How far each expert is with each candidate: how many criteria are marked, never which marks. */
export function readProgress(caller: Caller): Result<Progress> {
  const { connection } = caller.workspace;
  const criteria = readRules(connection).criteria.map((criterion) => criterion.id);
  const candidates = readCandidateTitles(connection);
  const submissions = readSubmissions(connection);
  const cells = new Map<string, number>();
  for (const pair of readMarkedCriteria(connection, criteria)) {
    cells.set(`${pair.expert} ${pair.candidate}`, pair.marked);
  }
  for (const pair of readRecusals(connection)) cells.set(`${pair.expert} ${pair.candidate}`, recusedCell);
  const experts = readExperts(connection).map(({ id, name, organisation }) => {
    const own = candidates.map(({ candidate }) => cells.get(`${id} ${candidate}`) ?? 0);
    return {
      id,
      name,
      organisation,
      submittedAt: submissions.get(id) ?? null,
      complete: own.filter((marked) => marked === criteria.length).length,
      recused: own.filter((marked) => marked === recusedCell).length,
      cells: own,
    };
  });
  return done({ criteria: criteria.length, candidates, experts });
}
