import type { ExportFormat } from '../../../shared/contract/exports.ts';
import type { Round } from '../../../shared/round/round.ts';
import { localTime } from './local-time.ts';

export interface ExportName {
  /** What the file holds, in a word or two. */
  readonly what: string;
  readonly round: Round;
  readonly exportedAt: Date;
  readonly isDemonstration: boolean;
  readonly format: ExportFormat;
}

/** Characters that Windows does not allow in a file's name become blanks. */
export function exportFileName({ what, round, exportedAt, isDemonstration, format }: ExportName): string {
  const day = localTime(exportedAt, round.timeZone).slice(0, 10);
  const title = round.title
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 60);
  return `${isDemonstration ? '演示-' : ''}${title}-${what}-${day}.${format}`;
}
