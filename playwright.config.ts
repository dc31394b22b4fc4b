import { defineConfig } from '@playwright/test';
import { electronRuntime } from './test/support/electron-runtime.ts';

/**
 * The same specs against both hosts: in Chromium on loopback always, in a real Electron wherever a runtime is found.
 * The reporter says plainly when the Electron part was not run.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }], ['./test/support/host-report.ts']],
  use: { trace: 'retain-on-failure', actionTimeout: 15_000 },
  projects: [{ name: 'loopback' }, ...(electronRuntime() === null ? [] : [{ name: 'electron' }])],
});
