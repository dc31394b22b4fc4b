import type { BallotContext, BallotRow, CheckedBallot } from '../../../../shared/ballots/check.ts';
import { readChoices } from '../../../../shared/ballots/choices.ts';
import { verdictCode } from '../../../../shared/ballots/standing-codes.ts';
import type { RowTexts } from '../../../database/packed-page.ts';
import type { AccountHash } from '../account-hash.ts';
import { keptChoices, keptTime } from '../kept-cells.ts';
import { wallClockText } from '../../../../shared/ballots/wall-clock.ts';
import type { PageEntry } from './page-builder.ts';

export interface EntryPlace {
  readonly source: number;
  readonly line: number;
  readonly ip: string | null;
}

/** One row of a source with its check, as it is kept: account and address by their hashes, cells only as far as nobody's name can be in them. */
export function pageEntry(
  { source, line, ip }: EntryPlace,
  ballot: BallotRow,
  checked: CheckedBallot,
  context: BallotContext,
  accounts: AccountHash,
): PageEntry {
  const hexOf = (text: string): string => accounts.hexOf(text);
  const listed = ballot.choices === null ? null : readChoices(ballot.choices);
  const texts: RowTexts = {
    ...timeText(ballot.time, checked.instant, context.timeZone, hexOf),
    ...choicesText(ballot.choices, listed?.numbers ?? [], checked.verdict === 'good', hexOf),
  };
  const account = checked.account === '' ? null : accounts.ofText(checked.account);
  const [accountLow, accountHigh] = [account?.low ?? 0, account?.high ?? 0];
  const address = ip === null || ip.trim() === '' ? null : accounts.ofText(`ip ${ip.trim()}`);
  return {
    source,
    line,
    accountLow,
    accountHigh,
    ip: ip === null ? null : { low: address?.low ?? 0, high: address?.high ?? 0 },
    instant: checked.instant ?? NaN,
    verdictCode: verdictCode(checked.verdict),
    choices: listed?.numbers ?? [],
    texts: Object.keys(texts).length === 0 ? null : texts,
  };
}

type Hex = (text: string) => string;

/** Nothing where the cell is what the instant says by itself. */
function timeText(time: string | null, instant: number | null, timeZone: string, hexOf: Hex): RowTexts {
  if (time === null) return { time };
  if (instant === null) return { time: keptTime(time, hexOf) };
  return time === wallClockText(instant, timeZone) ? {} : { time };
}

/** Nothing where the cell is the numbers joined. The choices of a good ballot are numbers of candidates and nothing else. */
function choicesText(
  choices: string | null,
  numbers: readonly number[],
  isGood: boolean,
  hexOf: Hex,
): RowTexts {
  if (choices === null) return { choices };
  const kept = isGood ? choices : keptChoices(choices, hexOf);
  return kept === numbers.join(';') ? {} : { choices: kept };
}
