import type { Connection } from '../../database/connection.ts';
import { readExperts, type PersonRecord } from '../../database/people.ts';
import { nameKey, quoted } from './cell-reading.ts';

/** The expert that a cell names by code or by name, or the sentence that says why it names none. */
export type FoundExpert = { readonly expert: PersonRecord } | { readonly problem: string };

/** Looks experts up many times over one reading of the list. */
export function expertFinder(connection: Connection): (cell: string) => FoundExpert {
  const byCode = new Map<string, PersonRecord>();
  const byName = new Map<string, PersonRecord[]>();
  for (const expert of readExperts(connection)) {
    if (expert.code !== '') byCode.set(expert.code, expert);
    const namesakes = byName.get(nameKey(expert.name));
    if (namesakes === undefined) byName.set(nameKey(expert.name), [expert]);
    else namesakes.push(expert);
  }
  return (cell) => {
    if (cell === '') return { problem: '没有填写' };
    const coded = byCode.get(cell);
    if (coded !== undefined) return { expert: coded };
    const [named, ...others] = byName.get(nameKey(cell)) ?? [];
    if (named === undefined)
      return { problem: `名单里没有${quoted(cell)}。请核对姓名，或先导入评审委员名单` };
    if (others.length > 0) {
      const codes = [named, ...others].map(({ code }) => code).join('、');
      return { problem: `有 ${others.length + 1} 位叫${quoted(cell)}，请改写编号（${codes}）` };
    }
    return { expert: named };
  };
}
