import type { Criterion, Round } from '../../../shared/round/round.ts';
import { matchColumns, type Field } from './columns.ts';
import { pairFields } from './pair-columns.ts';

/** Scores come as one row per pair with a column per criterion, or as one row per mark. */
export type ScoreLayout = 'wide' | 'long';

export const commentField: Field = {
  field: 'comment',
  label: '评语',
  headers: ['意见', '评审意见', '备注'],
  isRequired: false,
  explanation: '可以不填。',
};
export const criterionField: Field = {
  field: 'criterion',
  label: '评审标准',
  headers: ['标准', '指标', '评审指标'],
  isRequired: true,
  explanation: '标准的名称或 id。',
};
export const markField: Field = {
  field: 'score',
  label: '分数',
  headers: ['mark', '评分', '得分', '分值', '打分'],
  isRequired: true,
  explanation: '必填。',
};

/** The field of a criterion's column; the prefix keeps a criterion called `comment` apart from the comment. */
export function fieldOfCriterion(criterion: Criterion): string {
  return `criterion:${criterion.id}`;
}

/** Which of the two layouts a header shows. */
export function scoreLayout(header: readonly string[]): ScoreLayout {
  const table = { file: '', sha256: '', titles: [], header, headerRow: 1, rows: [] };
  const long = matchColumns(table, [{ ...criterionField }, { ...markField }]);
  return long.ok ? 'long' : 'wide';
}

export function scoreFields(round: Round, header: readonly string[]): readonly Field[] {
  const pair = pairFields(header);
  if (scoreLayout(header) === 'long') return [...pair, criterionField, markField, commentField];
  return [
    ...pair,
    ...round.criteria.map((criterion) => ({
      field: fieldOfCriterion(criterion),
      label: criterion.name,
      headers: [criterion.id],
      isRequired: true,
      explanation: `0 到 ${criterion.max} 分，每档 ${criterion.step} 分。没有评的留空，不要填 0；回避的留空，并登记在回避表里。`,
    })),
    commentField,
  ];
}
