import { accountText } from '../../../shared/ballots/account.ts';
import type { FoundBallots } from '../../../shared/contract/vote-check.ts';
import { done, type Result } from '../../../shared/refusals/refusal.ts';
import { AccountSet } from '../../database/account-set.ts';
import { rowsOfAccounts } from '../../database/ballot-search.ts';
import { readAccountKey } from '../../database/workspace-secret.ts';
import type { Caller } from '../use-case.ts';
import { AccountHash, hashHex } from './account-hash.ts';
import { readBallotRecords } from './ballot-records.ts';
import { earlierFinder, explainedRecord } from './explain-records.ts';
import { shownCells } from './list-ballots.ts';
import { readVoteRules } from './vote-rules.ts';

const mostShown = 1000;

/** All rows of an account, given as it stands in the sources. It is hashed at once; neither it nor the question is kept. */
export function findBallots(caller: Caller, { account }: { readonly account: string }): Result<FoundBallots> {
  const { connection } = caller.workspace;
  return connection.transaction(() => {
    const { low, high } = new AccountHash(readAccountKey(connection)).ofText(accountText(account));
    const hashed = { low, high };
    const accounts = new AccountSet([hashed]);
    const rules = readVoteRules(connection);
    const inForce = readBallotRecords(connection, rowsOfAccounts(connection, accounts, 'in-force'));
    const withdrawn = readBallotRecords(connection, rowsOfAccounts(connection, accounts, 'withdrawn'));
    const earlier = earlierFinder(connection, inForce, rules);
    const ballots: FoundBallots['ballots'] = [
      ...inForce.map((each) => ({
        ...shownCells(each),
        ...explainedRecord(each, earlier(each), rules),
        isWithdrawn: false,
      })),
      ...withdrawn.map((each) => ({
        ...shownCells(each),
        standing: each.standing,
        rule: {
          code: 'batch-withdrawn',
          sentence: `所在的批次 ${each.source.batch} 已经撤回，不计票。`,
        },
        earlier: null,
        isWithdrawn: true,
      })),
    ];
    return done({
      account: hashHex(low, high),
      total: ballots.length,
      ballots: ballots.slice(0, mostShown),
    });
  })();
}
