import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { readers, wholeNumberField } from '../../../shared/contract/endpoint.ts';
import {
  exportFormatSchema,
  exportKindSchema,
  type ExportFormat,
  type ExportKind,
} from '../../../shared/contract/exports.ts';
import { done, refused, type Result } from '../../../shared/refusals/refusal.ts';
import { exportRanking, exportRejectedBallots } from '../../services/exports/index.ts';
import { openUploadSpool } from '../../services/upload-spool.ts';
import type { Caller } from '../../services/use-case.ts';
import { admit, sessionOfTicketOrHeader } from '../admission.ts';
import type { Door } from '../door.ts';
import { downloadResponse, passingDownloadResponse } from '../download.ts';
import { answer, callerOf } from '../serve.ts';

type Download = (context: Context, caller: Caller, format: ExportFormat) => Promise<Result<Response>>;

const downloads: Readonly<Record<ExportKind, Download>> = {
  ranking: async (context, caller, format) => {
    const exported = await exportRanking(caller, format);
    return exported.ok ? done(downloadResponse(context, exported.value)) : exported;
  },
  'rejected-ballots': async (context, caller, format) => {
    const batch = wholeNumberField.nullable().safeParse(context.req.query('batch') ?? null);
    if (!batch.success) return refused('batch-unknown', { batch: context.req.query('batch') ?? '' });
    const path = join(openUploadSpool(caller.workspace.folder), `${process.pid}-${randomUUID()}`);
    const exported = await exportRejectedBallots(caller, { batch: batch.data, format }, path);
    return exported.ok ? done(passingDownloadResponse(context, exported.value, path)) : exported;
  },
};

export function exportRoutes(app: Hono, door: Door): void {
  app.get('/api/exports/:file', (context) =>
    answer(door, context, async (visitor) => {
      const admitted = admit(sessionOfTicketOrHeader(context, door.sessions), readers);
      if (!admitted.ok) return admitted;
      const file = context.req.param('file');
      const [kindName, formatName] = file.split('.', 2);
      const kind = exportKindSchema.safeParse(kindName);
      const format = exportFormatSchema.safeParse(formatName);
      if (!kind.success || !format.success) return refused('not-found', { what: '导出', id: file });
      return downloads[kind.data](context, callerOf(visitor, admitted.value), format.data);
    }),
  );
}
