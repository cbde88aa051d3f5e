import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestDatabase, stopTestDatabase } from '../jest/test-database.ts';

/*
 * `npm run soak`: kills workers at random moments of imports and assignments, a hundred times and more, on a database of its own, and ends with 1
 * if a row was lost or doubled. `--kills 200` kills more often, `--seed 7` kills at the moments of an earlier run.
 */

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 100_000) } } });
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!(kills > 0) || !Number.isInteger(seed)) throw new Error('Give --kills above 0 and --seed as a whole number.');

const begun = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

/** Compiled, because what it imports has decorators, which Node's own reading of TypeScript does not know. */
interface Compiled {
  readonly soakJobs: (options: { kills: number; seed: number; say: (line: string) => void }) => Promise<boolean>;
}

say(`${kills} kills, seed ${seed}`);
await startTestDatabase();
try {
  const { soakJobs } = (await import(pathToFileURL(join(import.meta.dirname, '../../apps/api/dist/testing/soak-jobs.js')).href)) as Compiled;
  const isWell = await soakJobs({ kills, seed, say });
  say(isWell ? 'nobody was lost or doubled' : 'SOMETHING IS WRONG, see above');
  process.exitCode = isWell ? 0 : 1;
} finally {
  await stopTestDatabase();
}
