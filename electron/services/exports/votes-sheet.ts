import type { Funnel } from '../../../shared/contract/votes.ts';
import { funnelReasons } from '../../../shared/ballots/rejection.ts';
import type { CellStyle } from '../tables/hucre.ts';
import { headerStyle, type SheetCell, type SheetValue, type TableSheet } from '../tables/write-workbook.ts';
import { demonstrationBanner, type ExportSource } from './export-source.ts';
import { localTime } from './local-time.ts';
import { funnelWords } from './rule-words.ts';

const headStyle: CellStyle = headerStyle;
const percent: CellStyle = { numFmt: '0.00%' };

/** 选票: votes of each candidate, the funnel that adds up to the rows, and the batches with their hashes. */
export function votesSheet(source: ExportSource): TableSheet {
  const { tally, batches, candidates, round } = source;
  const accepted = tally.ballots.accepted;
  const rows: (SheetValue | SheetCell)[][] = tally.tally.map(({ candidate, votes }) => [
    candidate,
    candidates.get(candidate)?.title ?? '',
    votes,
    accepted === 0 ? null : { value: votes / accepted, style: percent },
  ]);
  rows.push([], head('', '选票去向（全部有效批次）', '行数', '占全部行'));
  rows.push(...funnelRows(tally.ballots));
  rows.push([], head('批次', '文件', '行数', '有效票', '导入时间', '导入人', '状态', '文件 SHA-256'));
  for (const { batch, file, funnel, importedAt, importedBy, withdrawn, sha256 } of batches) {
    const state = withdrawn === null ? '计票中' : `已撤回：${withdrawn.reason}`;
    rows.push([
      batch,
      file,
      funnel.rows,
      funnel.accepted,
      localTime(importedAt, round.timeZone),
      importedBy,
      state,
      sha256,
    ]);
  }
  return {
    name: '选票',
    banner: source.isDemonstration ? demonstrationBanner : undefined,
    columns: [
      { header: '候选编号', width: 10, numberFormat: '0', alignment: 'center' },
      { header: '项目名称', width: 48 },
      { header: '得票数', width: 12, numberFormat: '#,##0' },
      { header: '占有效票', width: 12, numberFormat: '#,##0' },
      { header: '', width: 20 },
      { header: '', width: 18 },
      { header: '', width: 24 },
      { header: '', width: 68 },
    ],
    rows,
    frozenColumns: 2,
  };
}

function funnelRows(funnel: Funnel): (SheetValue | SheetCell)[][] {
  const share = (rows: number): SheetValue | SheetCell =>
    funnel.rows === 0 ? null : { value: rows / funnel.rows, style: percent };
  const line = (words: string, rows: number) => [null, words, rows, share(rows)];
  return [
    line('全部行', funnel.rows),
    line(funnelWords.accepted, funnel.accepted),
    ...funnelReasons.map((reason) => line(funnelWords[reason], funnel.rejected[reason] ?? 0)),
    // A step of its own only where somebody excluded ballots.
    ...(funnel.rejected['excluded'] === undefined
      ? []
      : [line(funnelWords.excluded, funnel.rejected['excluded'])]),
  ];
}

function head(...texts: readonly string[]): SheetCell[] {
  return texts.map((value) => ({ value, style: headStyle }));
}
