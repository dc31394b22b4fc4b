import type { Hono } from 'hono';
import { readers } from '../../../shared/contract/endpoint.ts';
import { exportFormatSchema, exportKindSchema } from '../../../shared/contract/exports.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { exportRanking } from '../../services/exports/index.ts';
import { admit, sessionOfTicketOrHeader } from '../admission.ts';
import type { Door } from '../door.ts';
import { downloadResponse } from '../download.ts';
import { answer, callerOf } from '../serve.ts';

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
      const exported = await exportRanking(callerOf(visitor, admitted.value), format.data);
      return exported.ok ? done(downloadResponse(context, exported.value)) : exported;
    }),
  );
}
