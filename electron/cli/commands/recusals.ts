import { done } from '../../../shared/refusals/refusal.ts';
import { listExperts } from '../../services/experts.ts';
import { listRecusals } from '../../services/recusals.ts';
import type { WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';
import { importCommand } from './import-table.ts';

export const recusalCommands: readonly WorkspaceCommand[] = [
  importCommand('recusals'),
  {
    kind: 'workspace',
    words: 'recusals list',
    usage: '',
    summary: '列出回避',
    positionals: [0, 0],
    run: (_context, caller) => {
      const listed = listRecusals(caller);
      if (!listed.ok) return listed;
      const experts = listExperts(caller);
      if (!experts.ok) return experts;
      const codes = new Map(experts.value.experts.map(({ id, code }) => [id, code]));
      const recusals = listed.value.recusals.map(({ expert, expertName, candidate, reason, declaredBy }) => ({
        expert: expertName,
        id: codes.get(expert) ?? '',
        candidate,
        reason,
        declaredBy,
      }));
      const table = textTable(
        [
          { header: '评审委员' },
          { header: '编号' },
          { header: '候选编号', alignment: 'right' },
          { header: '回避原因', atMost: 50 },
          { header: '登记人' },
        ],
        recusals.map(({ expert, id, candidate, reason, declaredBy }) => [
          expert,
          id,
          String(candidate),
          reason,
          declaredBy === 'expert' ? '本人' : '秘书处',
        ]),
      );
      return done({ json: { recusals }, text: `${table}\n共 ${recusals.length} 项。` });
    },
  },
];
