import { existsSync } from 'node:fs';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

/** A Chromium to test with: the machine's own, else the one that the test dependency carries inside its npm package. */
export async function chromiumProgram(): Promise<string> {
  const own = installed.find((file) => existsSync(file));
  if (own !== undefined) return own;
  // Makes the package unpack the shared libraries that a bare Debian lacks; must be set before the import.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** As root Chromium needs --no-sandbox; the graphics switches serve machines without a GPU. Only ever used in tests. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
