import type { z } from 'zod';
import { refused, type Refusal } from '../../shared/refusals/refusal.ts';
import { schemaProblem } from '../../shared/refusals/schema-problem.ts';
import { fieldName } from './field-names.ts';

/** The first thing that is wrong with an input, as a refusal that names the field. */
export function inputRefusal(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  return refused('invalid-input', {
    field: issue === undefined ? '' : fieldName(issue.path),
    problem: issue === undefined ? '内容不对' : schemaProblem(issue),
  }).refusal;
}
