import { readFileSync } from 'node:fs';

/** A variable or a place that a module of WebAssembly shows. */
export interface Global {
  readonly value: number;
}

/** The memory of an instance: a buffer that is another one after it grew. */
export interface AssemblyMemory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

const memoryPage = 65_536;
const compiled = new Map<string, WebAssembly.Module>();

/** The compiled module of an `assembly` folder; who has time left over may ask for it beforehand. */
export function assemblyModule(file: URL): WebAssembly.Module {
  let found = compiled.get(file.href);
  if (found === undefined) {
    found = new WebAssembly.Module(readFileSync(file));
    compiled.set(file.href, found);
  }
  return found;
}

/** An instance of it with a memory of its own. */
export function assemblyInstance(file: URL): unknown {
  return new WebAssembly.Instance(assemblyModule(file)).exports;
}

/**
 * Makes a memory reach to before a place; what is in it stays where it is. Returns whether its buffer is another one now.
 * @param ahead so many pages more, so that it is not asked for little by little
 */
export function reserve(memory: AssemblyMemory, end: number, ahead = 0): boolean {
  const missing = end - memory.buffer.byteLength;
  if (missing <= 0) return false;
  memory.grow(Math.ceil(missing / memoryPage) + ahead);
  return true;
}
