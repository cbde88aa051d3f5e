import { type Check, type Outcome, single, sum } from './outcome.ts';

/** Runs the checks one after the other under headers; a check that throws has failed, and the next one runs all the same. */
export async function runChecks(checks: Check[], print: (line: string) => void): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const { title, run } of checks) {
    const began = performance.now();
    print(`\n━━ ${title}`);
    const outcome = await run().catch((error: Error) => {
      print(error.stack ?? error.message);
      return single(false);
    });
    outcomes.push(outcome);
    print(`${outcome.failed > 0 ? '✗' : '✓'} ${title}: ${outcome.passed} passed, ${outcome.failed} failed (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }
  const total = sum(outcomes);
  if (total.notRun?.length) print(['', '!! NOT RUN:', ...total.notRun.map((what) => `!!   ${what}`)].join('\n'));
  return total;
}
