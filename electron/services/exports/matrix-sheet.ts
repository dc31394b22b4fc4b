import type { DetailedCandidate, DetailedTotal } from '../../../shared/merging/detail.ts';
import type { CellStyle } from '../tables/hucre.ts';
import type { SheetCell, SheetColumn, SheetValue, TableSheet } from '../tables/write-workbook.ts';
import { marksTable, numberOrBlank } from './marks-table.ts';
import { demonstrationBanner, type ExportSource, type PanelMember } from './export-source.ts';

const grey = { rgb: '667085' } as const;
/** A dropped total stays a number; the words are part of its format, because colour alone says nothing in print. */
const droppedStyles: Readonly<Record<'low' | 'high', CellStyle>> = {
  low: { numFmt: '0.00"（去低）"', font: { color: grey, strikethrough: true } },
  high: { numFmt: '0.00"（去高）"', font: { color: grey, strikethrough: true } },
};
const recusedStyle: CellStyle = { font: { color: grey, italic: true }, alignment: { horizontal: 'center' } };

/**
 * 评分矩阵: every expert's total of every candidate, then the panel score and that of each criterion; beside it the single
 * marks from which all of it can be computed again.
 */
export function matrixSheet(source: ExportSource): TableSheet {
  return { ...matrix(source, '评分矩阵', ({ total }) => total), beside: marksTable(source) };
}

/** The totals after severity was taken out; null where the round does not. */
export function rebasedMatrixSheet(source: ExportSource): TableSheet | null {
  if (source.merge.detail.severity === null) return null;
  return matrix(source, '评分矩阵（校正后）', ({ rebased }) => rebased);
}

function matrix(
  source: ExportSource,
  name: string,
  figure: (total: DetailedTotal) => string | null,
): TableSheet {
  const { panel, round, merge } = source;
  const columns: SheetColumn[] = [
    { header: '候选编号', width: 9, numberFormat: '0', alignment: 'center' },
    { header: '项目名称', width: 42 },
    ...panel.map((expert) => ({ header: expert.name, width: 13, numberFormat: '0.00' })),
    { header: '专家评分', width: 12, numberFormat: '0.0000' },
    ...round.criteria.map((criterion) => ({
      header: `${criterion.name}（去分后平均）`,
      width: 12,
      numberFormat: '0.0000',
    })),
  ];
  const byNumber = merge.detail.ranking.toSorted((left, right) => left.candidate - right.candidate);
  return {
    name,
    banner: source.isDemonstration ? demonstrationBanner : undefined,
    columns,
    rows: byNumber.map((ranked) => [
      ranked.candidate,
      ranked.title,
      ...panel.map((expert) => totalCell(source, ranked, expert, figure)),
      numberOrBlank(ranked.panel),
      ...ranked.criteria.map((criterion) => numberOrBlank(criterion.score)),
    ]),
    frozenColumns: 2,
  };
}

function totalCell(
  source: ExportSource,
  ranked: DetailedCandidate,
  expert: PanelMember,
  figure: (total: DetailedTotal) => string | null,
): SheetValue | SheetCell {
  if (source.recused.has(`${expert.id}:${ranked.candidate}`)) return { value: '回避', style: recusedStyle };
  const total = ranked.totals.find((each) => each.expert === expert.id);
  const value = total === undefined ? null : numberOrBlank(figure(total));
  return total === undefined || total.dropped === null
    ? value
    : { value, style: droppedStyles[total.dropped] };
}
