import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import type { Table } from '../tables/table.ts';

/** One field of an importable table: which headers name it, and whether the table must have it. */
export interface Field {
  readonly field: string;
  /** How messages and templates call the column. */
  readonly label: string;
  /** Other accepted headers; the field's own name and label always are. */
  readonly headers: readonly string[];
  readonly isRequired: boolean;
  /** For the template: what belongs into the column. */
  readonly explanation: string;
}

/** One row with its cells by field. */
export interface SourceRow {
  readonly row: number;
  /** The trimmed text of a field's cell; empty where the table has no such column. */
  readonly cell: (field: string) => string;
}

export interface MatchedColumns {
  readonly columns: readonly { readonly field: string; readonly header: string }[];
  readonly ignored: readonly string[];
  readonly rows: readonly SourceRow[];
}

/**
 * Finds each field's column by its header. Case, blanks, the width of brackets and letters, and a remark in brackets
 * (“项目名称（必填）”) do not matter.
 */
export function matchColumns(table: Table, fields: readonly Field[]): Result<MatchedColumns> {
  const positions = new Map<string, number>();
  const ignored: string[] = [];
  const repeated: string[] = [];
  for (const [position, header] of table.header.entries()) {
    if (header === '') continue;
    const field = fieldOf(header, fields);
    const taken = field === undefined ? undefined : positions.get(field.field);
    if (field === undefined) ignored.push(header);
    else if (taken === undefined) positions.set(field.field, position);
    else repeated.push(table.header[taken] ?? '', header);
  }
  if (repeated.length > 0)
    return refused('columns-repeated', { file: table.file, columns: [...new Set(repeated)] });
  const missing = fields
    .filter((field) => field.isRequired && !positions.has(field.field))
    .map(({ label }) => label);
  if (missing.length > 0) {
    const found = table.header.filter((header) => header !== '');
    return refused('columns-missing', { file: table.file, missing, found });
  }
  return done({
    columns: fields.flatMap(({ field }) => {
      const position = positions.get(field);
      return position === undefined ? [] : [{ field, header: table.header[position] ?? '' }];
    }),
    ignored,
    rows: table.rows.map(({ row, cells }) => ({
      row,
      cell: (field) => cells[positions.get(field) ?? -1] ?? '',
    })),
  });
}

/** Whether one of the headers names the field. */
export function hasColumn(header: readonly string[], field: Field): boolean {
  return header.some((each) => each !== '' && fieldOf(each, [field]) !== undefined);
}

function fieldOf(header: string, fields: readonly Field[]): Field | undefined {
  const names = (field: Field): string[] => [field.field, field.label, ...field.headers].map(plainHeader);
  const written = plainHeader(header);
  const bare = plainHeader(withoutRemark(written));
  return (
    fields.find((field) => names(field).includes(written)) ??
    fields.find((field) => names(field).includes(bare))
  );
}

/** Full-width letters and brackets become half-width ones; blanks and marks for “required” go. */
function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_:]/g, '');
}

function withoutRemark(plain: string): string {
  return plain.replace(/[([【][^)\]】]*[)\]】]$/, '');
}
