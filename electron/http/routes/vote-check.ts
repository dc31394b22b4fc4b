import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/vote-check.ts';
import { findBallots, listBallots, tryBallot } from '../../services/votes/index.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

export function voteCheckRoutes(app: Hono, door: Door): void {
  serve(app, door, contract.listBallots, (caller, input) => listBallots(caller, input));
  serve(app, door, contract.findBallots, (caller, input) => findBallots(caller, input));
  serve(app, door, contract.tryBallot, (caller, input) => tryBallot(caller, input));
}
