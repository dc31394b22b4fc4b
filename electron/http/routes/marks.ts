import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/marks.ts';
import { declareRecusal } from '../../services/recusals.ts';
import { readOwnSheet, saveComment, saveScore, submitSheet } from '../../services/score-sheets.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

/** The signed-in expert's own sheet. Whose it is follows from the session, never from the input. */
export function markRoutes(app: Hono, door: Door): void {
  serve(app, door, contract.readOwnSheet, (caller) => readOwnSheet(caller));
  serve(app, door, contract.saveScore, (caller, input) => saveScore(caller, input));
  serve(app, door, contract.saveComment, (caller, input) => saveComment(caller, input));
  serve(app, door, contract.declareRecusal, (caller, input) => declareRecusal(caller, input));
  serve(app, door, contract.submitSheet, (caller, input) => submitSheet(caller, input));
}
