import { done } from '../../../shared/refusals/refusal.ts';
import { listExperts } from '../../services/experts.ts';
import type { WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';
import { importCommand } from './import-table.ts';

const pinWords = { none: '未发', temporary: '临时', own: '已自设' } as const;

export const expertCommands: readonly WorkspaceCommand[] = [
  importCommand('experts'),
  {
    kind: 'workspace',
    words: 'experts list',
    usage: '',
    summary: '列出评审委员',
    positionals: [0, 0],
    run: (_context, caller) => {
      const listed = listExperts(caller);
      if (!listed.ok) return listed;
      const { experts } = listed.value;
      const table = textTable(
        [
          { header: '编号' },
          { header: '评审委员' },
          { header: '单位', atMost: 40 },
          { header: '所在区' },
          { header: 'PIN' },
          { header: '回避', alignment: 'right' },
          { header: '评分表' },
        ],
        experts.map(({ code, name, organisation, district, pin, recusals, submittedAt }) => [
          code,
          name,
          organisation,
          district,
          pinWords[pin],
          String(recusals),
          submittedAt === null ? '未提交' : '已提交',
        ]),
      );
      return done({
        json: {
          experts: experts.map(({ code, name, organisation, district, recusals, submittedAt }) => ({
            id: code,
            expert: name,
            organisation,
            district,
            recusals,
            submittedAt,
          })),
        },
        text: `${table}\n共 ${experts.length} 位。`,
      });
    },
  },
];
