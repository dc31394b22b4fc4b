import type { MergeReport, RankedCandidate } from '../../../shared/merging/report.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { finalistWords, tieWords } from '../../services/exports/rule-words.ts';
import { mergeReport } from '../../services/merge.ts';
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

function mergeText({ rules, ranking, cut }: MergeReport): string {
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
  return `专家权重 ${expertWeight}，公众权重 ${publicWeight}\n\n${table}\n\n入围线上下相差 ${cut.margin ?? '（无）'} 分。${open}`;
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
