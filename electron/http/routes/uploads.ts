import type { Hono } from 'hono';
import { secretariatOnly } from '../../../shared/contract/endpoint.ts';
import {
  discardUpload,
  openFile,
  uploadPath,
  uploadSchema,
  type Upload,
} from '../../../shared/contract/uploads.ts';
import { done, refused } from '../../../shared/refusals/refusal.ts';
import { admitByHeader } from '../admission.ts';
import type { Door } from '../door.ts';
import { answer, serve } from '../serve.ts';

/** What a browser calls a file is only its label here: no folder, nothing invisible, not endless. */
export function fileLabel(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const visible = last.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim();
  return visible === '' ? '文件' : visible.slice(0, 200);
}

export function uploadRoutes(app: Hono, door: Door): void {
  app.post(uploadPath, (context) =>
    answer(door, context, async ({ workspace }) => {
      const admitted = admitByHeader(context, door.sessions, secretariatOnly);
      if (!admitted.ok) return admitted;
      const name = fileLabel(context.req.query('name') ?? '');
      const announced = Number(context.req.header('content-length') ?? 0);
      const owner = admitted.value.person.id;
      const received = await door.uploads.receive(
        workspace.folder,
        owner,
        name,
        context.req.raw.body,
        announced,
      );
      if (!received.ok) return received;
      // The person may have signed out while the file was on its way; then nobody is left to whom it belongs.
      if (door.sessions.find(admitted.value.token) === null) {
        door.uploads.discard(owner, received.value.upload);
        return refused('not-signed-in', {});
      }
      return done(context.json(uploadSchema.parse(received.value)));
    }),
  );

  serve(app, door, openFile, async (_caller, { purpose, multiple }, session) => {
    if (door.host.chooseFiles === null) return refused('not-available', { what: '打开本机文件的对话框' });
    const uploads: Upload[] = [];
    for (const path of await door.host.chooseFiles(purpose, multiple)) {
      const opened = await door.uploads.openInPlace(session.person.id, path);
      if (!opened.ok) {
        for (const { upload } of uploads) door.uploads.discard(session.person.id, upload);
        return opened;
      }
      uploads.push(opened.value);
    }
    return done({ uploads });
  });

  serve(app, door, discardUpload, (_caller, { upload }, session) =>
    door.uploads.discard(session.person.id, upload) ? done({}) : refused('upload-missing', {}),
  );
}
