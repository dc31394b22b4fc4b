import { texts as applications } from './zh-CN/applications.ts';
import { texts as ballots } from './zh-CN/ballots.ts';
import { texts as candidates } from './zh-CN/candidates.ts';
import { texts as client } from './zh-CN/client.ts';
import { texts as common } from './zh-CN/common.ts';
import { texts as expert } from './zh-CN/expert.ts';
import { texts as experts } from './zh-CN/experts.ts';
import { texts as exports } from './zh-CN/export.ts';
import { texts as frame } from './zh-CN/frame.ts';
import { texts as imports } from './zh-CN/imports.ts';
import { texts as merge } from './zh-CN/merge.ts';
import { texts as overview } from './zh-CN/overview.ts';
import { texts as people } from './zh-CN/people.ts';
import { texts as progress } from './zh-CN/progress.ts';
import { texts as rules } from './zh-CN/rules.ts';
import { texts as signIn } from './zh-CN/sign-in.ts';
import { texts as voteCharts } from './zh-CN/vote-charts.ts';
import { texts as voteFlags } from './zh-CN/vote-flags.ts';
import { texts as voteCheck } from './zh-CN/vote-check.ts';
import { texts as voteMapping } from './zh-CN/vote-mapping.ts';
import { texts as voteTotals } from './zh-CN/vote-totals.ts';
import { texts as votes } from './zh-CN/votes.ts';

/** The Chinese catalogue, put together from one piece a topic. */
export const zhCN = {
  applications,
  ballots,
  candidates,
  client,
  common,
  expert,
  experts,
  exports,
  frame,
  imports,
  merge,
  overview,
  people,
  progress,
  rules,
  signIn,
  voteCharts,
  voteFlags,
  voteCheck,
  voteMapping,
  voteTotals,
  votes,
};
