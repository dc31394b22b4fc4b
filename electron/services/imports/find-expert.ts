import type { Connection } from '../../database/connection.ts';
import { readExperts, type PersonRecord } from '../../database/people.ts';
import { nameKey, quoted } from './cell-reading.ts';
import { expertCodeField, expertField } from './pair-columns.ts';

/** The expert that a row names, or the column and the sentence that say why it names none. */
export type FoundExpert =
  { readonly expert: PersonRecord } | { readonly label: string; readonly problem: string };

/** Reads the cell with a name or a code, and the code in a column of its own, which may be empty. */
export type ExpertFinder = (cell: string, code: string) => FoundExpert;

/** Looks experts up many times over one reading of the list. */
export function expertFinder(connection: Connection): ExpertFinder {
  const byCode = new Map<string, PersonRecord>();
  const byName = new Map<string, PersonRecord[]>();
  for (const expert of readExperts(connection)) {
    if (expert.code !== '') byCode.set(expert.code, expert);
    const namesakes = byName.get(nameKey(expert.name));
    if (namesakes === undefined) byName.set(nameKey(expert.name), [expert]);
    else namesakes.push(expert);
  }
  const noExpert = (problem: string): FoundExpert => ({ label: expertField.label, problem });
  const noCode = (problem: string): FoundExpert => ({ label: expertCodeField.label, problem });
  return (cell, code) => {
    if (code !== '') {
      const owner = byCode.get(code);
      if (owner === undefined) return noCode(`名单里没有编号${quoted(code)}`);
      return cell === '' || cell === code || nameKey(cell) === nameKey(owner.name)
        ? { expert: owner }
        : noCode(`编号${quoted(code)}是${quoted(owner.name)}，这一行写的是${quoted(cell)}`);
    }
    if (cell === '') return noExpert('没有填写');
    const coded = byCode.get(cell);
    if (coded !== undefined) return { expert: coded };
    const [named, ...others] = byName.get(nameKey(cell)) ?? [];
    if (named === undefined) return noExpert(`名单里没有${quoted(cell)}。请核对姓名，或先导入评审委员名单`);
    if (others.length > 0) {
      const codes = [named, ...others].map((each) => each.code).join('、');
      return noExpert(`有 ${others.length + 1} 位叫${quoted(cell)}，请写明编号（${codes}）`);
    }
    return { expert: named };
  };
}
