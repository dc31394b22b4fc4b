import asc from 'assemblyscript/asc';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const votes = join(import.meta.dirname, '..', '..', '..', 'electron', 'services', 'votes');

describe('what is compiled to WebAssembly', () => {
  it.each([
    ['reading/assembly', 'reading/scanner.wasm'],
    ['work/assembly/contested-rows', 'work/contested-rows.wasm'],
    ['work/assembly/listed-votes', 'work/listed-votes.wasm'],
  ])('%s compiles to %s: `npm run assembly` was not forgotten', async (sources, module) => {
    const compiled = new Map<string, Uint8Array | string>();
    const { error } = await asc.main(['--config', join(votes, sources, 'asconfig.json')], {
      writeFile: (name, contents) => void compiled.set(name, contents),
    });
    expect(error).toBeNull();
    const [bytes] = compiled.values();
    expect(Buffer.from(bytes ?? '').toString('base64')).toBe(
      readFileSync(join(votes, module)).toString('base64'),
    );
  });
});
