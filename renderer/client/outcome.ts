/** Why a call did not happen: the code for the program, the sentence for the person. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly details: unknown;
}

/** What every call answers: a value, or the reason why nothing was changed. Calls never throw. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

export const succeeded = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});
