import { canonicalText } from '../../shared/audit/canonical.ts';
import type { Criterion, Round } from '../../shared/round/round.ts';
import { frequencyWords, scaleWords, severityWords, tieRuleWords } from './exports/rule-words.ts';

/** One rule that differs, in the words of the rules page. */
export interface RuleDifference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const unlimited = '不限';
const absent = '（无）';

const criterionText = ({ weight, max, step }: Criterion): string =>
  `权重 ${weight}，满分 ${max}，每档 ${step}`;

/** Times as the round file writes them, with their offset, but readable: 2017-03-22 00:00:00（+08:00）. */
function timeText(time: string | null): string {
  if (time === null) return unlimited;
  return time.replace(/^(.{10})T([\d:.]+)(.*)$/, '$1 $2（$3）');
}

function tieText({ merge, criteria }: Round): string {
  if (merge.tieBreak.length === 0) return '不比较，并列';
  return merge.tieBreak.map((rule) => tieRuleWords(rule, criteria)).join(' → ');
}

/** Every rule but the criteria, by the name it has on the rules page. */
function fieldsOf(round: Round): ReadonlyMap<string, string> {
  const { counts, ballot, panel, merge } = round;
  return new Map([
    ['轮次名称', round.title],
    ['时区', round.timeZone],
    ['申报项目（预计）', String(counts.applications)],
    ['候选项目', String(counts.candidates)],
    ['入围名额', String(counts.finalists)],
    ['最终名额', String(counts.winners)],
    ['至少选几项', String(ballot.minChoices)],
    ['至多选几项', String(ballot.maxChoices)],
    ['每个账号', frequencyWords[ballot.perAccount]],
    ['投票开始时间', timeText(ballot.opensAt)],
    ['投票结束时间', timeText(ballot.closesAt)],
    ['去掉最低几个', String(panel.trim.low)],
    ['去掉最高几个', String(panel.trim.high)],
    ['满几个总分才去', String(panel.trim.atLeast)],
    ['宽严校正', severityWords[panel.severity]],
    ['每项至少几份评分', panel.minimumMarks === undefined ? unlimited : String(panel.minimumMarks)],
    ['委员到会比例', panel.quorum ?? unlimited],
    ['专家权重', String(merge.expertWeight)],
    ['公众权重', String(merge.publicWeight)],
    ['专家评分的换算', scaleWords[merge.panelScale]],
    ['得票数的换算', scaleWords[merge.publicScale]],
    ['同分时依次比较', tieText(round)],
    ['签字', round.signOff?.join('、') ?? absent],
    ['终审规则', round.finalReview === undefined ? absent : canonicalText(round.finalReview)],
  ]);
}

function criterionDifferences(before: Criterion | undefined, after: Criterion | undefined): RuleDifference[] {
  if (before === undefined || after === undefined) {
    const name = before?.name ?? after?.name ?? '';
    const text = (criterion: Criterion | undefined): string =>
      criterion === undefined ? absent : criterionText(criterion);
    return [{ field: `评审标准：${name}`, before: text(before), after: text(after) }];
  }
  const { name } = before;
  return [
    { field: `${name}的名称`, before: name, after: after.name },
    { field: `${name}的权重`, before: String(before.weight), after: String(after.weight) },
    { field: `${name}的满分`, before: String(before.max), after: String(after.max) },
    { field: `${name}的每档`, before: String(before.step), after: String(after.step) },
  ];
}

/** What differs between two sets of rules, in the order of the rules page. */
export function ruleDifferences(before: Round, after: Round): RuleDifference[] {
  const later = fieldsOf(after);
  const fields = [...fieldsOf(before)].map(([field, value]) => ({
    field,
    before: value,
    after: later.get(field) ?? absent,
  }));
  const ids = new Set([...before.criteria, ...after.criteria].map(({ id }) => id));
  const criteria = [...ids].flatMap((id) =>
    criterionDifferences(
      before.criteria.find((each) => each.id === id),
      after.criteria.find((each) => each.id === id),
    ),
  );
  return [...fields, ...criteria].filter((each) => each.before !== each.after);
}
