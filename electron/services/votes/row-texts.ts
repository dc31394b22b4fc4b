import { choicesOfRow, type BallotPage } from '../../database/ballot-page.ts';
import { wallClockText } from '../../../shared/ballots/wall-clock.ts';

/** Time and choices of a row as its source had them, as far as they are kept; null: the row has no such cell. */
export function rowTexts(
  page: BallotPage,
  row: number,
  timeZone: string,
): { readonly time: string | null; readonly choices: string | null } {
  const written = page.texts.get(row) ?? {};
  const instant = page.instants[row] ?? NaN;
  return {
    time:
      written.time !== undefined || Number.isNaN(instant)
        ? (written.time ?? null)
        : wallClockText(instant, timeZone),
    choices: written.choices === undefined ? choicesOfRow(page, row).join(';') : written.choices,
  };
}
