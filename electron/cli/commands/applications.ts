import { done } from '../../../shared/refusals/refusal.ts';
import { listApplications } from '../../services/applications.ts';
import type { WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';
import { importCommand } from './import-table.ts';

export const applicationCommands: readonly WorkspaceCommand[] = [
  importCommand('applications'),
  {
    kind: 'workspace',
    words: 'applications list',
    usage: '',
    summary: '列出申报项目',
    positionals: [0, 0],
    run: (_context, caller) => {
      const listed = listApplications(caller, { search: '' });
      if (!listed.ok) return listed;
      const { applications, recorded, expected } = listed.value;
      const table = textTable(
        [
          { header: '编号' },
          { header: '候选', alignment: 'right' },
          { header: '项目名称', atMost: 60 },
          { header: '申报单位', atMost: 30 },
          { header: '所在区' },
        ],
        applications.map(({ code, candidate, title, organisation, district }) => [
          code,
          candidate === null ? '' : String(candidate),
          title,
          organisation,
          district,
        ]),
      );
      return done({
        json: {
          applications: applications.map(({ code, title, organisation, district, text, candidate }) => ({
            id: code,
            title,
            organisation,
            district,
            text,
            candidate,
          })),
        },
        text: `${table}\n已登记 ${recorded} 个，预计 ${expected} 个。`,
      });
    },
  },
];
