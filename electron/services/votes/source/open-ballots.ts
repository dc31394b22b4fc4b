import type { BallotRow } from '../../../../shared/ballots/check.ts';
import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import { refused } from '../../../../shared/refusals/refusal.ts';
import { recogniseLayout } from '../layouts/all.ts';
import type { RecognisedLayout } from '../layouts/layout.ts';
import { DamagedAccounts } from './damaged-accounts.ts';
import type { InspectedFile } from './inspect-file.ts';
import { shownHeader } from './shown-header.ts';
import { SourceBroken, type SourceRecord } from './source-record.ts';
import { spreadsheetRecords } from './spreadsheet-records.ts';
import { textRecords } from './text-records.ts';

/** A row of a votes file and the file's own number of it. */
export interface NumberedBallot {
  readonly row: number;
  readonly ballot: BallotRow;
}

export interface OpenedBallots {
  readonly layout: RecognisedLayout;
  readonly parts: AsyncIterable<readonly NumberedBallot[]>;
}

/** What a synthetic file says of itself, so that it cannot end up in a real workspace. */
export const demonstrationMark = '演示数据';

/**
 * Opens a votes file of any container and layout. What is wrong with the file as a whole, now or half-way through, is thrown
 * as `SourceBroken`; what is wrong with a row is for the check of the row.
 */
export async function openBallots(
  inspected: InspectedFile,
  place: { readonly workspace: WorkspaceKind; readonly needsTime: boolean },
  onBytes: (bytes: number) => void = () => undefined,
): Promise<OpenedBallots> {
  const file = inspected.file.name;
  const records =
    inspected.container === 'text' ? textRecords(inspected, onBytes) : spreadsheetRecords(inspected);
  let layout: RecognisedLayout | null = null;
  let rest: readonly SourceRecord[] = [];
  for (;;) {
    const next = await records.next();
    if (next.done === true) break;
    const [header, ...others] = next.value;
    if (header === undefined) continue;
    rest = others;
    if (place.workspace === 'real') refuseDemonstration(file, next.value.slice(0, 2));
    const recognition = recogniseLayout(header.cells, place.needsTime);
    if (recognition.layout === null) {
      await records.return(undefined);
      const found = shownHeader(header.cells);
      throw new SourceBroken(refused('votes-layout-unknown', { file, found, ...recognition.faults }));
    }
    layout = recognition.layout;
    break;
  }
  if (layout === null) throw new SourceBroken(refused('file-empty', { file }));
  return { layout, parts: ballotsOf(file, layout, rest, records) };
}

async function* ballotsOf(
  file: string,
  layout: RecognisedLayout,
  first: readonly SourceRecord[],
  others: AsyncIterable<readonly SourceRecord[]>,
): AsyncGenerator<readonly NumberedBallot[]> {
  const damage = new DamagedAccounts(file);
  let isEmpty = true;
  const ballots = (records: readonly SourceRecord[]): NumberedBallot[] => {
    isEmpty &&= records.length === 0;
    return records.map(({ row, cells }) => {
      const ballot = layout.ballotOf(cells);
      damage.look(ballot.account, row);
      return { row, ballot };
    });
  };
  yield ballots(first);
  for await (const part of others) yield ballots(part);
  damage.lookBack();
  if (isEmpty) throw new SourceBroken(refused('file-empty', { file }));
}

function refuseDemonstration(file: string, records: readonly SourceRecord[]): void {
  const marked = records.find(({ cells }) => cells.some((cell) => cell.includes(demonstrationMark)));
  if (marked !== undefined) throw new SourceBroken(refused('demonstration-data', { file, row: marked.row }));
}
