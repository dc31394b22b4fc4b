import type { z } from 'zod';
import type { PlanBuilder } from './import-plan.ts';

interface Limited {
  readonly field: string;
  readonly label: string;
}

/**
 * Parses a row's fields by the schema that the window's own form uses, and lists what does not fit.
 * Only length limits and empty required fields can fail here: every field is text.
 */
export function checkedFields<Output>(
  schema: z.ZodType<Output>,
  fields: object,
  labels: readonly Limited[],
  row: number,
  builder: PlanBuilder,
): Output | null {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    const label = labels.find((each) => each.field === field)?.label ?? field;
    const problem =
      issue.code === 'too_big'
        ? `太长，最多 ${String(issue.maximum)} 个字`
        : issue.code === 'too_small'
          ? '没有填写'
          : '不合要求';
    builder.problem(row, label, problem);
  }
  return null;
}
