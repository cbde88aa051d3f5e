import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';
import { runNode } from './run-command.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Runs jest in `root` with more arguments and counts its tests; a file that could not be read or run counts as one that failed. */
export async function runJest(root: string, args: string[], env?: NodeJS.ProcessEnv): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-jest-'));
  const report = join(folder, 'report.json');
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  try {
    const endedWell = await runNode([...flags, join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, '--passWithNoTests', ...args], { cwd: root, env });
    return outcomeOf(readReport(report), endedWell);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Counts of a report; a run that ended badly never counts as free of failures, whatever its report says. */
export function outcomeOf(report: JestReport | undefined, endedWell: boolean): Outcome {
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: endedWell ? failed : Math.max(1, failed),
    notRun: report.numPendingTests > 0 ? [`${report.numPendingTests} jest tests that are marked as skipped`] : [],
  };
}

function readReport(path: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
