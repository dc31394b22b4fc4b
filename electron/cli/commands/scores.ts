import type { WorkspaceCommand } from '../command.ts';
import { importCommand } from './import-table.ts';

export const scoreCommands: readonly WorkspaceCommand[] = [importCommand('scores')];
