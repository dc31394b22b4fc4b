import { refusalSentences } from './sentences.ts';

/**
 * Expected failures are values. Each code is declared once, in `sentences.ts`, together with its Chinese sentence and the
 * details that the sentence needs; the union below follows from that.
 */
export type RefusalCode = keyof typeof refusalSentences;

export type Refusal = {
  readonly [Code in RefusalCode]: {
    readonly code: Code;
    readonly details: Parameters<(typeof refusalSentences)[Code]>[0];
  };
}[RefusalCode];

/** The outcome of a use case: a value, or the reason why nothing was changed. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Code extends RefusalCode>(
  code: Code,
  details: Extract<Refusal, { code: Code }>['details'],
): { readonly ok: false; readonly refusal: Refusal } {
  // The mapped union is correlated by construction; TypeScript cannot see that through the type parameter.
  return { ok: false, refusal: { code, details } as unknown as Refusal };
}

/** The sentence for a person: what is wrong, where, and what to do. */
export function sentenceOf(refusal: Refusal): string {
  const write = refusalSentences[refusal.code] as (details: unknown) => string;
  return write(refusal.details);
}
