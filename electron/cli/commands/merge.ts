import { shortfallSentence } from '../../../shared/ballots/suspicion/shortfall.ts';
import type { MergeReport, RankedCandidate } from '../../../shared/merging/report.ts';
import type { WithoutExclusions } from '../../../shared/merging/without-exclusions.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { finalistWords, tieWords } from '../../services/exports/rule-words.ts';
import { totalsSentence } from '../../services/merge-warnings.ts';
import { mergeReport, type PrintedMerge } from '../../services/merge.ts';
import type { WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';

export const mergeCommand: WorkspaceCommand = {
  kind: 'workspace',
  words: 'merge',
  usage: '[--set merge.expertWeight=60 …]',
  summary: '按现行规则（或试算规则）合并并打印排名，不改动任何东西',
  options: { set: { type: 'string', multiple: true } },
  listOption: 'set',
  positionals: [0, 0],
  run: (context, caller) => {
    const merged = mergeReport(caller, [...context.arguments.texts('set')]);
    return merged.ok ? done({ json: merged.value, text: mergeText(merged.value) }) : merged;
  },
};

function mergeText({ rules, ranking, cut, exclusions, totals = [] }: PrintedMerge): string {
  const { expertWeight, publicWeight } = rules.merge;
  const rows: (readonly string[] | string)[] = [];
  for (const [index, ranked] of ranking.entries()) {
    rows.push(line(ranked, rules.criteria));
    const next = ranking[index + 1];
    if (next !== undefined && next.finalist !== ranked.finalist)
      rows.push(`════ 入围线（${cut.places} 个） ════`);
  }
  const table = textTable(
    [
      { header: '名次', alignment: 'right' },
      { header: '编号', alignment: 'right' },
      { header: '项目名称', atMost: 50 },
      { header: '入围' },
      { header: '专家评分', alignment: 'right' },
      { header: '得票数', alignment: 'right' },
      { header: '公众得分', alignment: 'right' },
      { header: '合并得分', alignment: 'right' },
      { header: '评分（去掉）', alignment: 'right' },
      { header: '并列说明' },
    ],
    rows,
  );
  const open =
    cut.open.length === 0 ? '' : `\n入围线上有并列：${cut.open.join('、')} 号。须先抽签或由评审会表决。`;
  return `专家权重 ${expertWeight}，公众权重 ${publicWeight}\n\n${table}\n\n入围线上下相差 ${cut.margin ?? '（无）'} 分。${open}${totals.map((each) => `\n${totalsSentence(each)}`).join('')}${exclusions === undefined ? '' : exclusionsText(ranking, exclusions)}`;
}

/** What the ranking would be with the excluded ballots counted: the candidates whose place differs. */
function exclusionsText(
  ranking: readonly RankedCandidate[],
  { exclusions, ballots, shortfalls, ranking: before }: WithoutExclusions,
): string {
  const now = new Map(ranking.map((each) => [each.candidate, each]));
  const moved = before.flatMap((was) => {
    const is = now.get(was.candidate);
    if (is === undefined || (is.rank === was.rank && is.finalist === was.finalist)) return [];
    return [
      [
        String(was.candidate),
        was.rank === null ? '—' : String(was.rank),
        finalistWords(was.finalist),
        String(was.votes),
        is.rank === null ? '—' : String(is.rank),
        finalistWords(is.finalist),
        String(is.votes),
      ],
    ];
  });
  const said = `\n\n有 ${exclusions} 次剔除，共 ${ballots} 张选票不计票。${shortfalls.map((each) => `\n${shortfallSentence(each)}\n`).join('')}`;
  if (moved.length === 0) return `${said}剔除前后名次和入围都一样。`;
  const table = textTable(
    [
      { header: '编号', alignment: 'right' },
      { header: '剔除前名次', alignment: 'right' },
      { header: '剔除前入围' },
      { header: '剔除前得票', alignment: 'right' },
      { header: '现名次', alignment: 'right' },
      { header: '现入围' },
      { header: '现得票', alignment: 'right' },
    ],
    moved,
  );
  return `${said}剔除前后不同的项目：\n\n${table}`;
}

function line(ranked: RankedCandidate, criteria: MergeReport['rules']['criteria']): readonly string[] {
  return [
    ranked.rank === null ? '—' : String(ranked.rank),
    String(ranked.candidate),
    ranked.title,
    finalistWords(ranked.finalist),
    ranked.panel ?? '—',
    String(ranked.votes),
    ranked.public ?? '—',
    ranked.combined ?? '—',
    ranked.dropped === 0 ? String(ranked.scores) : `${ranked.scores}（${ranked.dropped}）`,
    tieWords(ranked.tie, criteria),
  ];
}
