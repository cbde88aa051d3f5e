import { isDeepStrictEqual } from 'node:util';
import { eventually } from '../platform/testing/eventually.ts';
import { openTestDatabase } from '../platform/testing/test-database.ts';
import { CrashRig, type Tally } from './crash-rig.ts';
import { seededRandom } from './seeded-random.ts';

export interface SoakOptions {
  /** How many workers are killed at least. */
  readonly kills: number;
  /** The same seed kills at the same moments, as far as the machine lets it. */
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** Within so many seconds another process goes on with what a killed one held; the product's own lease, as it is delivered. */
const mostSeconds = 15;
/** A job is given up after 25 attempts, and each kill is one. */
const mostKills = { analysis: 4, rows: 9 };
const longestLife = 1_200;

/**
 * Kills workers without a word, at random moments of imports of people and of completions and of assignments, and looks after each whether somebody is lost or doubled;
 * before that, once, how soon the jobs of a killed one are taken over under the lease that the product has by itself.
 *
 * @returns whether all was well
 */
export async function soakJobs({ kills, seed, say }: SoakOptions): Promise<boolean> {
  const testDatabase = await openTestDatabase();
  const random = seededRandom(seed);
  const delay = (): number => random() * longestLife;
  const faults: string[] = [];
  const judge = (what: string, { expected, found }: Tally): void => {
    if (isDeepStrictEqual({ ...found }, expected)) return;
    faults.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
    say(`  WRONG: ${faults.at(-1)}`);
  };
  const withRig = async <T>(people: number, work: (rig: CrashRig) => Promise<T>): Promise<T> => {
    const rig = await CrashRig.open(testDatabase, people);
    try {
      return await work(rig);
    } finally {
      await rig.close();
    }
  };
  try {
    const seconds = await withRig(20_000, (rig) => takeOver(rig, judge));
    say(`the jobs of a killed worker were taken over after ${seconds.toFixed(1)} s, under the product's own lease`);
    if (seconds > mostSeconds) faults.push(`taken over after ${seconds.toFixed(1)} s, more than ${mostSeconds}`);
    await withRig(3_000, async (rig) => {
      let killed = 0;
      for (let round = 1; killed < kills; round++) {
        await rig.newOrganization();
        const importId = await rig.beginImport();
        killed += await rig.killUntil(importId, 'PREVIEWED', mostKills.analysis, delay);
        await rig.commit(importId);
        killed += await rig.killUntil(importId, 'DONE', mostKills.rows, delay);
        judge(`round ${round}, import`, await rig.tallyImport(importId));
        const assignId = await rig.beginAssignment();
        await rig.commit(assignId);
        killed += await rig.killUntil(assignId, 'DONE', mostKills.rows, delay);
        judge(`round ${round}, assignment`, await rig.tallyAssignment(assignId));
        const recordId = await rig.beginCompletions();
        killed += await rig.killUntil(recordId, 'PREVIEWED', mostKills.analysis, delay);
        await rig.commit(recordId);
        killed += await rig.killUntil(recordId, 'DONE', mostKills.rows, delay);
        judge(`round ${round}, completions`, await rig.tallyCompletions(recordId));
        say(`round ${round}: ${killed} of ${kills} kills, ${faults.length} faults`);
      }
    });
  } catch (error) {
    faults.push(String(error));
    say(`  BROKEN OFF: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await testDatabase.close();
  }
  return faults.length === 0;
}

/** Seconds from the kill of a worker in the middle of an import until another one has gone on with it. */
async function takeOver(rig: CrashRig, judge: (what: string, tally: Tally) => void): Promise<number> {
  await rig.newOrganization();
  const importId = await rig.beginImport();
  const first = await rig.startWorker(undefined);
  await rig.whenIn(importId, 'PREVIEWED');
  await rig.commit(importId);
  await eventually('some rows are in', async () => (await rig.rowsDone(importId)) > 0);
  const heir = rig.startWorker(undefined);
  await first.kill();
  const killedAt = performance.now();
  const done = await rig.rowsDone(importId);
  if (done >= rig.people) throw new Error('The import was done before its worker was killed');
  await heir;
  await eventually('another worker has gone on', async () => (await rig.rowsDone(importId)) > done, 60);
  const seconds = (performance.now() - killedAt) / 1000;
  await rig.whenIn(importId, 'DONE', 120);
  judge('import under the own lease', await rig.tallyImport(importId));
  return seconds;
}
