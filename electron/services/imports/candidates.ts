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
import { candidateNumber, quoted } from './cell-reading.ts';
import type { Field } from './columns.ts';
import { firstDifference } from './differences.ts';
import { checkedFields } from './field-check.ts';
import { PlanBuilder } from './import-plan.ts';
import type { TableImport } from './table-import.ts';

const numberField: Field = {
  field: 'candidate',
  label: '候选编号',
  headers: ['候选号', '编号', '序号', '号码', 'number', 'no', 'no.'],
  isRequired: true,
  explanation: '必填。公布和投票用的编号，正整数，每个项目不同。',
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
    const seenApplications = new Map<number, number>();
    let candidates = recorded.filter(({ candidate }) => candidate !== null).length;
    for (const row of rows) {
      const number = candidateNumber(row.cell('candidate'));
      if (number === null) {
        const cell = row.cell('candidate');
        builder.problem(row.row, numberField.label, cell === '' ? '没有填写' : `${quoted(cell)}不是正整数`);
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
      const standing = recorded.find(({ candidate }) => candidate === number);
      if (standing !== undefined) {
        const difference = firstDifference(fields, textsOf(standing), { ...application });
        if (difference === null) builder.unchanged();
        else builder.problem(row.row, difference.label, `候选编号 ${number} ${difference.text}`);
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
      const difference = firstDifference(fields, textsOf(match), { ...application });
      if (difference !== null) {
        builder.problem(row.row, difference.label, difference.text);
        continue;
      }
      seenApplications.set(match.id, row.row);
      builder.created(() => done(giveNumber(caller, match.id, number)));
    }
    return builder.plan();
  },
};

/** What a candidate's row may differ in. A code that the notice's candidates never had is no difference. */
function textsOf({ code, title, organisation, district, text }: Application): Record<string, string> {
  return { ...(code === '' ? {} : { code }), title, organisation, district, text };
}

function matching(recorded: readonly Application[], row: ApplicationFields): Application | 'several' | null {
  const byCode = row.code === '' ? undefined : recorded.find(({ code }) => code === row.code);
  if (byCode !== undefined) return byCode;
  const byTitle = recorded.filter(
    ({ title, code }) => title === row.title && (code === '' || row.code === ''),
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
