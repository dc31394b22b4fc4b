import type { Candidate } from '../../../shared/contract/applications.ts';
import type { OwnSheet } from '../../../shared/contract/marks.ts';
import type { Fields } from '../../state/score-drafts.ts';
import { commentKey, markKey, type FieldKey } from '../../state/score-fields.ts';

/** How far the expert is with one candidate. Only what is on the disk counts. */
export type OwnState = 'untouched' | 'partly' | 'complete' | 'recused';

export interface OwnCandidate {
  readonly candidate: number;
  readonly title: string;
  readonly organisation: string;
  readonly district: string;
  readonly state: OwnState;
  readonly marked: number;
  readonly hasUnsaved: boolean;
}

export interface OwnProgress {
  readonly all: readonly OwnCandidate[];
  readonly complete: number;
  readonly recused: number;
  /** Numbers of the candidates that are neither complete nor recused. */
  readonly missing: readonly number[];
}

export function ownProgress(candidates: readonly Candidate[], sheet: OwnSheet, fields: Fields): OwnProgress {
  const recused = new Set(sheet.recusals.map((each) => each.candidate));
  const all = candidates.map(({ candidate, title, organisation, district }): OwnCandidate => {
    const keys = sheet.criteria.map(({ id }) => markKey(candidate, id));
    const marked = keys.filter((key) => (fields[key]?.confirmed ?? '') !== '').length;
    const state = recused.has(candidate)
      ? 'recused'
      : marked === keys.length
        ? 'complete'
        : marked > 0
          ? 'partly'
          : 'untouched';
    const hasUnsaved = [...keys, commentKey(candidate)].some((key) => isUnsaved(fields, key));
    return { candidate, title, organisation, district, state, marked, hasUnsaved };
  });
  const inState = (...states: readonly OwnState[]) => all.filter(({ state }) => states.includes(state));
  return {
    all,
    complete: inState('complete').length,
    recused: inState('recused').length,
    missing: inState('untouched', 'partly').map(({ candidate }) => candidate),
  };
}

function isUnsaved(fields: Fields, key: FieldKey): boolean {
  return (fields[key]?.phase ?? 'saved') !== 'saved';
}
