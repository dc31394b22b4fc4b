import asc from 'assemblyscript/asc';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const votes = join(import.meta.dirname, '..', '..', '..', 'electron', 'services', 'votes');

describe('what is compiled to WebAssembly', () => {
  it.each([
    ['reading', 'scanner.wasm'],
    ['work', 'contested-rows.wasm'],
  ])('%s/%s is what its source compiles to: `npm run assembly` was not forgotten', async (room, module) => {
    const compiled = new Map<string, Uint8Array | string>();
    const { error } = await asc.main(['--config', join(votes, room, 'assembly', 'asconfig.json')], {
      writeFile: (name, contents) => void compiled.set(name, contents),
    });
    expect(error).toBeNull();
    const [bytes] = compiled.values();
    expect(Buffer.from(bytes ?? '').toString('base64')).toBe(
      readFileSync(join(votes, room, module)).toString('base64'),
    );
  });
});
