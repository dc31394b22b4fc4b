import { writeFile } from 'node:fs/promises';
import { mappingProblemWords } from '../../../shared/ballots/mapping-proposal.ts';
import { skippedTableWords } from '../../../shared/ballots/skipped-tables.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { mappingFileText, previewVotes, refuseUnknownVotes } from '../../services/votes/index.ts';
import type { WorkspaceCommand } from '../command.ts';
import { checkTarget, writeWhole } from '../output-file.ts';

/** The mapping that the program proposes for a file, to be corrected in an editor and handed to `votes import --mapping`. */
export const proposeMapping: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes mapping',
  usage: 'FILE… [--out FILE]',
  summary: '给出选票文件的列对应（JSON），改好后交给 votes import --mapping',
  options: { out: { type: 'string' } },
  positionals: [1, Infinity],
  run: async (context, caller) => {
    const files = context.arguments.positionals.map(context.sourceFile);
    const out = context.arguments.text('out');
    const target = out === undefined ? null : context.sourceFile(out);
    if (target !== null) {
      const writable = await checkTarget(target);
      if (!writable.ok) return writable;
    }
    const preview = await previewVotes(caller, files);
    if (!preview.ok) return preview;
    const { mapping, proposals, skipped } = preview.value;
    for (const table of skipped) context.say(`没有读：${skippedTableWords(table)}`);
    if (mapping === null) return refuseUnknownVotes(caller, preview.value);
    for (const problem of proposals[0]?.problems ?? [])
      context.say(`请核对：${mappingProblemWords[problem]}`);
    if (target === null) return done({ json: mapping, text: mappingFileText(mapping).trimEnd() });
    const written = await writeWhole(target, async (path) => {
      await writeFile(path, mappingFileText(mapping));
      return done(null);
    });
    return written.ok ? done({ json: mapping, text: `已写入“${target.path}”。` }) : written;
  },
};
