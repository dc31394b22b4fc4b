import type { ComingCommand } from '../command.ts';

function coming(words: string, usage: string, summary: string): ComingCommand {
  return { kind: 'coming', words, usage, summary: `${summary}（尚未提供）`, positionals: [0, Infinity] };
}

/** Words of the fixed command line whose features come later. */
export const comingCommands: readonly ComingCommand[] = [
  coming('freeze', '--minute TEXT [--lot FILE]', '定稿'),
  coming('results list', '', '列出定稿结果'),
  coming('results show', '[ID]', '查看定稿结果'),
  coming('backup', 'FILE', '备份'),
  coming('restore', 'FILE', '从备份恢复'),
];
