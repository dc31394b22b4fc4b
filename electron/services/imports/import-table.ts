import type { ImportableTable, ImportOutcome, ImportPreview } from '../../../shared/contract/uploads.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { actorText, appendAudit } from '../../database/audit-log.ts';
import { readRules } from '../../database/rounds.ts';
import { insertTableImport } from '../../database/table-imports.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Table } from '../tables/table.ts';
import type { Caller, SourceFile } from '../use-case.ts';
import { applicationsImport } from './applications.ts';
import { readCandidateFile } from './candidate-file.ts';
import { candidatesImport } from './candidates.ts';
import { matchColumns, type MatchedColumns } from './columns.ts';
import { expertsImport } from './experts.ts';
import { listedProblems, problemsRefusal, type ImportPlan } from './import-plan.ts';
import { recusalsImport } from './recusals.ts';
import { scoresImport } from './scores.ts';
import type { TableImport } from './table-import.ts';
import { readTable } from '../tables/table.ts';

export const tableImports: Readonly<Record<ImportableTable, TableImport>> = {
  applications: applicationsImport,
  candidates: candidatesImport,
  experts: expertsImport,
  recusals: recusalsImport,
  scores: scoresImport,
};

export interface ImportRequest {
  readonly table: ImportableTable;
  readonly file: SourceFile;
}

const sampleRows = 10;

/** What importing the file would add, and everything that stands against it; writes nothing. */
export async function previewImport(caller: Caller, request: ImportRequest): Promise<Result<ImportPreview>> {
  const read = await readImport(request);
  if (!read.ok) return read;
  const planned = planImport(caller, request.table, read.value);
  if (!planned.ok) return planned;
  const { plan, matched } = planned.value;
  return done({
    file: request.file.name,
    columns: matched.columns.map((column) => ({ ...column })),
    ignoredColumns: [...matched.ignored],
    rows: matched.rows.length,
    created: plan.created,
    completed: plan.completed,
    unchanged: plan.unchanged,
    problems: plan.problems.slice(0, listedProblems),
    problemCount: plan.problems.length,
    sample: matched.rows.slice(0, sampleRows).map(({ row, cell }) => ({
      row,
      cells: Object.fromEntries(matched.columns.map(({ field }) => [field, cell(field)])),
    })),
  });
}

/** Adds the file's rows, all or none. The rows are judged anew inside the transaction that writes them. */
export async function confirmImport(caller: Caller, request: ImportRequest): Promise<Result<ImportOutcome>> {
  const read = await readImport(request);
  if (!read.ok) return read;
  const table = read.value;
  const { connection } = caller.workspace;
  return inTransaction(connection, () => {
    const planned = planImport(caller, request.table, table);
    if (!planned.ok) return planned;
    const { plan } = planned.value;
    if (plan.problems.length > 0) return problemsRefusal(table.file, plan.problems);
    const outcome = {
      file: table.file,
      rows: table.rows.length,
      created: plan.created,
      completed: plan.completed,
      unchanged: plan.unchanged,
    };
    // The same file again adds nothing, not even to the record.
    if (plan.created === 0 && plan.completed === 0) return done(outcome);
    tableImports[request.table].beforeWriting?.(caller);
    const written = plan.write();
    if (!written.ok) return written;
    const imported = {
      table: request.table,
      file: table.file,
      sha256: table.sha256,
      rows: outcome.rows,
      created: plan.created,
    };
    const now = caller.now();
    insertTableImport(connection, { ...imported, at: now.toISOString(), actor: actorText(caller.actor) });
    appendAudit(connection, caller.actor, now, { event: 'table-imported', payload: imported });
    return done(outcome);
  });
}

/** Candidates also come as the JSON of `candidates list`. */
async function readImport({ table, file }: ImportRequest): Promise<Result<Table>> {
  return table === 'candidates' ? await readCandidateFile(file) : await readTable(file);
}

function planImport(
  caller: Caller,
  name: ImportableTable,
  table: Table,
): Result<{ readonly plan: ImportPlan; readonly matched: MatchedColumns }> {
  const { workspace } = caller;
  if (workspace.kind === 'real' && isDemonstration(table)) {
    return refused('demonstration-data', { file: table.file, sheet: table.sheet });
  }
  const declaration = tableImports[name];
  const refusal = declaration.refusedBefore?.(caller) ?? null;
  if (refusal !== null) return { ok: false, refusal };
  const round = readRules(workspace.connection);
  const matched = matchColumns(table, declaration.fields(round, table.header));
  if (!matched.ok) return matched;
  if (matched.value.rows.length === 0 && declaration.mayBeEmpty !== true)
    return refused('file-empty', { file: table.file });
  return done({
    plan: declaration.plan(caller, round, matched.value.rows, table.header),
    matched: matched.value,
  });
}

/** The demonstration stamps what it gives out in the first lines. */
function isDemonstration(table: Table): boolean {
  const lines = [...table.titles, ...table.header, ...(table.rows[0]?.cells ?? [])];
  return lines.some((text) => text.includes('演示数据'));
}
