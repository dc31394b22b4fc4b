import { done } from '../../../shared/refusals/refusal.ts';
import { initialiseWorkspace } from '../../services/initialise-workspace.ts';
import type { FolderCommand } from '../command.ts';

export const initCommand: FolderCommand = {
  kind: 'folder',
  words: 'init',
  usage: '[--round FILE] [--candidates FILE]',
  summary: '建立工作区；不写选项即 2017 年轮次和 50 个候选项目',
  options: { round: { type: 'string' }, candidates: { type: 'string' } },
  positionals: [0, 0],
  run: async (context) => {
    const optional = (option: string) => {
      const path = context.arguments.text(option);
      return path === undefined ? null : context.sourceFile(path);
    };
    const made = await initialiseWorkspace(
      context.dataFolder,
      { round: optional('round'), candidates: optional('candidates') },
      context.now,
    );
    if (!made.ok) return made;
    const { workspace, round, candidates } = made.value;
    return done({
      json: { workspace, round, candidates },
      text: `已在“${workspace}”建立工作区：轮次 ${round}，候选项目 ${candidates} 个。`,
    });
  },
};
