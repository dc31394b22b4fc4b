import { checkBallot } from '../../../../shared/ballots/check.ts';
import { done, type Result } from '../../../../shared/refusals/refusal.ts';
import { AccountHash } from '../account-hash.ts';
import { openBallots } from '../source/open-ballots.ts';
import { hashOfSet, inspectSet, sourceSet } from '../source/source-set.ts';
import { WorkCancelled } from '../work/work-cancelled.ts';
import type { PageSink, ReadingOrder, ReadSource } from './ballot-reading.ts';
import { FilePrecision } from './file-precision.ts';
import { PageBuilder } from './page-builder.ts';
import { pageEntry } from './page-entry.ts';

/** The way for every container and layout: cells as text, each row by `checkBallot`. */
export async function readGeneralFile(order: ReadingOrder, sink: PageSink): Promise<Result<ReadSource>> {
  const { files, mapping, workspace, context, candidates } = order;
  const checkCancelled = (): void => {
    if (sink.isCancelled()) throw new WorkCancelled();
  };
  const set = await inspectSet(sourceSet(files), checkCancelled, mapping?.encoding);
  if (!set.ok) return set;
  const inspected = set.value;
  const bytes = inspected.reduce((sum, each) => sum + each.bytes, 0);
  const sha256 = hashOfSet(inspected);
  let bytesRead = 0;
  const { needsTime, timeZone } = context;
  const place = { workspace, needsTime, timeZone, candidates };
  const opened = await openBallots(inspected, mapping, place, (read) => (bytesRead = read));
  if (opened.kind === 'totals') return done({ ...opened, bytes, sha256 });
  const accounts = new AccountHash(order.key);
  const page = new PageBuilder();
  let block: ArrayBuffer | null = null;
  const precision = new FilePrecision();
  const hand = (): void => {
    checkCancelled();
    if (page.rows > 0) block = sink.page(page.take(block), bytesRead);
  };
  for await (const part of opened.parts) {
    for (const { source, row, ballot, ip } of part) {
      const checked = checkBallot(ballot, context);
      precision.see(checked.timePrecision);
      page.add(pageEntry({ source, line: row, ip }, ballot, checked, context, accounts));
      if (page.isFull) hand();
    }
  }
  bytesRead = bytes;
  hand();
  return done({
    kind: 'ballots',
    bytes,
    sha256,
    mapping: opened.mapping,
    skipped: opened.skipped,
    layout: `${inspected[0]?.container ?? 'text'}/${opened.mapping.layout.kind}`,
    sources: opened.sources,
    timePrecision: precision.value,
  });
}
