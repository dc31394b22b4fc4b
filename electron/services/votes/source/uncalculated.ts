import { refused, type Refusal } from '../../../../shared/refusals/refusal.ts';
import { uncalculatedProblem } from '../../tables/formula-results.ts';

/** The refusal of a source whose formula in this row has no result. */
export function uncalculated(file: string, row: number): { readonly ok: false; readonly refusal: Refusal } {
  return refused('rows-invalid', { file, count: 1, problems: [{ row, problem: uncalculatedProblem }] });
}
