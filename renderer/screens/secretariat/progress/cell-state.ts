/** How far one expert is with one candidate. */
export type CellState = 'complete' | 'partial' | 'none' | 'recused';

/** @param marked number of criteria marked, or -1 where the pair is recused */
export function cellState(marked: number, criteria: number): CellState {
  if (marked < 0) return 'recused';
  if (marked === 0) return 'none';
  return marked >= criteria ? 'complete' : 'partial';
}
