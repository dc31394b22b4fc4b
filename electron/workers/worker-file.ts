/**
 * The file of a worker thread's entry: `<name>.ts` beside this file when running from the sources, `<name>.js` beside the
 * bundle that this file has become part of when built (`dist/main`).
 */
export function workerFile(name: string): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${ending}`, import.meta.url);
}
