/** What 问卷星 writes where nothing was answered: not shown, not answered, skipped. */
const emptyAnswers = new Set(['', '-2', '-3', '(空)', '（空）', '(跳过)', '（跳过）']);

/** Whether an option's cell says that nothing was chosen, in either way of writing chosen options. */
export function isEmptyAnswer(cell: string): boolean {
  return emptyAnswers.has(cell);
}

/** The token for a choice that was listed and names nothing: no candidate is called so. */
export const emptyChoice = '(空)';
