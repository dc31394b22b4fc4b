import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/applications.ts';
import {
  changeApplication,
  createApplication,
  listApplications,
  removeApplication,
} from '../../services/applications.ts';
import { listCandidates, numberCandidate } from '../../services/candidates.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

export function applicationRoutes(app: Hono, door: Door): void {
  serve(app, door, contract.listApplications, (caller, input) => listApplications(caller, input));
  serve(app, door, contract.createApplication, (caller, input) => createApplication(caller, input));
  serve(app, door, contract.changeApplication, (caller, input) => changeApplication(caller, input));
  serve(app, door, contract.removeApplication, (caller, input) => removeApplication(caller, input));
  serve(app, door, contract.numberCandidate, (caller, input) => numberCandidate(caller, input));
  serve(app, door, contract.listCandidates, (caller) => listCandidates(caller));
}
