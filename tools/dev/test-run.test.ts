import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { firstVisit } from './test/bundle-budget.ts';
import { findChromium } from './test/find-chromium.ts';
import { type Check, single, summaryLine } from './test/outcome.ts';
import { runChecks } from './test/run-checks.ts';
import { runNode } from './test/run-command.ts';
import { outcomeOf } from './test/run-jest.ts';

const check = (id: string, run: Check['run']): Check => ({ id, title: `Title of ${id}`, run });

describe('a run of checks', () => {
  test('goes on after one that failed or broke, and sums up in one line', async () => {
    const lines: string[] = [];
    const outcome = await runChecks(
      [
        check('counts', async () => ({ passed: 40, failed: 2 })),
        check('breaks', () => Promise.reject(new Error('planted'))),
        check('holds', async () => single(true)),
        check('waits', async () => ({ passed: 0, failed: 0, notRun: ['the story of Mia: no Chromium was found'] })),
      ],
      (line) => lines.push(line),
    );
    expect(summaryLine(outcome)).toBe('41 passed, 3 failed');
    expect(lines.join('\n')).toContain('Error: planted');
    expect(lines.join('\n')).toContain('✗ Title of breaks');
    expect(lines.at(-1)).toContain('!! NOT RUN:\n!!   the story of Mia: no Chromium was found');
  });
});

describe('a check in a process of its own', () => {
  const cwd = import.meta.dirname;

  test('has passed when the process ended well, and only then', async () => {
    expect(await runNode(['-e', 'process.exit(0)'], { cwd })).toBe(true);
    expect(await runNode(['-e', 'process.exit(3)'], { cwd })).toBe(false);
  });

  test('has failed when the process does not end, whatever it does about being asked to', async () => {
    const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1_000_000)";
    expect(await runNode(['-e', stubborn], { cwd, patience: 500 })).toBe(false);
  });
});

describe('a report of jest', () => {
  const report = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };

  test('counts tests, and files that could not run as failed ones', () => {
    expect(outcomeOf({ ...report, numFailedTests: 1, numRuntimeErrorTestSuites: 2 }, false)).toMatchObject({ passed: 10, failed: 3 });
  });

  test('never hides a run that ended badly', () => {
    expect(outcomeOf(report, false)).toMatchObject({ failed: 1 });
    expect(outcomeOf(undefined, true)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('says how many tests are skipped', () => {
    expect(outcomeOf({ ...report, numPendingTests: 4 }, true).notRun).toEqual(['4 jest tests that are marked as skipped']);
  });
});

describe('in a folder of its own', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'milepost-test-run-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('the browser is the one that CHROMIUM_PATH names, else the first one on PATH', () => {
    const program = (name: string) => {
      writeFileSync(join(folder, name), '');
      chmodSync(join(folder, name), 0o755);
      return join(folder, name);
    };
    const [mine, system] = [program('mine'), program('chromium-browser')];
    expect(findChromium({ CHROMIUM_PATH: mine, PATH: folder })).toBe(mine);
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(system);
    expect(() => findChromium({ CHROMIUM_PATH: join(folder, 'gone'), PATH: folder })).toThrow('is no program');
  });

  test('a first visit counts the page, its scripts, preloads and styles, and what these load by themselves, each once, and nothing else', () => {
    mkdirSync(join(folder, 'assets'));
    mkdirSync(join(folder, '.vite'));
    for (const [name, size] of [['main.js', 3000], ['vendor.js', 2000], ['main.css', 500], ['en.js', 700], ['zh.js', 800], ['live.js', 400], ['live.css', 100], ['later.js', 9000]] as const) {
      writeFileSync(join(folder, 'assets', name), 'x'.repeat(size));
    }
    writeFileSync(
      join(folder, 'index.html'),
      `<script type="module" crossorigin src="/learn/assets/main.js"></script><link rel="modulepreload" href="/learn/assets/vendor.js">
       <link rel="modulepreload" href="/learn/assets/vendor.js"><link rel="stylesheet" href="/learn/assets/main.css"><link rel="icon" href="data:image/svg+xml,x">`,
    );
    const chunk = (name: string, more: object = {}) => ({ file: `assets/${name}.js`, ...more });
    writeFileSync(
      join(folder, '.vite/manifest.json'),
      JSON.stringify({ main: chunk('main'), 'src/en.ts': chunk('en'), 'src/zh.ts': chunk('zh'), _live_1: chunk('live', { name: 'live', css: ['assets/live.css'], imports: ['main'] }), later: chunk('later') }),
    );
    const visit = firstVisit(folder, '/learn/', ['src/en.ts', 'live']);
    expect(visit.map(({ file }) => file)).toEqual(['index.html', 'assets/main.js', 'assets/vendor.js', 'assets/main.css', 'assets/en.js', 'assets/live.js', 'assets/live.css']);
    expect(visit[1]?.bytes).toBe(gzipSync('x'.repeat(3000)).length);
    expect(() => firstVisit(folder, '/learn/', ['src/fr.ts'])).toThrow('src/fr.ts is no chunk');
  });
});
