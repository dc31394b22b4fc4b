import type { VoteTotals } from '../../../shared/contract/vote-totals.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { totalsUseWords } from '../../services/exports/rule-words.ts';
import {
  countVoteTotals,
  listVoteTotals,
  removeVoteTotals,
  setVoteTotalsAside,
} from '../../services/votes/totals.ts';
import { wholeNumberOf } from '../arguments.ts';
import { UsageError, type CommandArguments, type WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';

const list: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes totals',
  usage: '',
  summary: '列出没有选票、只有各项目票数合计的文件',
  positionals: [0, 0],
  run: (_context, caller) => {
    const listed = listVoteTotals(caller);
    return listed.ok ? done({ json: listed.value, text: totalsTable(listed.value.totals) }) : listed;
  },
};

function totalsTable(totals: readonly VoteTotals[]): string {
  return textTable(
    [
      { header: '合计', alignment: 'right' },
      { header: '文件', atMost: 40 },
      { header: '项目数', alignment: 'right' },
      { header: '票数', alignment: 'right' },
      { header: '状态', atMost: 60 },
    ],
    totals.map((each) => [
      String(each.totals),
      each.file,
      String(each.byCandidate.length),
      String(each.votes),
      standingOf(each),
    ]),
  );
}

function standingOf({ counted, removed }: VoteTotals): string {
  if (removed !== null) return `已移除：${removed.reason}`;
  return counted === null ? '未计入' : `${totalsUseWords[counted.as]}：${counted.minute}`;
}

const count: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes totals count',
  usage: 'ID --as added|instead --minute TEXT',
  summary: '按会议记录计入一份票数合计：added 加在选票上，instead 代替全部选票',
  options: { as: { type: 'string' }, minute: { type: 'string' } },
  positionals: [1, 1],
  run: (context, caller) => {
    const as = context.arguments.text('as');
    if (as !== 'added' && as !== 'instead')
      throw new UsageError('缺少 --as added 或 --as instead：加在选票上，还是代替全部选票');
    const minute = minuteOf(context.arguments);
    const totals = totalsOf(context.arguments);
    if (!totals.ok) return totals;
    const counted = countVoteTotals(caller, { totals: totals.value, as, minute });
    return counted.ok
      ? done({ json: counted.value, text: `票数合计 ${totals.value} 已计入：${totalsUseWords[as]}。` })
      : counted;
  },
};

const aside: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes totals aside',
  usage: 'ID --minute TEXT',
  summary: '按会议记录不再计入一份票数合计，文件仍然保存',
  options: { minute: { type: 'string' } },
  positionals: [1, 1],
  run: (context, caller) => {
    const minute = minuteOf(context.arguments);
    const totals = totalsOf(context.arguments);
    if (!totals.ok) return totals;
    const set = setVoteTotalsAside(caller, { totals: totals.value, minute });
    return set.ok ? done({ json: set.value, text: `票数合计 ${totals.value} 不再计入。` }) : set;
  },
};

const remove: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes totals remove',
  usage: 'ID --reason TEXT',
  summary: '移除一份没有计入的票数合计，写明原因；之后同一个文件可以换一种读法重新导入',
  options: { reason: { type: 'string' } },
  positionals: [1, 1],
  run: (context, caller) => {
    const reason = context.arguments.text('reason');
    if (reason === undefined) throw new UsageError('缺少 --reason TEXT：写明为什么移除');
    const totals = totalsOf(context.arguments);
    if (!totals.ok) return totals;
    const removed = removeVoteTotals(caller, { totals: totals.value, reason });
    return removed.ok
      ? done({ json: removed.value, text: `票数合计 ${totals.value} 已移除，它的文件可以重新导入。` })
      : removed;
  },
};

function minuteOf({ text }: CommandArguments): string {
  const minute = text('minute');
  if (minute === undefined) throw new UsageError('缺少 --minute TEXT：写明评审会的决定');
  return minute;
}

function totalsOf({ positionals }: CommandArguments): Result<number> {
  const text = positionals[0] ?? '';
  const totals = wholeNumberOf(text);
  return totals === null ? refused('totals-unknown', { totals: text }) : done(totals);
}

export const voteTotalsCommands: readonly WorkspaceCommand[] = [list, count, aside, remove];
