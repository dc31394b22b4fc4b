import type { Hono } from 'hono';
import { secretariatOnly } from '../../../shared/contract/endpoint.ts';
import * as contract from '../../../shared/contract/uploads.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { tableImports } from '../../services/imports/import-table.ts';
import { confirmImport, previewImport, templateWorkbook } from '../../services/imports/index.ts';
import { admit, sessionOfTicketOrHeader } from '../admission.ts';
import type { Door } from '../door.ts';
import { downloadResponse } from '../download.ts';
import { answer, callerOf, serve } from '../serve.ts';

const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function importRoutes(app: Hono, door: Door): void {
  serve(app, door, contract.previewImport, (caller, { table, upload }, session) =>
    door.uploads.useOne(session.person.id, upload, (file) => previewImport(caller, { table, file })),
  );

  serve(app, door, contract.confirmImport, (caller, { table, upload }, session) =>
    door.uploads.useOne(session.person.id, upload, async (file) => {
      const outcome = await confirmImport(caller, { table, file });
      if (outcome.ok) door.uploads.discard(session.person.id, upload);
      return outcome;
    }),
  );

  app.get('/api/templates/:file', (context) =>
    answer(door, context, async (visitor) => {
      const admitted = admit(sessionOfTicketOrHeader(context, door.sessions), secretariatOnly);
      if (!admitted.ok) return admitted;
      const file = context.req.param('file');
      const table = contract.importableTableSchema.safeParse(/^(.*)\.xlsx$/.exec(file)?.[1]);
      if (!table.success) return refused('not-found', { what: '模板', id: file });
      const content = await templateWorkbook(callerOf(visitor, admitted.value), table.data);
      const fileName = `${tableImports[table.data].title}模板.xlsx`;
      return done(downloadResponse(context, { fileName, mediaType: workbookMediaType, content }));
    }),
  );
}
