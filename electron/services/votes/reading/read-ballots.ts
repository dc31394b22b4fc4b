import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { AccountHash } from '../account-hash.ts';
import { inspectFile } from '../source/inspect-file.ts';
import { openBallots } from '../source/open-ballots.ts';
import { SourceBroken } from '../source/source-record.ts';
import { WorkCancelled } from '../work/work-cancelled.ts';
import type { PageSink, ReadingOrder, ReadSource } from './ballot-reading.ts';
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
  const { file, workspace, context } = order;
  const checkCancelled = (): void => {
    if (sink.isCancelled()) throw new WorkCancelled();
  };
  const inspected = await inspectFile(file, checkCancelled);
  if (!inspected.ok) return inspected;
  const { bytes, sha256, container } = inspected.value;
  let bytesRead = 0;
  const opened = await openBallots(
    inspected.value,
    { workspace, needsTime: context.needsTime },
    (read) => (bytesRead = read),
  );
  const accounts = new AccountHash(order.key);
  const page = new PageBuilder();
  const hand = (): void => {
    checkCancelled();
    if (page.rows > 0) sink.page(page.take(), bytesRead);
  };
  for await (const part of opened.parts) {
    for (const { row, ballot } of part) {
      page.add(pageEntry({ source: 0, line: row, ip: null }, ballot, context, accounts));
      if (page.isFull) hand();
    }
  }
  bytesRead = bytes;
  hand();
  return done({
    bytes,
    sha256,
    layout: `${container}/${opened.layout.id}`,
    sources: [{ file: file.name, sheet: null }],
    mapping: {},
    timePrecision: 'second',
  });
}
