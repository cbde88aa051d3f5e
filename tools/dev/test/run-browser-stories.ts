import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './find-chromium.ts';
import type { Outcome } from './outcome.ts';
import { runJest } from './run-jest.ts';

/** Runs the stories in `tools/e2e` in a real browser; without one, says which ones did not run. */
export async function runBrowserStories(root: string): Promise<Outcome> {
  const stories = globSync('tools/e2e/**/*.story.ts', { cwd: root }).sort();
  if (stories.length === 0 || !existsSync(join(root, 'tools/e2e/jest.config.js'))) {
    console.log('There is no story yet.');
    return { passed: 0, failed: 0 };
  }
  const browser = findChromium(process.env);
  if (!browser) {
    return { passed: 0, failed: 0, notRun: stories.map((story) => `${story}: no Chromium was found. Install one ("apt-get install chromium"), or set CHROMIUM_PATH.`) };
  }
  console.log(`In ${browser}`);
  // A story that failed on its way may leave a process behind that would keep jest from ending.
  return await runJest(root, ['--config', 'tools/e2e/jest.config.js', '--runInBand', '--forceExit'], { CHROMIUM_PATH: browser });
}
