import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { exportFormatSchema, type ExportFormat, type ExportKind } from '../../../shared/contract/exports.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { exportRanking, exportRejectedBallots } from '../../services/exports/index.ts';
import type { Caller } from '../../services/use-case.ts';
import { wholeNumberOf } from '../arguments.ts';
import { UsageError, type CommandContext, type WorkspaceCommand } from '../command.ts';
import { checkTarget, writeWhole } from '../output-file.ts';

interface Kind {
  readonly kind: ExportKind;
  readonly format: ExportFormat | 'from-ending';
}

const kinds: Readonly<Record<string, Kind>> = {
  ranking: { kind: 'ranking', format: 'from-ending' },
  'ranking-xlsx': { kind: 'ranking', format: 'xlsx' },
  'ranking-csv': { kind: 'ranking', format: 'csv' },
  'rejected-ballots': { kind: 'rejected-ballots', format: 'from-ending' },
};

export const exportCommands: readonly WorkspaceCommand[] = [
  {
    kind: 'workspace',
    words: 'export',
    usage: 'KIND --out FILE [--batch BATCH]',
    summary:
      '导出；KIND 是 ranking（名次）或 rejected-ballots（不计票的选票及原因），格式由 FILE 的结尾（.xlsx 或 .csv）决定',
    options: { out: { type: 'string' }, result: { type: 'string' }, batch: { type: 'string' } },
    positionals: [1, 1],
    run: async (context, caller) => {
      const word = context.arguments.positionals[0] ?? '';
      const declared = kinds[word];
      const out = context.arguments.text('out');
      if (declared === undefined)
        throw new UsageError(`没有“${word}”这种导出。可以导出：${Object.keys(kinds).join('、')}`);
      if (out === undefined || out === '') throw new UsageError('缺少 --out FILE');
      if (context.arguments.text('result') !== undefined) {
        return refused('not-available', { what: '按定稿结果导出（--result）尚未提供，' });
      }
      const batch = batchOption(context, declared.kind);
      if (!batch.ok) return batch;
      const target = context.sourceFile(out);
      const format =
        declared.format === 'from-ending'
          ? exportFormatSchema.safeParse(extname(out).slice(1).toLowerCase()).data
          : declared.format;
      if (format === undefined)
        throw new UsageError(`看不出“${out}”要什么格式，请让文件名以 .xlsx 或 .csv 结尾`);
      const writable = await checkTarget(target);
      if (!writable.ok) return writable;
      const written = await writeWhole(target, (beside) =>
        declared.kind === 'ranking'
          ? writeRanking(caller, format, beside)
          : exportRejectedBallots(caller, { batch: batch.value, format }, beside),
      );
      if (!written.ok) return written;
      const { bytes, sha256 } = written.value;
      return done({
        json: { kind: declared.kind, format, file: target.path, bytes, sha256 },
        text: `已导出“${target.path}”。`,
      });
    },
  },
];

function batchOption({ arguments: given }: CommandContext, kind: ExportKind): Result<number | null> {
  const batch = given.text('batch');
  if (batch === undefined) return done(null);
  if (kind !== 'rejected-ballots') throw new UsageError('--batch 只用于 rejected-ballots');
  const number = wholeNumberOf(batch);
  return number === null ? refused('batch-unknown', { batch }) : done(number);
}

interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

async function writeRanking(caller: Caller, format: ExportFormat, path: string): Promise<Result<Written>> {
  const exported = await exportRanking(caller, format);
  if (!exported.ok) return exported;
  const { content } = exported.value;
  await writeFile(path, content);
  return done({ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
}
