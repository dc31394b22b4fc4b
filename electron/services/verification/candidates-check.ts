import { readApplications } from '../../database/applications.ts';
import type { Connection } from '../../database/connection.ts';
import type { RecordCheck } from './record-check.ts';

/** Every candidate has the number that the record gave it. */
export function candidatesCheck(connection: Connection): RecordCheck {
  /** Applications with the numbers 1 to this one came with the workspace, each with a candidate number of its own. */
  let first = 0;
  const numbered = new Map<number, number | null>();
  return {
    code: 'candidates',
    title: '候选编号与记录一致',
    follow: ({ event, payload }) => {
      if (event === 'workspace-created') first = payload.candidates;
      else if (event === 'application-created') numbered.set(payload.application, null);
      else if (event === 'application-removed') numbered.delete(payload.application);
      else if (event === 'candidate-numbered') numbered.set(payload.application, payload.after);
    },
    contradictions: () => {
      const found: string[] = [];
      const stored = new Map(readApplications(connection).map((each) => [each.id, each]));
      for (const [id, candidate] of numbered) {
        const application = stored.get(id);
        if (application === undefined) found.push(`申报项目 ${id}：有登记的记录，但项目不见了`);
        else if (application.candidate !== candidate)
          found.push(
            `“${application.title}”：记录的候选编号是${numberWords(candidate)}，现在是${numberWords(application.candidate)}`,
          );
      }
      for (const { id, title, candidate } of stored.values())
        if (id > first && !numbered.has(id))
          found.push(`“${title}”：没有登记的记录，现在的候选编号是${numberWords(candidate)}`);
      let kept = 0;
      for (let id = 1; id <= first; id += 1)
        if (numbered.has(id) || (stored.get(id)?.candidate ?? null) !== null) kept += 1;
      if (kept < first)
        found.push(
          `候选项目：建立工作区时有 ${first} 个，其中 ${first - kept} 个没有记录就取消了编号或不见了`,
        );
      return found;
    },
  };
}

function numberWords(candidate: number | null): string {
  return candidate === null ? '（没有）' : ` ${candidate}`;
}
