import { createHash } from 'node:crypto';
import type { ExportFormat } from '../../../shared/contract/exports.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { appendAudit } from '../../database/audit-log.ts';
import { inTransaction } from '../../database/transaction.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { writeWorkbook } from '../tables/write-workbook.ts';
import type { Caller } from '../use-case.ts';
import { exportFileName } from './export-file-name.ts';
import { beforeExclusions, exclusionsSheet } from './exclusions-sheet.ts';
import { demonstrationBanner, readExportSource, type ExportSource } from './export-source.ts';
import { mediaTypes, type ExportedFile } from './exported-file.ts';
import { matrixSheet, rebasedMatrixSheet } from './matrix-sheet.ts';
import { rankingColumns, rankingRow, rankingSheet, rankingValues } from './ranking-sheet.ts';
import { rulesSheet } from './rules-sheet.ts';
import { votesSheet } from './votes-sheet.ts';

/** The ranking by the rules in force, as a workbook with everything it follows from, or as a plain table. */
export async function exportRanking(caller: Caller, format: ExportFormat): Promise<Result<ExportedFile>> {
  const { connection } = caller.workspace;
  // One transaction, so that ranking, votes and marks are those of one moment.
  const read = inTransaction(connection, () => readExportSource(caller));
  if (!read.ok) return read;
  const source = read.value;
  const content = format === 'csv' ? rankingCsv(source) : await writeWorkbook(rankingWorkbook(source));
  const sha256 = createHash('sha256').update(content).digest('hex');
  return inTransaction(connection, () => {
    appendAudit(connection, caller.actor, caller.now(), {
      event: 'result-exported',
      payload: { kind: 'ranking', format, sha256 },
    });
    return done({
      fileName: exportFileName({ ...source, what: '排名', format }),
      mediaType: mediaTypes[format],
      content,
    });
  });
}

function rankingWorkbook(source: ExportSource) {
  const exclusions = exclusionsSheet(source);
  const rebased = rebasedMatrixSheet(source);
  return [
    rankingSheet(source),
    ...(exclusions === null ? [] : [exclusions]),
    matrixSheet(source),
    ...(rebased === null ? [] : [rebased]),
    votesSheet(source),
    rulesSheet(source),
  ];
}

function rankingCsv(source: ExportSource): Uint8Array {
  const before = beforeExclusions(source);
  const header = [...rankingColumns.map((column) => column.header), ...before.headers];
  const rows = source.merge.detail.ranking.map((ranked) => [
    ...rankingValues(rankingRow(source, ranked), (text) => text),
    ...before.valuesOf(ranked.candidate),
  ]);
  return writeCsv([...(source.isDemonstration ? [[demonstrationBanner]] : []), header, ...rows]);
}
