import { done, refused, type Result } from '../../../../shared/refusals/refusal.ts';
import { SourceBroken } from '../source/source-record.ts';
import { WorkCancelled } from '../work/work-cancelled.ts';
import type { PageSink, ReadingOrder, ReadSource } from './ballot-reading.ts';
import type { HashedFile } from './hashed-file.ts';
import { readPlainFile } from './plain-file.ts';

/**
 * Reads, checks and packs a file of ballots: the quick way where the file is plain throughout, else the general one.
 * @param ahead the order's only file, where somebody has begun to read it
 */
export async function readBallots(
  order: ReadingOrder,
  sink: PageSink,
  ahead: HashedFile | null = null,
): Promise<Result<ReadSource>> {
  try {
    if (order.mayBePlain) {
      let pages = 0;
      const page: PageSink['page'] = (each, bytesRead) => {
        pages += 1;
        return sink.page(each, bytesRead);
      };
      const plain = readPlainFile(order, { ...sink, page }, ahead);
      if (plain !== null) return done(plain);
      if (pages > 0) sink.readAnew();
    }
    // The general way reads it from its own beginning.
    ahead?.close();
    // Loaded only when it is needed: the readers of all containers take longer to load than a plain file to begin.
    const { readGeneralFile } = await import('./general-file.ts');
    return await readGeneralFile(order, sink);
  } catch (error) {
    if (error instanceof WorkCancelled) return refused('job-cancelled', {});
    if (error instanceof SourceBroken) return { ok: false, refusal: error.refusal };
    throw error;
  } finally {
    ahead?.close();
  }
}
