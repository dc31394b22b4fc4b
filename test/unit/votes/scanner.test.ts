import asc from 'assemblyscript/asc';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const reading = join(import.meta.dirname, '..', '..', '..', 'electron', 'services', 'votes', 'reading');

describe('the scanner of plain lines', () => {
  it('is what its source compiles to: `npm run assembly` was not forgotten', async () => {
    const compiled = new Map<string, Uint8Array | string>();
    const { error } = await asc.main(['--config', join(reading, 'assembly', 'asconfig.json')], {
      writeFile: (name, contents) => void compiled.set(name, contents),
    });
    expect(error).toBeNull();
    const [bytes] = compiled.values();
    expect(Buffer.from(bytes ?? '').toString('base64')).toBe(
      readFileSync(join(reading, 'scanner.wasm')).toString('base64'),
    );
  });
});
