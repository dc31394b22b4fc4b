import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/experts.ts';
import { changeExpert, createExpert, issuePin, listExperts } from '../../services/experts.ts';
import { readProgress } from '../../services/progress.ts';
import { listRecusals, setRecusal } from '../../services/recusals.ts';
import { reopenSheet } from '../../services/score-sheets.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

/** The experts as the secretariat and the observer see them: never a mark. */
export function expertRoutes(app: Hono, door: Door): void {
  serve(app, door, contract.listExperts, (caller) => listExperts(caller));
  serve(app, door, contract.createExpert, (caller, input) => createExpert(caller, input));
  serve(app, door, contract.changeExpert, (caller, input) => changeExpert(caller, input));
  serve(app, door, contract.issuePin, async (caller, input) => {
    const issued = await issuePin(caller, input);
    // An earlier PIN stops working at once, also for whoever signed in with it.
    if (issued.ok) door.sessions.closePerson(input.id);
    return issued;
  });
  serve(app, door, contract.listRecusals, (caller) => listRecusals(caller));
  serve(app, door, contract.setRecusal, (caller, input) => setRecusal(caller, input));
  serve(app, door, contract.readProgress, (caller) => readProgress(caller));
  serve(app, door, contract.reopenSheet, (caller, input) => reopenSheet(caller, input));
}
