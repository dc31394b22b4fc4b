import type { ApplicationFields } from '../../../shared/contract/applications.ts';
import { codeField, titleField } from './application-fields.ts';
import { nameKey } from './cell-reading.ts';
import type { Difference } from './differences.ts';

interface Titled {
  readonly row: number;
  readonly code: string;
}

/** The rows of one list of applications so far, to find those that are about the same application. */
export class FileRows {
  private readonly byCode = new Map<string, number>();
  private readonly byTitle = new Map<string, Titled[]>();

  /** How the row repeats an earlier one, or null; then it is remembered. */
  repeated({ code, title }: ApplicationFields, row: number): Difference | null {
    const coded = code === '' ? undefined : this.byCode.get(code);
    if (coded !== undefined) return { label: codeField.label, text: `与第 ${coded} 行重复` };
    const key = nameKey(title);
    const titled = this.byTitle.get(key) ?? [];
    // Only two different codes tell two applications of one title apart.
    const same = code === '' ? titled[0] : titled.find((each) => each.code === '');
    if (same !== undefined) return { label: titleField.label, text: `与第 ${same.row} 行重复` };
    if (code !== '') this.byCode.set(code, row);
    this.byTitle.set(key, [...titled, { row, code }]);
    return null;
  }
}
