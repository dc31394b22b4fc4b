import { checkBallot, type BallotRow } from '../../../../shared/ballots/check.ts';
import type { Standing } from '../../../../shared/ballots/rejection.ts';
import { standingAlone, type StagedBallot } from '../../../database/ballot-scratch.ts';
import type { SourceBallot } from '../../../database/ballots.ts';
import { funnelOf } from '../funnel.ts';
import { keptChoices, keptTime } from '../kept-cells.ts';
import type { ImportProgress } from './task.ts';
import type { WorkTable } from './work-table.ts';

type Rules = Pick<WorkTable, 'context' | 'hash'>;

/** One row of a source, checked, with its account replaced by the keyed hash. */
export function stagedBallot(batch: number, row: number, ballot: BallotRow, rules: Rules): StagedBallot {
  const checked = checkBallot(ballot, rules.context);
  const { time, choices } = ballot;
  // The choices of a good ballot are candidates' numbers and nothing else; where no time is needed, its time may be anything.
  const areChoicesKept = choices === null || checked.verdict === 'good';
  const isTimeKept = time === null || checked.instant !== null;
  return {
    batch,
    row,
    account: checked.account === '' ? null : rules.hash(checked.account),
    time: isTimeKept ? time : keptTime(time, rules.hash),
    instant: checked.instant,
    day: checked.day,
    choices: areChoicesKept ? choices : keptChoices(choices, rules.hash),
    verdict: checked.verdict,
  };
}

/** A row that the workspace holds already, checked anew by the rules in force now. */
export function restagedBallot(batch: number, source: SourceBallot, rules: Rules): StagedBallot {
  const account = source.account === null ? '' : source.account.toString('hex');
  const checked = checkBallot({ account, time: source.time, choices: source.choices }, rules.context);
  const { instant, day, verdict } = checked;
  return { batch, ...source, instant, day, verdict };
}

/** Tells how far the reading is, not more than ten times a second. */
export class ReadingProgress {
  readonly #report: (progress: ImportProgress) => void;
  readonly #counts = new Map<Standing, number>();
  #next = 0;

  constructor(report: (progress: ImportProgress) => void) {
    this.#report = report;
  }

  count(ballots: readonly StagedBallot[]): void {
    for (const { verdict } of ballots) {
      const standing = standingAlone(verdict);
      this.#counts.set(standing, (this.#counts.get(standing) ?? 0) + 1);
    }
  }

  tell(label: string, fraction: number | null): void {
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + 100;
    const funnel = funnelOf(this.#counts);
    this.#report({ label, fraction, rows: funnel.rows, funnel });
  }
}
