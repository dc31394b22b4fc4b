import type { Hono } from 'hono';
import * as flags from '../../../shared/contract/vote-flags.ts';
import { readVoteStatistics } from '../../../shared/contract/vote-statistics.ts';
import * as statistics from '../../services/votes/statistics/read-statistics.ts';
import {
  excludeVoteFlag,
  liftVoteExclusion,
  listVoteExclusions,
  searchVoteFlags,
} from '../../services/votes/suspicion/index.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

/** Figures for charts, and suspicious groups of ballots. */
export function voteFlagRoutes(app: Hono, door: Door): void {
  serve(app, door, readVoteStatistics, (caller, input) => statistics.readVoteStatistics(caller, input));
  serve(app, door, flags.searchVoteFlags, (caller, input) => searchVoteFlags(caller, input));
  serve(app, door, flags.listVoteExclusions, (caller) => listVoteExclusions(caller));
  serve(app, door, flags.excludeVoteFlag, (caller, input) => excludeVoteFlag(caller, input));
  serve(app, door, flags.liftVoteExclusion, (caller, input) => liftVoteExclusion(caller, input));
}
