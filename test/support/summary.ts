import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Adds the two runners' reports up to one closing line, "N passed, N failed, N skipped", and lists what was skipped.
 * Exits 1 when a report is missing or nothing ran: a run without tests is no success.
 */
const folder = join(import.meta.dirname, '../../test-results');

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

interface BrowserReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly skipped: number;
    readonly flaky: number;
  };
}

function report(name: string): unknown {
  const file = join(folder, name);
  if (!existsSync(file)) {
    console.error(`${name}: no report was written`);
    process.exit(1);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}

const unit = report('unit.json') as UnitReport;
const browser = report('e2e.json') as BrowserReport;
const passed = unit.numPassedTests + browser.stats.expected;
const failed = unit.numFailedTests + browser.stats.unexpected + browser.stats.flaky;
const skipped = unit.numPendingTests + browser.stats.skipped;
console.log(`unit: ${unit.numPassedTests} passed; end to end: ${browser.stats.expected} passed`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
