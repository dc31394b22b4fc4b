import type { VoteMapping } from './mapping.ts';

/** Why a mapping is proposed: what was recognised. */
export const mappingReasons = [
  /** The header of the program's own votes file. */
  'canonical-header',
  /** 问卷星, answers as text. */
  'wjx-text',
  /** 问卷星, answers as option numbers. */
  'wjx-numbers',
  /** 腾讯问卷. */
  'tencent',
  /** Every column needed has a header that is known. */
  'known-headers',
  /** The first rows' choices are numbers of candidates or whole titles. */
  'choices-match',
  /** The header stands below title rows. */
  'header-below-titles',
  /** File or sheet names name candidates. */
  'names-of-candidates',
  /** A number of votes beside each candidate, and no account. */
  'votes-per-candidate',
] as const;
export type MappingReason = (typeof mappingReasons)[number];

/** What the program cannot know and the person has to confirm or correct; with none of these nothing is guessed. */
export const mappingProblems = [
  /** No column is known to hold accounts; the one proposed (or none) is a guess. An answer's number is no account. */
  'account-unsure',
  'time-unsure',
  'choices-unsure',
  /** Several columns could be meant. */
  'columns-ambiguous',
  /** The row under the header names options, so that the header may be two rows. */
  'header-in-two-rows',
  /** Cells to the right of the choices, in a column that has no header. */
  'cells-unnamed',
  /** Which cells of the option columns mean "chosen". */
  'chosen-unsure',
  /** What bare numbers in the time column mean was told from their size. */
  'time-numbers',
  /** 03/04/2017 may be either day. */
  'day-order',
  /** Times in the first rows that cannot be read. */
  'times-unreadable',
  /** Texts of choices that are no title; proposed are the nearest. */
  'correspondence',
  /** Options that are no candidate. */
  'options-unknown',
  /** Candidates taken from the names of files or sheets. */
  'candidates-from-names',
  /** The file holds totals and no ballots. */
  'totals-only',
] as const;
export type MappingProblem = (typeof mappingProblems)[number];

/** A way of reading a file that the program proposes. */
export interface MappingProposal {
  readonly mapping: VoteMapping;
  /** 0 to 1; 1 is the program's own votes file. */
  readonly confidence: number;
  readonly reasons: readonly MappingReason[];
  /** With none of these nothing in the mapping is guessed, and it may be used without asking. */
  readonly problems: readonly MappingProblem[];
}

/** Each problem in words, as a part of a sentence: what is not certain. */
export const mappingProblemWords: Readonly<Record<MappingProblem, string>> = {
  'account-unsure': '没有认得出的账号列（答卷序号不是账号）',
  'time-unsure': '没有认得出的投票时间列',
  'choices-unsure': '哪一列是所选项目还不确定',
  'columns-ambiguous': '有几列都像账号、时间、选项（项目）或票数，分不清该用哪一列',
  'header-in-two-rows': '列名像是占了两行，第二行是各个选项',
  'cells-unnamed':
    '所选项目右边有没有列名却有内容的格子，不知道是不是选项（先在文件里给那一列加上列名，或者删掉那一列）',
  'chosen-unsure': '选项列里哪些写法表示“选了”还不确定',
  'time-numbers': '时间列是数字，不确定是哪种计时',
  'day-order': '时间里日和月的先后不确定',
  'times-unreadable': '时间列里多数读不成时间',
  correspondence: '有的选项文字和候选项目名称不完全一样',
  'options-unknown': '有的选项不是候选项目',
  'candidates-from-names': '候选项目是从文件名或工作表名猜的',
  'totals-only': '文件只有票数合计，没有逐张选票',
};
