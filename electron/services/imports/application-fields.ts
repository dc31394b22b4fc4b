import type { Field, SourceRow } from './columns.ts';
import { paragraphs } from './cell-reading.ts';

export const codeField: Field = {
  field: 'code',
  label: '申报编号',
  headers: ['id', '编号', '项目编号', '申报序号'],
  isRequired: false,
  explanation: '可以不填。秘书处自己的编号，每个项目不同；两份表里编号相同即同一个项目。',
};
export const titleField: Field = {
  field: 'title',
  label: '项目名称',
  headers: ['名称', '项目', '项目标题', '标题', '申报项目', '候选项目'],
  isRequired: true,
  explanation: '必填。项目全称。没有编号时，名称完全相同即同一个项目。',
};
export const organisationField: Field = {
  field: 'organisation',
  label: '申报单位',
  headers: ['organization', '单位', '单位名称', '实施单位', '主办单位'],
  isRequired: false,
  explanation: '可以不填。',
};
export const districtField: Field = {
  field: 'district',
  label: '所在区',
  headers: ['区', '区县', '所属区', '区域'],
  isRequired: false,
  explanation: '可以不填。',
};
export const textField: Field = {
  field: 'text',
  label: '项目介绍',
  headers: ['介绍', '简介', '项目简介', '内容', '正文', '项目内容'],
  isRequired: false,
  explanation: '可以不填。评审委员阅读的全文；单元格里换行（Alt+Enter）即另起一段。',
};

/** The fields of an application as a row writes them. */
export function applicationOf(row: SourceRow) {
  return {
    code: row.cell('code'),
    title: row.cell('title'),
    organisation: row.cell('organisation'),
    district: row.cell('district'),
    text: paragraphs(row.cell('text')),
  };
}
