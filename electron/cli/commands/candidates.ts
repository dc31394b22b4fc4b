import { done } from '../../../shared/refusals/refusal.ts';
import { listCandidates } from '../../services/candidates.ts';
import type { WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';
import { importCommand } from './import-table.ts';

export const candidateCommands: readonly WorkspaceCommand[] = [
  importCommand('candidates'),
  {
    kind: 'workspace',
    words: 'candidates list',
    usage: '',
    summary: '列出候选项目（--json 含全文）',
    positionals: [0, 0],
    run: (_context, caller) => {
      const listed = listCandidates(caller);
      if (!listed.ok) return listed;
      const { candidates } = listed.value;
      const table = textTable(
        [
          { header: '编号', alignment: 'right' },
          { header: '项目名称', atMost: 70 },
          { header: '申报单位', atMost: 30 },
          { header: '所在区' },
        ],
        candidates.map(({ candidate, title, organisation, district }) => [
          String(candidate),
          title,
          organisation,
          district,
        ]),
      );
      return done({ json: { candidates }, text: `${table}\n共 ${candidates.length} 个。` });
    },
  },
];
