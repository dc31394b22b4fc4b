import { checkBallot, type BallotRow } from '../../../shared/ballots/check.ts';
import { wallClockText } from '../../../shared/ballots/wall-clock.ts';
import type { TriedBallot, TriedInput } from '../../../shared/contract/vote-check.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { readAccountKey } from '../../database/workspace-secret.ts';
import type { Caller } from '../use-case.ts';
import { AccountHash } from './account-hash.ts';
import { explainNewcomers } from './explain-newcomers.ts';
import { newcomerOf } from './newcomer-of-row.ts';
import { rowOfLine } from './line-of-ballot.ts';
import { readVoteRules } from './vote-rules.ts';

/** After every hash: what is tried gives way to what is there at the same moment. */
const lastHash = '~';

/** What would become of a ballot if it came now, beside all batches in force. Nothing of it is kept. */
export function tryBallot(caller: Caller, input: TriedInput): Result<TriedBallot> {
  const { connection } = caller.workspace;
  const row: BallotRow = 'line' in input ? rowOfLine(input.line) : input;
  return connection.transaction((): Result<TriedBallot> => {
    const rules = readVoteRules(connection);
    const checked = checkBallot(row, rules.context);
    const newcomer = newcomerOf(row, checked, new AccountHash(readAccountKey(connection)), {
      file: '',
      sheet: null,
      line: 1,
      position: 0,
    });
    const [explained] = explainNewcomers(connection, [newcomer], lastHash, rules);
    if (explained === undefined) throw new Error('one ballot has one explanation');
    return done({
      ...explained,
      time: checked.instant === null ? null : wallClockText(checked.instant, rules.context.timeZone),
      choices: [...checked.choices],
    });
  })();
}
