import { shortfallSentence, type ExclusionShortfall } from '../../shared/ballots/suspicion/shortfall.ts';
import type { CountedTotals } from '../../shared/contract/vote-totals.ts';
import type { MergeDetail } from '../../shared/merging/detail.ts';
import type { MergeInput } from '../../shared/merging/merge.ts';
import { panelWarnings } from '../../shared/merging/warnings.ts';

/** What the panel should know before it trusts a ranking. */
export interface MergeSituation {
  readonly input: MergeInput;
  readonly detail: MergeDetail;
  readonly isLocked: boolean;
  /** Whether a person confirmed the rules; an import only locks them. */
  readonly isConfirmed: boolean;
  readonly experts: readonly { readonly id: number; readonly name: string; readonly hasSubmitted: boolean }[];
  readonly ballotsAccepted: number;
  /** Totals without ballots that are in the votes. */
  readonly totals: readonly CountedTotals[];
  /** Exclusions that do not hold as they were decided. */
  readonly shortfalls: readonly ExclusionShortfall[];
}

const namesShown = 5;
const candidatesShown = 10;

function listed(items: readonly string[], shown: number): string {
  return items.slice(0, shown).join('、') + (items.length > shown ? '等' : '');
}

/** Candidates by number: 第 1、2、3 号, or with 等 after the first few. */
function numbered(candidates: readonly number[]): string {
  const shown = candidates.slice(0, candidatesShown).join('、');
  return `第 ${shown} 号${candidates.length > candidatesShown ? '等' : ''}`;
}

/** Submitted sheets on which a candidate has no total, though the expert has not stepped aside from it. */
function incompleteSheets({ input, experts }: MergeSituation): string[] {
  const criteria = new Set(input.round.criteria.map(({ id }) => id));
  const pair = (expert: number, candidate: number): string => `${expert} ${candidate}`;
  const recused = new Set(input.recusals.map(({ expert, candidate }) => pair(expert, candidate)));
  const marked = new Map<string, number>();
  for (const { expert, candidate, criterion } of input.scores) {
    const key = pair(expert, candidate);
    if (criteria.has(criterion)) marked.set(key, (marked.get(key) ?? 0) + 1);
  }
  return experts
    .filter(({ hasSubmitted }) => hasSubmitted)
    .map(({ id, name }) => {
      const missing = input.candidates
        .map(({ candidate }) => pair(id, candidate))
        .filter((key) => !recused.has(key) && (marked.get(key) ?? 0) < criteria.size);
      return { name, missing: missing.length };
    })
    .filter(({ missing }) => missing > 0)
    .map(({ name, missing }) => `${name}的评分表已提交，但有 ${missing} 个项目没有评完。`);
}

function panelSentences(input: MergeInput, experts: number): string[] {
  const warnings = panelWarnings(input, experts);
  const kinds = [
    { kind: 'minimum-marks', limit: '规则要求的最少评分数' },
    { kind: 'quorum', limit: '规则要求的委员比例' },
  ] as const;
  return kinds.flatMap(({ kind, limit }) => {
    const candidates = warnings.filter((each) => each.kind === kind).map((each) => each.candidate);
    if (candidates.length === 0) return [];
    return [`有 ${candidates.length} 个候选项目的评分不到${limit}：${numbered(candidates)}。`];
  });
}

/** A line for each sheet, as long as the list can still be taken in. */
function shortened(sentences: readonly string[]): readonly string[] {
  if (sentences.length <= namesShown) return sentences;
  const rest = sentences.length - namesShown;
  return [...sentences.slice(0, namesShown), `另有 ${rest} 份已提交的评分表也没有评完，见“评分”。`];
}

/** That votes without ballots are in the count is never silent; a merge names the file and the minute that allowed it. */
export function totalsSentence({ file, as, minute }: CountedTotals): string {
  const said = as === 'instead' ? '得票数用的是' : '得票数里另加了';
  const rest = as === 'instead' ? '，代替全部选票，选票都没有计入' : '，这些票没有选票可查';
  return `${said}“${file}”的票数合计${rest}。会议记录：${minute.replace(/[。.]$/, '')}。`;
}

/** Warnings as sentences, the gravest first. They never change the ranking. */
export function mergeWarnings(situation: MergeSituation): string[] {
  const { input, detail, isLocked, isConfirmed, experts, ballotsAccepted, totals, shortfalls } = situation;
  const expected = input.round.counts.candidates;
  const warnings: string[] = [];
  const warn = (applies: boolean, sentence: () => string): void => {
    if (applies) warnings.push(sentence());
  };
  const { open } = detail.cut;
  warn(
    open.length > 0,
    () => `入围线上有并列，规则分不出先后：${numbered(open)}。定稿前须抽签或由评审会表决。`,
  );
  warn(experts.length === 0, () => '还没有登记评审委员。');
  const unsubmitted = experts.filter(({ hasSubmitted }) => !hasSubmitted).map(({ name }) => name);
  warn(
    unsubmitted.length > 0,
    () => `还有 ${unsubmitted.length} 位评审委员没有提交评分表：${listed(unsubmitted, namesShown)}。`,
  );
  warnings.push(...shortened(incompleteSheets(situation)));
  const unmarked = detail.ranking.filter((row) => row.panel === null).map((row) => row.candidate);
  warn(unmarked.length > 0, () =>
    unmarked.length === detail.ranking.length
      ? '还没有任何候选项目有完整的评分，所以都没有名次。'
      : `有 ${unmarked.length} 个候选项目没有任何完整的评分，排在最后：${numbered(
          unmarked.toSorted((left, right) => left - right),
        )}。`,
  );
  warnings.push(...totals.map(totalsSentence));
  warnings.push(...shortfalls.map(shortfallSentence));
  warn(ballotsAccepted === 0 && totals.length === 0, () => '没有计票中的选票，各项目的得票数都是 0。');
  if (experts.length > 0) warnings.push(...panelSentences(input, experts.length));
  warn(
    input.candidates.length !== expected,
    () => `候选项目有 ${input.candidates.length} 个，轮次规定是 ${expected} 个。`,
  );
  warn(!isLocked, () => '规则还没有锁定，目前用的是默认规则。');
  warn(isLocked && !isConfirmed, () => '规则是自动锁定的，评审会尚未确认。');
  return warnings;
}
