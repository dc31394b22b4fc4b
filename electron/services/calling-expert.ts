import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { readExpert, type PersonRecord } from '../database/people.ts';
import type { Caller } from './use-case.ts';

/** The expert who calls: the only one whose marks and recusals a call of theirs can touch. */
export function callingExpert(caller: Caller): Result<PersonRecord> {
  const { actor, workspace } = caller;
  const expert = actor.kind === 'person' ? readExpert(workspace.connection, actor.id) : null;
  return expert === null ? refused('not-allowed', { needs: ['评审委员'] }) : done(expert);
}
