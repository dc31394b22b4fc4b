/** Switches of the command line that may stand before its command. */
const ownSwitches = new Set(['--json', '--help', '-h', '--version']);
const ownOptions = new Set(['--data']);

/**
 * The command line's words in what the program was started with, or null when it was started as a window. Chromium's own
 * switches (`--no-sandbox` and the like) stand among them and are left out; `--data FOLDER` alone asks for a window.
 * @param words what follows the program (and, from sources, the folder it runs)
 */
export function commandArguments(words: readonly string[]): string[] | null {
  const kept: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const name = word.split('=', 1)[0] ?? '';
    if (ownSwitches.has(word)) kept.push(word);
    else if (ownOptions.has(name)) {
      kept.push(word);
      if (word === name && index + 1 < words.length) {
        index += 1;
        kept.push(words[index] ?? '');
      }
    } else if (!word.startsWith('-')) return [...kept, ...words.slice(index)];
  }
  return kept.some((word) => ['--help', '-h', '--version'].includes(word)) ? kept : null;
}

/** The folder named by `--data` when the program was started as a window. */
export function dataArgument(words: readonly string[]): string | null {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  if (at < 0) return null;
  const word = words[at] ?? '';
  return word === '--data' ? (words[at + 1] ?? null) : word.slice('--data='.length);
}
