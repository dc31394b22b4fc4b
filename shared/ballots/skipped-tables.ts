/** Why a table is not read: hidden or empty sheets, and what the mapping takes for something else than ballots. */
export const skipReasons = [
  'hidden',
  'empty',
  /** A person said so. */
  'not-ballots',
  /** Other columns than those of the ballots, and nothing below them that may be a ballot: notes, a summary. */
  'other-header',
  /** Behind the one table of totals, and neither totals nor ballots. */
  'after-totals',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** The reasons as a person reads them. */
const skipReasonWords: Readonly<Record<SkipReason, string>> = {
  hidden: '隐藏的工作表',
  empty: '空的工作表',
  'not-ballots': '您已注明不是选票',
  'other-header': '列名和选票的工作表不同，当作说明或汇总',
  'after-totals': '票数合计只读一张工作表',
};

/** A table that is not read: its file (of an archive: the name there), the sheet, where there are sheets, and why. */
export interface SkippedTable {
  readonly file: string;
  readonly sheet: string | null;
  readonly reason: SkipReason;
}

/** `票.xlsx 的工作表“草稿”：隐藏的工作表`. */
export function skippedTableWords({ file, sheet, reason }: SkippedTable): string {
  return `${sheet === null ? file : `${file} 的工作表“${sheet}”`}：${skipReasonWords[reason]}`;
}
