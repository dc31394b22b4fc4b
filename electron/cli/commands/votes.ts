import { funnelReasons } from '../../../shared/ballots/rejection.ts';
import type { Funnel, VoteImportResult } from '../../../shared/contract/votes.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { listCandidates } from '../../services/candidates.ts';
import { funnelWords } from '../../services/exports/rule-words.ts';
import {
  importVotesBy,
  listVoteBatches,
  readMappingFile,
  readVoteTally,
  runVoteWorkHere,
  withdrawVoteBatch,
} from '../../services/votes/index.ts';
import { UsageError, type WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';
import { proposeMapping } from './vote-mapping.ts';

const importFiles: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes import',
  usage: 'FILE… [--mapping FILE] [--minutes-equal] [--dry-run]',
  summary: '导入选票，几个文件一起成功或一起不导入',
  options: {
    'dry-run': { type: 'boolean' },
    'minutes-equal': { type: 'boolean' },
    mapping: { type: 'string' },
  },
  positionals: [1, Infinity],
  run: async (context, caller) => {
    const mappingPath = context.arguments.text('mapping');
    const mapping =
      mappingPath === undefined ? done(null) : await readMappingFile(context.sourceFile(mappingPath));
    if (!mapping.ok) return mapping;
    const isDryRun = context.arguments.isSet('dry-run');
    const cancelling = new AbortController();
    const cancel = (): void => {
      cancelling.abort();
    };
    process.once('SIGINT', cancel);
    try {
      const files = context.arguments.positionals.map(context.sourceFile);
      const imported = await importVotesBy(runVoteWorkHere, caller, files, {
        mapping: mapping.value,
        dryRun: isDryRun,
        // Somebody looked at it: times without seconds may be those of ballots known to the second.
        minutesEqual: context.arguments.isSet('minutes-equal'),
        signal: cancelling.signal,
        onProgress: ({ label, fraction, rows }) => {
          context.progress(
            `${label} ${fraction === null ? '' : `${Math.floor(fraction * 100)}% `}${rows} 行`,
          );
        },
      });
      if (!imported.ok) return imported;
      return done({
        json: imported.value,
        text: imported.value.imports.map((each) => importText(each, isDryRun)).join('\n\n'),
      });
    } finally {
      process.off('SIGINT', cancel);
    }
  },
};

function importText(imported: VoteImportResult, isDryRun: boolean): string {
  const { file, batch, alreadyImported, totals } = imported;
  if (totals !== undefined) {
    const kept = alreadyImported
      ? '以前已保存，没有再存一份'
      : isDryRun
        ? '试算，没有写入'
        : '已保存，还没有计入';
    return `“${file}”：${kept}\n没有一张张的选票，只有 ${totals.candidates} 个项目的票数，共 ${totals.votes} 票。要计入，须由评审会决定，再用 votes totals count。`;
  }
  const state = alreadyImported
    ? `已经导入过（批次 ${batch ?? ''}），没有重复计票`
    : batch === null
      ? '试算，没有写入'
      : `批次 ${batch}`;
  return `“${file}”：${state}\n${funnelTable(imported)}`;
}

function funnelTable({ rows, accepted, rejected }: Funnel): string {
  const line = (words: string, count: number): string[] => [words, String(count)];
  return textTable(
    [{ header: '选票去向' }, { header: '行数', alignment: 'right' }],
    [
      line('全部行', rows),
      line(funnelWords.accepted, accepted),
      ...([...funnelReasons, 'excluded'] as const).flatMap((reason) => {
        const count = rejected[reason] ?? 0;
        return count === 0 ? [] : [line(funnelWords[reason], count)];
      }),
    ],
  );
}

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
    if (reason === '') return refused('reason-needed', {});
    if (!/^[1-9]\d{0,8}$/.test(text)) return refused('batch-unknown', { batch: text });
    const withdrawn = await withdrawVoteBatch(caller, { batch: Number(text), reason });
    return withdrawn.ok
      ? done({ json: withdrawn.value, text: `选票批次 ${text} 已撤回，不再计票。` })
      : withdrawn;
  },
};

export const voteCommands: readonly WorkspaceCommand[] = [
  importFiles,
  proposeMapping,
  tally,
  batches,
  withdraw,
];
