import { skippedTableWords } from '../../../shared/ballots/skipped-tables.ts';
import type { VoteImportReport, VoteImportResult } from '../../../shared/contract/votes.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { importVotesBy } from '../../services/votes/import-votes.ts';
import type { Caller } from '../../services/use-case.ts';
import { exclusionWarnings } from '../../services/votes/suspicion/exclusion-effects.ts';
import { readMappingFile } from '../../services/votes/mapping-file.ts';
import { batchesOfUnconfirmedMinutes } from '../../services/votes/vote-batches.ts';
import { runVoteWorkHere } from '../../services/votes/work/runners.ts';
import type { WorkspaceCommand } from '../command.ts';
import { funnelTable } from '../funnel-table.ts';

export const voteImportCommand: WorkspaceCommand = {
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
      for (const { skipped = [] } of imported.value.imports)
        for (const table of skipped) context.say(`没有读：${skippedTableWords(table)}`);
      if (context.arguments.isSet('minutes-equal'))
        for (const sentence of unheardConfirmations(caller, imported.value)) context.say(sentence);
      if (!isDryRun) for (const warning of exclusionWarnings(caller)) context.say(warning);
      return done({
        json: imported.value,
        text: imported.value.imports.map((each) => importText(each, isDryRun)).join('\n\n'),
      });
    } finally {
      process.off('SIGINT', cancel);
    }
  },
};

/** A confirmation belongs to the batch that is made with it; where the bytes are in force already there is none to make. */
function unheardConfirmations(caller: Caller, { imports }: VoteImportReport): string[] {
  const known = imports.filter(({ alreadyImported }) => alreadyImported);
  const unconfirmed = batchesOfUnconfirmedMinutes(
    caller,
    known.map(({ batch }) => batch),
  );
  return known.flatMap(({ file, batch }) =>
    batch === null || !unconfirmed.has(batch)
      ? []
      : [
          `“${file}”已经导入过（批次 ${batch}），--minutes-equal 对它没有起作用：它的时间仍按整分钟算。要让它与时间到秒的文件对应，请先用 votes withdraw 撤回批次 ${batch}，再带 --minutes-equal 重新导入。`,
        ],
  );
}

function importText(imported: VoteImportResult, isDryRun: boolean): string {
  const { file, batch, alreadyImported, totals } = imported;
  if (totals !== undefined) {
    const kept = alreadyImported
      ? '以前已保存，没有再存一份'
      : isDryRun
        ? '试算，没有写入'
        : '已保存，还没有计入';
    return `“${file}”：${kept}\n没有一张张的选票，只有 ${totals.candidates} 个项目的票数，共 ${totals.votes} 票。要计入，须由评审会决定，再用 votes totals count。${alreadyImported ? '要换一种读法，请先用 votes totals remove 移除原来的那一份，再重新导入。' : ''}`;
  }
  const state = alreadyImported
    ? `已经导入过（批次 ${batch ?? ''}），没有重复计票`
    : batch === null
      ? '试算，没有写入'
      : `批次 ${batch}`;
  return `“${file}”：${state}\n${funnelTable(imported)}`;
}
