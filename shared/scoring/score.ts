import type { Mark } from './mark.ts';

/** One mark of a submitted score sheet; `expert` and `candidate` are the expert's id and the candidate's number. */
export interface SubmittedScore {
  readonly expert: number;
  readonly candidate: number;
  /** The criterion's id. */
  readonly criterion: string;
  readonly mark: Mark;
}

/** An expert who stepped aside from a candidate: the pair is left out of every mean. */
export interface Recusal {
  readonly expert: number;
  readonly candidate: number;
}
