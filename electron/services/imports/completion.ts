import type { Application, ApplicationFields } from '../../../shared/contract/applications.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { changeApplication } from '../applications.ts';
import type { Caller } from '../use-case.ts';
import { nameKey } from './cell-reading.ts';
import type { Field } from './columns.ts';
import { differences, type Difference } from './differences.ts';

/** Where a row contradicts what is recorded: only a field that says something on both sides can. */
export function contradictions(
  fields: readonly Field[],
  standing: Application,
  row: ApplicationFields,
): readonly Difference[] {
  const { code, title, organisation, district, text } = standing;
  // Blanks and widths part no titles.
  const kept = {
    code,
    title: nameKey(title) === nameKey(row.title) ? row.title : title,
    organisation,
    district,
    text,
  };
  const filled = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== ''));
  return differences(fields, filled, { ...row });
}

/** The recorded fields with the row's in place of the empty ones; null when that changes nothing. */
export function completion(standing: Application, row: ApplicationFields): ApplicationFields | null {
  const completed = {
    code: standing.code || row.code,
    title: standing.title,
    organisation: standing.organisation || row.organisation,
    district: standing.district || row.district,
    text: standing.text || row.text,
  };
  const isSame =
    completed.code === standing.code &&
    completed.organisation === standing.organisation &&
    completed.district === standing.district &&
    completed.text === standing.text;
  return isSame ? null : completed;
}

/** Fills the empty fields; the record keeps what stood there before. */
export function complete(caller: Caller, id: number, fields: ApplicationFields): Result<null> {
  const changed = changeApplication(caller, { ...fields, id });
  return changed.ok ? done(null) : changed;
}
