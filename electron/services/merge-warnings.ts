import type { MergeDetail } from '../../shared/merging/detail.ts';
import type { MergeInput } from '../../shared/merging/merge.ts';
import { panelWarnings } from '../../shared/merging/warnings.ts';

/** What the panel should know before it trusts a ranking. */
export interface MergeSituation {
  readonly input: MergeInput;
  readonly detail: MergeDetail;
  readonly isLocked: boolean;
  /** Names of the experts, and of those whose sheet is not submitted. */
  readonly experts: readonly string[];
  readonly unsubmitted: readonly string[];
  readonly ballotsAccepted: number;
}

const namesShown = 5;
const candidatesShown = 10;

function listed(items: readonly (string | number)[], shown: number): string {
  return items.slice(0, shown).join('、') + (items.length > shown ? '等' : '');
}

function panelSentences(input: MergeInput, experts: number): string[] {
  const warnings = panelWarnings(input, experts);
  const kinds = [
    { kind: 'minimum-marks', limit: '规则要求的最少评分数' },
    { kind: 'quorum', limit: '规则要求的评委比例' },
  ] as const;
  return kinds.flatMap(({ kind, limit }) => {
    const candidates = warnings.filter((each) => each.kind === kind).map((each) => each.candidate);
    if (candidates.length === 0) return [];
    return [
      `有 ${candidates.length} 个候选项目的评分不到${limit}：第 ${listed(candidates, candidatesShown)} 号。`,
    ];
  });
}

/** Warnings as sentences, the gravest first. They never change the ranking. */
export function mergeWarnings(situation: MergeSituation): string[] {
  const { input, detail, isLocked, experts, unsubmitted, ballotsAccepted } = situation;
  const expected = input.round.counts.candidates;
  const warnings: string[] = [];
  const warn = (applies: boolean, sentence: () => string): void => {
    if (applies) warnings.push(sentence());
  };
  const { open } = detail.cut;
  warn(
    open.length > 0,
    () =>
      `入围线上有并列，规则分不出先后：第 ${listed(open, candidatesShown)} 号。定稿前须抽签或由评委会表决。`,
  );
  warn(experts.length === 0, () => '还没有登记评审委员。');
  warn(
    unsubmitted.length > 0,
    () => `还有 ${unsubmitted.length} 位评审委员没有提交评分表：${listed(unsubmitted, namesShown)}。`,
  );
  const unmarked = detail.ranking.filter((row) => row.panel === null).map((row) => row.candidate);
  warn(unmarked.length > 0, () =>
    unmarked.length === detail.ranking.length
      ? '还没有任何候选项目有完整的评分，所以都没有名次。'
      : `有 ${unmarked.length} 个候选项目没有任何完整的评分，排在最后：第 ${listed(
          unmarked.toSorted((left, right) => left - right),
          candidatesShown,
        )} 号。`,
  );
  warn(ballotsAccepted === 0, () => '还没有选票，各项目的得票数都是 0。');
  if (experts.length > 0) warnings.push(...panelSentences(input, experts.length));
  warn(
    input.candidates.length !== expected,
    () => `候选项目有 ${input.candidates.length} 个，轮次规定是 ${expected} 个。`,
  );
  warn(!isLocked, () => '规则还没有锁定，目前用的是默认规则。');
  return warnings;
}
