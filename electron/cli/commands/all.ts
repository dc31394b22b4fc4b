import type { Command } from '../command.ts';
import { applicationCommands } from './applications.ts';
import { candidateCommands } from './candidates.ts';
import { comingCommands } from './coming.ts';
import { expertCommands } from './experts.ts';
import { exportCommands } from './export.ts';
import { initCommand } from './init.ts';
import { mergeCommand } from './merge.ts';
import { peopleCommands } from './people.ts';
import { recusalCommands } from './recusals.ts';
import { scoreCommands } from './scores.ts';
import { serveCommand } from './serve.ts';
import { statusCommand } from './status.ts';
import { verifyCommand } from './verify.ts';
import { voteCheckCommands } from './vote-check.ts';
import { voteFlagsCommand } from './vote-flags.ts';
import { voteTotalsCommands } from './vote-totals.ts';
import { voteCommands } from './votes.ts';

/** Every command, in the order in which a round needs them. */
export const commands: readonly Command[] = [
  initCommand,
  statusCommand,
  ...applicationCommands,
  ...candidateCommands,
  ...expertCommands,
  ...recusalCommands,
  ...peopleCommands,
  ...scoreCommands,
  ...voteCommands,
  ...voteCheckCommands,
  voteFlagsCommand,
  ...voteTotalsCommands,
  mergeCommand,
  ...exportCommands,
  verifyCommand,
  serveCommand,
  ...comingCommands,
];
