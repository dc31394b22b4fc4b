import {
  applicationFieldsSchema,
  type Application,
  type ApplicationFields,
} from '../../../shared/contract/applications.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { hasRecordedVotes, readApplications, updateCandidateNumber } from '../../database/applications.ts';
import { appendAudit } from '../../database/audit-log.ts';
import type { Caller } from '../use-case.ts';
import {
  applicationOf,
  codeField,
  districtField,
  organisationField,
  textField,
  titleField,
} from './application-fields.ts';
import { recordApplication } from './applications.ts';
import { candidateNumber, candidateNumberProblem, nameKey, quoted } from './cell-reading.ts';
import { complete, completion, contradictions } from './completion.ts';
import type { Field } from './columns.ts';
import { checkedFields } from './field-check.ts';
import { PlanBuilder } from './import-plan.ts';
import type { TableImport } from './table-import.ts';

const numberField: Field = {
  field: 'candidate',
  label: '候选编号',
  headers: ['候选号', '编号', '序号', '号码', 'number', 'no', 'no.'],
  isRequired: true,
  explanation: '必填。公布和投票用的编号，正整数，最多 15 位，每个项目不同。',
};
// “编号” alone means the candidate's number in this table.
const ownCodeField: Field = { ...codeField, headers: ['id', '申报序号'] };
const fields = [numberField, titleField, ownCodeField, organisationField, districtField, textField];

/** Candidates that one round may have at most; `counts.candidates` of the round file has the same bound. */
export const candidateLimit = 1000;

/** 候选项目: applications with a number, new ones or those recorded already. */
export const candidatesImport: TableImport = {
  table: 'candidates',
  title: '候选项目',
  fields: () => fields,
  plan: (caller, _round, rows) => {
    const builder = new PlanBuilder();
    const { connection } = caller.workspace;
    const recorded = readApplications(connection);
    const votesAreIn = hasRecordedVotes(connection);
    const seenNumbers = new Map<number, number>();
    const seenCodes = new Map<string, number>();
    const seenApplications = new Map<number, number>();
    let candidates = recorded.filter(({ candidate }) => candidate !== null).length;
    for (const row of rows) {
      const number = candidateNumber(row.cell('candidate'));
      if (number === null) {
        builder.problem(row.row, numberField.label, candidateNumberProblem(row.cell('candidate')));
        continue;
      }
      const earlier = seenNumbers.get(number);
      seenNumbers.set(number, earlier ?? row.row);
      if (earlier !== undefined) {
        builder.problem(row.row, numberField.label, `编号 ${number} 与第 ${earlier} 行重复`);
        continue;
      }
      const application = checkedFields(
        applicationFieldsSchema,
        applicationOf(row),
        fields,
        row.row,
        builder,
      );
      if (application === null) continue;
      const coded = seenCodes.get(application.code);
      if (coded !== undefined) {
        builder.problem(row.row, ownCodeField.label, `与第 ${coded} 行重复`);
        continue;
      }
      if (application.code !== '') seenCodes.set(application.code, row.row);
      const standing = recorded.find(({ candidate }) => candidate === number);
      if (standing !== undefined) {
        const found = contradictions(fields, standing, application);
        for (const { label, text } of found) builder.problem(row.row, label, `候选编号 ${number} ${text}`);
        if (found.length > 0) continue;
        const completed = completion(standing, application);
        const owner = completed === null ? undefined : ownerOfCode(recorded, completed.code, standing);
        if (owner !== undefined)
          builder.problem(row.row, ownCodeField.label, `是申报项目${quoted(owner.title)}的编号`);
        else if (completed === null) builder.unchanged();
        else builder.completed(() => complete(caller, standing.id, completed));
        continue;
      }
      const match = matching(recorded, application);
      if (match === 'several') {
        builder.problem(
          row.row,
          titleField.label,
          `有几个申报项目都叫${quoted(application.title)}，请写明申报编号`,
        );
        continue;
      }
      if (match !== null && match.candidate !== null) {
        builder.problem(
          row.row,
          numberField.label,
          `${quoted(match.title)}已经是 ${match.candidate} 号，表中是 ${number} 号`,
        );
        continue;
      }
      const twice = match === null ? undefined : seenApplications.get(match.id);
      if (match !== null && twice !== undefined) {
        builder.problem(row.row, titleField.label, `与第 ${twice} 行是同一个申报项目`);
        continue;
      }
      if (votesAreIn) {
        builder.problem(
          row.row,
          numberField.label,
          `已经导入选票，不能再增加 ${number} 号。请先撤回选票批次`,
        );
        continue;
      }
      candidates += 1;
      if (candidates > candidateLimit) {
        builder.problem(row.row, numberField.label, `候选项目最多 ${candidateLimit} 个`);
        continue;
      }
      if (match === null) {
        builder.created(() => done(recordApplication(caller, application, number)));
        continue;
      }
      const found = contradictions(fields, match, application);
      for (const { label, text } of found) builder.problem(row.row, label, text);
      if (found.length > 0) continue;
      seenApplications.set(match.id, row.row);
      const completed = completion(match, application);
      builder.created(() => {
        giveNumber(caller, match.id, number);
        return completed === null ? done(null) : complete(caller, match.id, completed);
      });
    }
    return builder.plan();
  },
};

/** Another application that has the code already. */
function ownerOfCode(
  recorded: readonly Application[],
  code: string,
  standing: Application,
): Application | undefined {
  return code === '' ? undefined : recorded.find((each) => each.code === code && each.id !== standing.id);
}

function matching(recorded: readonly Application[], row: ApplicationFields): Application | 'several' | null {
  const byCode = row.code === '' ? undefined : recorded.find(({ code }) => code === row.code);
  if (byCode !== undefined) return byCode;
  const byTitle = recorded.filter(
    ({ title, code }) => nameKey(title) === nameKey(row.title) && (code === '' || row.code === ''),
  );
  return byTitle.length > 1 ? 'several' : (byTitle[0] ?? null);
}

function giveNumber(caller: Caller, application: number, candidate: number): null {
  const { connection } = caller.workspace;
  updateCandidateNumber(connection, application, candidate);
  appendAudit(connection, caller.actor, caller.now(), {
    event: 'candidate-numbered',
    payload: { application, before: null, after: candidate },
  });
  return null;
}
