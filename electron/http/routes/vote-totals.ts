import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/vote-totals.ts';
import {
  countVoteTotals,
  listVoteTotals,
  removeVoteTotals,
  setVoteTotalsAside,
} from '../../services/votes/totals.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

/** Totals per candidate without ballots. */
export function voteTotalsRoutes(app: Hono, door: Door): void {
  serve(app, door, contract.listVoteTotals, (caller) => listVoteTotals(caller));
  serve(app, door, contract.countVoteTotals, (caller, input) => countVoteTotals(caller, input));
  serve(app, door, contract.setVoteTotalsAside, (caller, input) => setVoteTotalsAside(caller, input));
  serve(app, door, contract.removeVoteTotals, (caller, input) => removeVoteTotals(caller, input));
}
