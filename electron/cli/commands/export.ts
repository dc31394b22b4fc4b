import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { exportFormatSchema, type ExportFormat } from '../../../shared/contract/exports.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { exportRanking } from '../../services/exports/index.ts';
import { UsageError, type WorkspaceCommand } from '../command.ts';
import { checkTarget, writeWhole } from '../output-file.ts';

const kinds: Readonly<Record<string, ExportFormat | 'from-ending'>> = {
  ranking: 'from-ending',
  'ranking-xlsx': 'xlsx',
  'ranking-csv': 'csv',
};

export const exportCommands: readonly WorkspaceCommand[] = [
  {
    kind: 'workspace',
    words: 'export',
    usage: 'KIND --out FILE',
    summary: '导出；KIND 是 ranking，格式由 FILE 的结尾（.xlsx 或 .csv）决定',
    options: { out: { type: 'string' }, result: { type: 'string' } },
    positionals: [1, 1],
    run: async (context, caller) => {
      const kind = context.arguments.positionals[0] ?? '';
      const declared = kinds[kind];
      const out = context.arguments.text('out');
      if (declared === undefined)
        throw new UsageError(`没有“${kind}”这种导出。可以导出：${Object.keys(kinds).join('、')}`);
      if (out === undefined || out === '') throw new UsageError('缺少 --out FILE');
      if (context.arguments.text('result') !== undefined) {
        return refused('not-available', { what: '按定稿结果导出（--result）尚未提供，' });
      }
      const target = context.sourceFile(out);
      const format =
        declared === 'from-ending'
          ? exportFormatSchema.safeParse(extname(out).slice(1).toLowerCase()).data
          : declared;
      if (format === undefined)
        throw new UsageError(`看不出“${out}”要什么格式，请让文件名以 .xlsx 或 .csv 结尾`);
      const writable = await checkTarget(target);
      if (!writable.ok) return writable;
      const exported = await exportRanking(caller, format);
      if (!exported.ok) return exported;
      const { content } = exported.value;
      const written = await writeWhole(target, content);
      if (!written.ok) return written;
      const sha256 = createHash('sha256').update(content).digest('hex');
      return done({
        json: { kind: 'ranking', format, file: target.path, bytes: content.length, sha256 },
        text: `已导出“${target.path}”。`,
      });
    },
  },
];
