import type { Command } from '../command.ts';

type Group = readonly [words: string, load: () => Promise<readonly Command[]>];

/**
 * Every command by the words that it begins with, in the order in which a round needs them. Only what is asked for is loaded: most
 * starts are for one command.
 */
const groups: readonly Group[] = [
  ['init', async () => [(await import('./init.ts')).initCommand]],
  ['status', async () => [(await import('./status.ts')).statusCommand]],
  ['applications', async () => (await import('./applications.ts')).applicationCommands],
  ['candidates', async () => (await import('./candidates.ts')).candidateCommands],
  ['experts', async () => (await import('./experts.ts')).expertCommands],
  ['recusals', async () => (await import('./recusals.ts')).recusalCommands],
  ['people', async () => (await import('./people.ts')).peopleCommands],
  ['scores', async () => (await import('./scores.ts')).scoreCommands],
  ['votes import', async () => [(await import('./vote-import.ts')).voteImportCommand]],
  ['votes mapping', async () => [(await import('./vote-mapping.ts')).proposeMapping]],
  ['votes', async () => (await import('./votes.ts')).voteCommands],
  ['votes check', async () => [(await import('./vote-check.ts')).voteCheckCommand]],
  ['votes find', async () => [(await import('./vote-check.ts')).voteFindCommand]],
  ['votes flags', async () => [(await import('./vote-flags.ts')).voteFlagsCommand]],
  ['votes totals', async () => (await import('./vote-totals.ts')).voteTotalsCommands],
  ['merge', async () => [(await import('./merge.ts')).mergeCommand]],
  ['export', async () => (await import('./export.ts')).exportCommands],
  ['verify', async () => [(await import('./verify.ts')).verifyCommand]],
  ['serve', async () => [(await import('./serve.ts')).serveCommand]],
];

/** Every command there is, also those to come. */
export async function allCommands(): Promise<readonly Command[]> {
  const { comingCommands } = await import('./coming.ts');
  const loaded = await Promise.all(groups.map(([, load]) => load()));
  return [...loaded.flat(), ...comingCommands];
}

/** The commands among which the one is that a command line begins with; all of them where it begins with no known word. */
export async function commandsFor(rest: readonly string[]): Promise<readonly Command[]> {
  for (const words of [rest.slice(0, 2).join(' '), rest[0]]) {
    const group = groups.find(([first]) => first === words);
    if (group !== undefined) return await group[1]();
  }
  return await allCommands();
}
