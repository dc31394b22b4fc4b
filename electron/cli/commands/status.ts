import { done } from '../../../shared/refusals/refusal.ts';
import type { Status } from '../../../shared/contract/workspace.ts';
import { totalsUseWords } from '../../services/exports/rule-words.ts';
import { readStatus } from '../../services/status.ts';
import type { WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';

const stageWords: Readonly<Record<Status['stages'][number]['id'], string>> = {
  applications: '申报',
  candidates: '候选',
  votes: '投票',
  marks: '评分',
  merge: '合并',
  freeze: '定稿',
  export: '导出',
};

export const statusCommand: WorkspaceCommand = {
  kind: 'workspace',
  words: 'status',
  usage: '',
  summary: '已有什么、还缺什么、到了哪一步',
  positionals: [0, 0],
  run: (_context, caller) => {
    const status = readStatus(caller);
    return status.ok ? done({ json: status.value, text: statusText(status.value) }) : status;
  },
};

function statusText({ kind, round, rulesLocked, counts, totals, stages }: Status): string {
  const table = textTable(
    [
      { header: '环节' },
      { header: '已有', alignment: 'right' },
      { header: '应有', alignment: 'right' },
      { header: '' },
    ],
    stages.map(({ id, done: has, expected, isComplete }) => [
      stageWords[id],
      String(has),
      expected === null ? '' : String(expected),
      isComplete ? '完成' : '未完成',
    ]),
  );
  return [
    `${round.title}（${round.id}）${kind === 'demonstration' ? '  演示数据，不得用于正式评选' : ''}`,
    rulesLocked ? '规则已锁定' : '规则尚未锁定（导入选票或评分时自动锁定）',
    '',
    table,
    '',
    `评审委员 ${counts.experts} 位，已提交评分表 ${counts.sheetsSubmitted} 份，正在评 ${counts.sheetsStarted} 份；回避 ${counts.recusals} 项。`,
    `选票批次 ${counts.voteBatches} 个，共 ${counts.ballotRows} 行，有效票 ${counts.ballotsAccepted} 张。`,
    ...totalsLines(totals),
  ].join('\n');
}

/** Nothing while no file of totals was imported. */
function totalsLines({ waiting, counting, votes, insteadOfBallots }: Status['totals']): readonly string[] {
  if (waiting + counting === 0) return [];
  const use = totalsUseWords[insteadOfBallots ? 'instead' : 'added'];
  const counted = counting === 0 ? '都没有计入' : `按会议记录计入 ${counting} 份，共 ${votes} 票，${use}`;
  const undecided = waiting === 0 || counting === 0 ? '' : `；另有 ${waiting} 份没有计入`;
  return [`只有票数合计的文件 ${waiting + counting} 份，${counted}${undecided}。`];
}
