import {
  applicationFieldsSchema,
  type Application,
  type ApplicationFields,
} from '../../../shared/contract/applications.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { insertApplication, readApplications } from '../../database/applications.ts';
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
import { complete, completion, contradictions } from './completion.ts';
import { checkedFields } from './field-check.ts';
import { FileRows } from './file-rows.ts';
import { PlanBuilder } from './import-plan.ts';
import { RecordedApplications } from './recorded-applications.ts';
import type { TableImport } from './table-import.ts';

const fields = [codeField, titleField, organisationField, districtField, textField];

/** 申报项目: told apart by code, or by title where a code is missing on either side. Empty recorded fields are filled. */
export const applicationsImport: TableImport = {
  table: 'applications',
  title: '申报项目',
  fields: () => fields,
  plan: (caller, _round, rows) => {
    const builder = new PlanBuilder();
    const recorded = new RecordedApplications(readApplications(caller.workspace.connection));
    const file = new FileRows();
    const matchedRows = new Map<number, number>();
    for (const row of rows) {
      const application = checkedFields(
        applicationFieldsSchema,
        applicationOf(row),
        fields,
        row.row,
        builder,
      );
      if (application === null) continue;
      const repeated = file.repeated(application, row.row);
      if (repeated !== null) {
        builder.problem(row.row, repeated.label, repeated.text);
        continue;
      }
      const standing = recorded.find(application);
      if (standing === null) {
        builder.created(() => done(recordApplication(caller, application, null)));
        continue;
      }
      if ('problem' in standing) {
        builder.problem(row.row, titleField.label, standing.problem);
        continue;
      }
      const earlier = matchedRows.get(standing.id);
      matchedRows.set(standing.id, earlier ?? row.row);
      if (earlier !== undefined)
        builder.problem(row.row, titleField.label, `与第 ${earlier} 行是同一个申报项目`);
      else planMatched(caller, standing, application, row.row, builder);
    }
    return builder.plan();
  },
};

/** A row about a recorded application fills what is empty there, says nothing new, or contradicts. */
function planMatched(
  caller: Caller,
  standing: Application,
  row: ApplicationFields,
  number: number,
  builder: PlanBuilder,
): void {
  const found = contradictions(fields, standing, row);
  for (const { label, text } of found) builder.problem(number, label, text);
  if (found.length > 0) return;
  const completed = completion(standing, row);
  if (completed === null) builder.unchanged();
  else builder.completed(() => complete(caller, standing.id, completed));
}

/** Records an application and, when it has a number, that it is a candidate. */
export function recordApplication(
  caller: Caller,
  application: ApplicationFields,
  candidate: number | null,
): null {
  const { connection } = caller.workspace;
  const id = insertApplication(connection, application, candidate);
  appendAudit(connection, caller.actor, caller.now(), {
    event: 'application-created',
    payload: { application: id, title: application.title },
  });
  if (candidate !== null) {
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'candidate-numbered',
      payload: { application: id, before: null, after: candidate },
    });
  }
  return null;
}
