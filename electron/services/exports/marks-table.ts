import type { DetailedCandidate, DetailedTotal } from '../../../shared/merging/detail.ts';
import type { SheetTable, SheetValue } from '../tables/write-workbook.ts';
import type { ExportSource, PanelMember } from './export-source.ts';

/** The single marks, one row for each candidate and expert, with what became of the total. */
export function marksTable(source: ExportSource): SheetTable {
  const { panel, round, merge } = source;
  const byNumber = merge.detail.ranking.toSorted((left, right) => left.candidate - right.candidate);
  return {
    columns: [
      { header: '候选编号', width: 9, numberFormat: '0', alignment: 'center' },
      { header: '项目名称', width: 42 },
      { header: '评审委员', width: 13 },
      ...round.criteria.map(({ name }) => ({ header: name, width: 10, numberFormat: '0.###' })),
      { header: '总分', width: 10, numberFormat: '0.00' },
      { header: '计入情况', width: 14 },
    ],
    rows: byNumber.flatMap((ranked) => panel.map((expert) => marksRow(source, ranked, expert))),
  };
}

function marksRow(
  { recused, round }: ExportSource,
  { candidate, title, totals }: DetailedCandidate,
  expert: PanelMember,
): SheetValue[] {
  const pair = [candidate, title, expert.name];
  // Marks of a recused pair are in no mean; shown, they would be counted by whoever computes again.
  if (recused.has(`${expert.id}:${candidate}`))
    return [...pair, ...round.criteria.map(() => null), null, '回避'];
  const marks = round.criteria.map(({ id }) => {
    const mark = expert.marks.get(`${candidate}:${id}`);
    return mark === undefined ? null : mark / 1000;
  });
  const total = totals.find((each) => each.expert === expert.id);
  return [...pair, ...marks, numberOrBlank(total?.total ?? null), stateWords(total, marks)];
}

function stateWords(total: DetailedTotal | undefined, marks: readonly (number | null)[]): string {
  if (total === undefined) return marks.every((mark) => mark === null) ? '未评' : '未评全';
  if (total.dropped === null) return '计入';
  return total.dropped === 'high' ? '去掉（最高）' : '去掉（最低）';
}

export function numberOrBlank(text: string | null): number | null {
  return text === null ? null : Number(text);
}
