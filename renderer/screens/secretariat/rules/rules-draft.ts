import type { Round } from '../../../../shared/round/round.ts';
import { instantTextOf, wallClock } from './zone-time.ts';

/** The rules while they are being edited: times as the round's own clock shows them. */
export interface RulesDraft {
  readonly title: string;
  readonly counts: Round['counts'];
  readonly criteria: Round['criteria'];
  readonly ballot: Pick<Round['ballot'], 'minChoices' | 'maxChoices' | 'perAccount'> & {
    readonly opensAt: string;
    readonly closesAt: string;
  };
  readonly panel: Pick<Round['panel'], 'trim' | 'severity'>;
  readonly merge: Round['merge'];
  readonly reason: string;
}

export function draftOf(round: Round): RulesDraft {
  const clock = (time: string | null): string => (time === null ? '' : wallClock(time, round.timeZone));
  const { minChoices, maxChoices, perAccount, opensAt, closesAt } = round.ballot;
  return {
    title: round.title,
    counts: round.counts,
    criteria: round.criteria,
    ballot: { minChoices, maxChoices, perAccount, opensAt: clock(opensAt), closesAt: clock(closesAt) },
    panel: { trim: round.panel.trim, severity: round.panel.severity },
    merge: round.merge,
    reason: '',
  };
}

/** The round with the draft's rules; what the form does not show stays as it was. */
export function roundOf(round: Round, draft: RulesDraft): Round {
  const instant = (time: string): string | null =>
    time.trim() === '' ? null : instantTextOf(time, round.timeZone);
  return {
    ...round,
    title: draft.title.trim(),
    counts: draft.counts,
    criteria: draft.criteria.map((criterion) => ({ ...criterion, name: criterion.name.trim() })),
    ballot: {
      minChoices: draft.ballot.minChoices,
      maxChoices: draft.ballot.maxChoices,
      perAccount: draft.ballot.perAccount,
      opensAt: instant(draft.ballot.opensAt),
      closesAt: instant(draft.ballot.closesAt),
    },
    panel: { ...round.panel, ...draft.panel },
    merge: draft.merge,
  };
}

/** An id for a criterion that is added: the next of criterion-1, criterion-2 … that is free. */
export function freeCriterionId(criteria: readonly { readonly id: string }[]): string {
  const taken = new Set(criteria.map((criterion) => criterion.id));
  let number = criteria.length + 1;
  while (taken.has(`criterion-${number}`)) number += 1;
  return `criterion-${number}`;
}
