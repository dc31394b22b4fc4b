import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'rolldown';

/**
 * The main process and its worker threads, as ES modules in one flat folder, so that a path reckoned from a file's own place
 * comes out the same in all of them. Native addons and Electron itself stay outside.
 */
export default defineConfig({
  input: {
    electron: 'electron/hosts/electron.ts',
    judging: 'electron/cli/main.ts',
    'vote-figures': 'electron/workers/vote-figures.ts',
    'vote-import': 'electron/workers/vote-import.ts',
    'rejected-export': 'electron/workers/rejected-export.ts',
    'ballot-reader': 'electron/workers/ballot-reader.ts',
  },
  platform: 'node',
  logLevel: 'warn',
  external: ['electron', 'better-sqlite3', /^node:/],
  plugins: [
    {
      name: 'assembly',
      buildStart() {
        for (const name of ['reading/scanner.wasm', 'work/contested-rows.wasm', 'work/listed-votes.wasm']) {
          const source = readFileSync(join('electron/services/votes', name));
          this.emitFile({ type: 'asset', fileName: basename(name), source });
        }
      },
    },
  ],
  // The oldest runtime that runs it is the Electron of the tests, which has Node 20.18.
  transform: { target: 'node20.18' },
  output: {
    dir: 'dist/main',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
    cleanDir: true,
  },
});
