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
import { quoted } from './cell-reading.ts';
import { firstDifference } from './differences.ts';
import { checkedFields } from './field-check.ts';
import { PlanBuilder } from './import-plan.ts';
import type { TableImport } from './table-import.ts';

const fields = [codeField, titleField, organisationField, districtField, textField];

/** 申报项目: told apart by code, or by title where there is no code. */
export const applicationsImport: TableImport = {
  table: 'applications',
  title: '申报项目',
  fields: () => fields,
  plan: (caller, _round, rows) => {
    const builder = new PlanBuilder();
    const recorded = readApplications(caller.workspace.connection);
    const seen = new Map<string, number>();
    for (const row of rows) {
      const application = checkedFields(
        applicationFieldsSchema,
        applicationOf(row),
        fields,
        row.row,
        builder,
      );
      if (application === null) continue;
      const key = keyOf(application);
      const earlier = seen.get(key);
      seen.set(key, earlier ?? row.row);
      if (earlier !== undefined) {
        builder.problem(
          row.row,
          application.code === '' ? titleField.label : codeField.label,
          `与第 ${earlier} 行重复`,
        );
        continue;
      }
      const standing = findRecorded(recorded, application);
      if (standing === null) builder.created(() => done(recordApplication(caller, application, null)));
      else if (standing.problem === null) builder.unchanged();
      else builder.problem(row.row, standing.problem.label, standing.problem.text);
    }
    return builder.plan();
  },
};

function keyOf({ code, title }: ApplicationFields): string {
  return code === '' ? `title:${title}` : `code:${code}`;
}

interface Standing {
  readonly problem: { readonly label: string; readonly text: string } | null;
}

/** What is recorded about the row's application already; null when nothing is. */
function findRecorded(recorded: readonly Application[], row: ApplicationFields): Standing | null {
  const byCode = row.code === '' ? undefined : recorded.find(({ code }) => code === row.code);
  if (byCode !== undefined) return { problem: firstDifference(fields, keptOf(byCode), { ...row }) };
  const sameTitle = recorded.filter(({ title }) => title === row.title);
  // A candidate known from the public notice may stand in the secretariat's full list with a code and a longer text.
  const same = sameTitle.find(
    ({ code, organisation }) => (code === '' || row.code === '') && agree(organisation, row.organisation),
  );
  if (same !== undefined) {
    if (same.candidate !== null || row.code !== '') return { problem: null };
    return { problem: firstDifference(fields, keptOf(same), { ...row }) };
  }
  const sameBody = sameTitle.find(({ organisation }) => organisation === row.organisation);
  if (sameBody !== undefined && sameBody.code !== row.code) {
    return {
      problem: {
        label: codeField.label,
        text: `同一单位的${quoted(row.title)}已登记为编号${quoted(sameBody.code)}`,
      },
    };
  }
  if (row.code !== '' || sameTitle.length === 0) return null;
  const other = sameTitle[0]?.organisation ?? '';
  return {
    problem: {
      label: organisationField.label,
      text: `同名项目已登记，单位是${quoted(other)}，表中是${quoted(row.organisation)}。如果是两个项目，请给它们不同的申报编号`,
    },
  };
}

/** A body that only one side names does not tell two applications apart. */
function agree(recorded: string, written: string): boolean {
  return recorded === '' || written === '' || recorded === written;
}

function keptOf({ title, organisation, district, text }: ApplicationFields): Record<string, string> {
  return { title, organisation, district, text };
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
