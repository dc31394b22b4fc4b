import type { Hono } from 'hono';
import * as contract from '../../../shared/contract/merge.ts';
import { readMerge } from '../../services/merge.ts';
import type { Door } from '../door.ts';
import { serve } from '../serve.ts';

export function mergeRoutes(app: Hono, door: Door): void {
  serve(app, door, contract.readMerge, (caller, input) => readMerge(caller, input));
}
