import { z } from 'zod';

/** An exclusion in force that takes fewer ballots out of the count than it did when it was made. */
export const exclusionShortfallSchema = z.strictObject({
  exclusion: z.number().int().positive(),
  /** Ballots when it was made. */
  ballots: z.number().int().positive(),
  /** Those of them that are excluded now: fewer. */
  excludedNow: z.number().int().nonnegative(),
});
export type ExclusionShortfall = z.infer<typeof exclusionShortfallSchema>;

const grouped = (count: number): string => count.toLocaleString('zh-CN');

/** That, why it can be so, and what to do. The same sentence wherever exclusions are spoken of. */
export function shortfallSentence({ exclusion, ballots, excludedNow }: ExclusionShortfall): string {
  const rest = ballots - excludedNow;
  return `第 ${exclusion} 次剔除了 ${grouped(ballots)} 张，现在只有 ${grouped(excludedNow)} 张：其余 ${grouped(rest)} 张的批次已撤回，或者同一账号有别的票代替它在计票（例如另一份时间只到分的文件里的票）。请核对选票批次，需要时重新查找异常再剔除。`;
}
