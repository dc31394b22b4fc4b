import { saysSomething } from '../../../shared/contract/reason.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { listCandidates } from '../../services/candidates.ts';
import { listVoteBatches, readVoteTally, withdrawVoteBatch } from '../../services/votes/index.ts';
import { exclusionWarnings } from '../../services/votes/suspicion/exclusion-effects.ts';
import { wholeNumberOf } from '../arguments.ts';
import { UsageError, type WorkspaceCommand } from '../command.ts';
import { funnelTable } from '../funnel-table.ts';
import { textTable } from '../text-table.ts';

const tally: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes tally',
  usage: '',
  summary: '各候选项目的得票数',
  positionals: [0, 0],
  run: (_context, caller) => {
    const read = readVoteTally(caller);
    if (!read.ok) return read;
    const candidates = listCandidates(caller);
    if (!candidates.ok) return candidates;
    const titles = new Map(candidates.value.candidates.map(({ candidate, title }) => [candidate, title]));
    const table = textTable(
      [
        { header: '编号', alignment: 'right' },
        { header: '得票数', alignment: 'right' },
        { header: '项目名称', atMost: 70 },
      ],
      read.value.tally.map(({ candidate, votes }) => [
        String(candidate),
        String(votes),
        titles.get(candidate) ?? '',
      ]),
    );
    return done({ json: read.value, text: `${table}\n\n${funnelTable(read.value.ballots)}` });
  },
};

const batches: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes batches',
  usage: '',
  summary: '列出选票批次',
  positionals: [0, 0],
  run: (_context, caller) => {
    const listed = listVoteBatches(caller);
    if (!listed.ok) return listed;
    const table = textTable(
      [
        { header: '批次', alignment: 'right' },
        { header: '文件', atMost: 40 },
        { header: '行数', alignment: 'right' },
        { header: '有效票', alignment: 'right' },
        { header: '状态', atMost: 40 },
        { header: 'SHA-256', atMost: 18 },
      ],
      listed.value.batches.map(({ batch, file, funnel, withdrawn, sha256 }) => [
        String(batch),
        file,
        String(funnel.rows),
        String(funnel.accepted),
        withdrawn === null ? '计票中' : `已撤回：${withdrawn.reason}`,
        sha256,
      ]),
    );
    return done({ json: listed.value, text: table });
  },
};

const withdraw: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes withdraw',
  usage: 'BATCH --reason TEXT',
  summary: '撤回一个选票批次，原因记录在案',
  options: { reason: { type: 'string' } },
  positionals: [1, 1],
  run: async (context, caller) => {
    const text = context.arguments.positionals[0] ?? '';
    const given = context.arguments.text('reason');
    if (given === undefined) throw new UsageError('缺少 --reason TEXT：撤回要写明原因');
    const reason = given.trim();
    if (!saysSomething(reason)) return refused('reason-needed', {});
    const batch = wholeNumberOf(text);
    if (batch === null) return refused('batch-unknown', { batch: text });
    const withdrawn = await withdrawVoteBatch(caller, { batch, reason });
    if (!withdrawn.ok) return withdrawn;
    for (const warning of exclusionWarnings(caller)) context.say(warning);
    return done({ json: withdrawn.value, text: `选票批次 ${text} 已撤回，不再计票。` });
  },
};

export const voteCommands: readonly WorkspaceCommand[] = [tally, batches, withdraw];
