import { expertFieldsSchema, type ExpertFields } from '../../../shared/contract/experts.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { readExperts } from '../../database/people.ts';
import { createExpert } from '../experts.ts';
import type { Caller } from '../use-case.ts';
import { districtField, organisationField } from './application-fields.ts';
import { nameKey, quoted } from './cell-reading.ts';
import type { Field } from './columns.ts';
import { firstDifference } from './differences.ts';
import { checkedFields } from './field-check.ts';
import { PlanBuilder } from './import-plan.ts';
import type { TableImport } from './table-import.ts';

export const expertHeaders = ['姓名', '评委', '评委姓名', '评审委员姓名', '专家', '专家姓名', '委员'];
export const expertCodeHeaders = ['评委编号', '评审委员编号', '专家编号', '委员编号', '工号'];

const nameField: Field = {
  field: 'name',
  label: '评审委员',
  headers: ['expert', ...expertHeaders],
  isRequired: true,
  explanation: '必填。姓名。',
};
const expertCodeField: Field = {
  field: 'code',
  label: '编号',
  headers: ['id', '评委编号', '评审委员编号', '专家编号', '委员编号', '工号'],
  isRequired: false,
  explanation: '可以不填；有两位同名时，两位都要填，而且不同。',
};
const bodyField: Field = {
  ...organisationField,
  label: '单位',
  headers: ['organization', '工作单位', '所在单位', '机构', '单位名称'],
};
const fields = [nameField, expertCodeField, bodyField, districtField];

/** 评审委员: told apart by code, or by name where there is no code. */
export const expertsImport: TableImport = {
  table: 'experts',
  title: '评审委员',
  fields: () => fields,
  plan: (caller, _round, rows) => {
    const builder = new PlanBuilder();
    const known: (ExpertFields & { readonly row?: number })[] = readExperts(caller.workspace.connection);
    for (const row of rows) {
      const expert = checkedFields(
        expertFieldsSchema,
        {
          name: row.cell('name'),
          code: row.cell('code'),
          organisation: row.cell('organisation'),
          district: row.cell('district'),
        },
        fields,
        row.row,
        builder,
      );
      if (expert === null) continue;
      const sameCode = expert.code === '' ? undefined : known.find(({ code }) => code === expert.code);
      const namesakes = known.filter(({ name }) => nameKey(name) === nameKey(expert.name));
      const nameless = namesakes.find(({ code }) => code === '');
      const standing =
        sameCode ??
        (expert.code === '' ? (nameless ?? (namesakes.length === 1 ? namesakes[0] : undefined)) : undefined);
      if (standing?.row !== undefined) {
        builder.problem(
          row.row,
          sameCode === undefined ? nameField.label : expertCodeField.label,
          sameCode === undefined
            ? `与第 ${standing.row} 行同名。两位同名的人都要有编号；同一个人只写一行`
            : `与第 ${standing.row} 行的编号重复`,
        );
      } else if (standing !== undefined) {
        const difference = firstDifference(fields, comparable(standing), comparable(expert));
        if (difference === null) builder.unchanged();
        else builder.problem(row.row, difference.label, `${quoted(expert.name)}${difference.text}`);
      } else if (expert.code === '' ? namesakes.length > 0 : nameless !== undefined) {
        builder.problem(
          row.row,
          expertCodeField.label,
          `已经有一位叫${quoted(expert.name)}的评审委员。同名的人每一位都要有编号`,
        );
      } else {
        known.push({ ...expert, row: row.row });
        builder.created(() => recordExpert(caller, expert));
      }
    }
    return builder.plan();
  },
};

function comparable({ name, code, organisation, district }: ExpertFields): Record<string, string> {
  return { name: nameKey(name), code, organisation, district };
}

function recordExpert(caller: Caller, expert: ExpertFields): Result<null> {
  const created = createExpert(caller, expert);
  return created.ok ? done(null) : created;
}
