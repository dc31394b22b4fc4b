/**
 * The places of the 2017 notice where its characters alone do not say what a blank or a line break means.
 * Each was read by hand. The derivation stops when one of them is no longer found, so none can go stale.
 */

/** A place where the line break between two lines is not what the general rule takes it for. */
export interface HandCheckedBreak {
  readonly candidate: number;
  /** How the line before the break ends. */
  readonly before: string;
  /** How the line after the break begins. */
  readonly after: string;
  /** True when a paragraph begins after the break, false when the sentence or paragraph runs on. */
  readonly startsParagraph: boolean;
  readonly reason: string;
}

/** A blank between two Chinese characters that has a meaning of its own. */
export interface HandCheckedBlank {
  readonly candidate: number;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/**
 * The newspaper indents a paragraph by two characters, and the extracted text has lost the indent: a full line
 * holds seventeen characters (full-width punctuation may be squeezed to half), a paragraph's first line fifteen.
 * That is the evidence below.
 */
export const handCheckedBreaks: readonly HandCheckedBreak[] = [
  {
    candidate: 43,
    before: '主要做法：',
    after: '一是全镇共同参与',
    startsParagraph: true,
    reason:
      'A line of five characters that announces the two points; the next line has the width of an indented one.',
  },
  {
    candidate: 43,
    before: '一是全镇共同参与，管理全面完善。',
    after: '“城市 e 管家”使群众反映的问题',
    startsParagraph: false,
    reason:
      'The next line is full and so not indented; the second point (二是) runs on after its first sentence alike.',
  },
  {
    candidate: 47,
    before: '全镇搭建“四网合一”组织网络。',
    after: '搭建“四网合一”组织网络，构建',
    startsParagraph: true,
    reason:
      'The sentence ends in a short line and the next has the width of an indented one; the blank line slipped by one.',
  },
];

/** Titles keep these blanks and no others: each parts two clauses, most of them where a line of the title ends. */
export const titleBlanks: readonly HandCheckedBlank[] = [
  {
    candidate: 10,
    before: '综合改革',
    after: '引导居民',
    reason: 'Two clauses; the blank stands inside a line.',
  },
  {
    candidate: 21,
    before: '接待进社区',
    after: '架起服务',
    reason: 'Two clauses; the line of the title is broken early, where the blank stands.',
  },
  {
    candidate: 22,
    before: '创新医调机制',
    after: '促进医患',
    reason: 'Two clauses; the blank stands inside a line.',
  },
  {
    candidate: 25,
    before: '为载体',
    after: '全面提升',
    reason: 'Two clauses; the blank stands inside a line.',
  },
  {
    candidate: 30,
    before: '主任联谊会',
    after: '组织群众',
    reason: 'A name and what it does; the blank stands inside a line.',
  },
  {
    candidate: 50,
    before: '正能量',
    after: '构筑基层',
    reason: 'Two clauses; the blank stands inside a line.',
  },
];

/** Texts keep these blanks between two Chinese characters and no others. */
export const textBlanks: readonly HandCheckedBlank[] = [
  {
    candidate: 45,
    before: '小驴途成长步',
    after: '梦想路',
    reason: 'A motto of two halves; the only blank between two Chinese characters in any of the texts.',
  },
];

/** The newspaper page closes with its motto below candidate 50; it belongs to the page, not to the candidate. */
export const pageMotto = '创新社会治理 加强基层建设';
