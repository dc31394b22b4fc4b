import { hasColumn, type Field } from './columns.ts';
import { expertCodeHeaders, expertHeaders } from './experts.ts';

export const expertField: Field = {
  field: 'expert',
  label: '评审委员',
  headers: expertHeaders,
  isRequired: true,
  explanation: '必填。姓名；有两位同名时另填编号，或在这里写编号。须已在评审委员名单里。',
};
export const candidateField: Field = {
  field: 'candidate',
  label: '候选编号',
  headers: ['候选号', '项目编号', '项目', '候选项目', '序号'],
  isRequired: true,
  explanation: '必填。候选项目的编号。',
};
export const expertCodeField: Field = {
  field: 'id',
  label: '编号',
  headers: expertCodeHeaders,
  isRequired: false,
  explanation: '可以不填。评审委员的编号，分清同名的人；填了就要与名单一致。',
};

/**
 * The columns that name expert and candidate. “编号” is the expert's where the candidate has a column of another name, and
 * the candidate's where it has none; “评委编号” alone names the expert.
 */
export function pairFields(header: readonly string[]): readonly Field[] {
  const isTemplate = header.length === 0;
  const namesExpert = isTemplate || hasColumn(header, expertField);
  const namesCandidate = isTemplate || hasColumn(header, candidateField);
  return [
    namesExpert ? expertField : { ...expertField, headers: [...expertHeaders, ...expertCodeHeaders] },
    ...(namesCandidate
      ? [expertCodeField, candidateField]
      : [{ ...candidateField, headers: [...candidateField.headers, '编号'] }, expertCodeField]),
  ];
}
