import { refused, type Refusal } from '../../../../shared/refusals/refusal.ts';

/** A formula without a result: reading it as empty would lose what it stands for. */
export function uncalculated(file: string, row: number): { readonly ok: false; readonly refusal: Refusal } {
  const problem = '公式没有算出结果。请用 Excel 打开并保存一次，或把公式改成数值';
  return refused('rows-invalid', { file, count: 1, problems: [{ row, problem }] });
}
