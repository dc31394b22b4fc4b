import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { AccountHash } from '../account-hash.ts';
import { openBallots } from '../source/open-ballots.ts';
import { SourceBroken } from '../source/source-record.ts';
import { hashOfSet, inspectSet } from '../source/source-set.ts';
import { WorkCancelled } from '../work/work-cancelled.ts';
import type { PageSink, ReadingOrder, ReadSource } from './ballot-reading.ts';
import { FilePrecision } from './file-precision.ts';
import { PageBuilder } from './page-builder.ts';
import { pageEntry } from './page-entry.ts';
import { readPlainFile } from './plain-file.ts';

/** Reads, checks and packs a file of ballots: the quick way where the file is plain throughout, else the general one. */
export async function readBallots(order: ReadingOrder, sink: PageSink): Promise<Result<ReadSource>> {
  try {
    if (order.mayBePlain) {
      let pages = 0;
      const page: PageSink['page'] = (each, bytesRead) => {
        pages += 1;
        sink.page(each, bytesRead);
      };
      const plain = await readPlainFile(order, { ...sink, page });
      if (plain !== null) return done(plain);
      if (pages > 0) sink.readAnew();
    }
    return await readGeneralFile(order, sink);
  } catch (error) {
    if (error instanceof WorkCancelled) return refused('job-cancelled', {});
    if (error instanceof SourceBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** The way for every container and layout: cells as text, each row by `checkBallot`. */
export async function readGeneralFile(order: ReadingOrder, sink: PageSink): Promise<Result<ReadSource>> {
  const { source, workspace, context, candidates } = order;
  const checkCancelled = (): void => {
    if (sink.isCancelled()) throw new WorkCancelled();
  };
  const inspected = await inspectSet(source, checkCancelled);
  if (!inspected.ok) return inspected;
  let bytesRead = 0;
  const { needsTime, timeZone } = context;
  const opened = await openBallots(
    inspected.value,
    order.mapping,
    { workspace, needsTime, timeZone, candidates },
    (read) => (bytesRead = read),
  );
  if (opened.kind === 'totals') return refused('votes-totals-only', { file: source.name });
  const precision = new FilePrecision();
  const accounts = new AccountHash(order.key);
  const page = new PageBuilder();
  const hand = (): void => {
    checkCancelled();
    if (page.rows > 0) sink.page(page.take(), bytesRead);
  };
  for await (const part of opened.parts) {
    for (const { source: place, row, ballot, ip } of part) {
      const entry = pageEntry({ source: place, line: row, ip }, ballot, context, accounts);
      page.add(entry);
      precision.see(entry.timePrecision);
      if (page.isFull) hand();
    }
  }
  const bytes = inspected.value.reduce((sum, each) => sum + each.bytes, 0);
  bytesRead = bytes;
  hand();
  const containers = new Set(inspected.value.map(({ container }) => container));
  return done({
    bytes,
    sha256: hashOfSet(inspected.value),
    layout: `${[...containers].join('+')}/${opened.mapping.layout.kind}`,
    sources: [...opened.sources],
    mapping: opened.mapping,
    timePrecision: precision.value,
  });
}
