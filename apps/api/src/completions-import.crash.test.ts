import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { CrashRig } from './testing/crash-rig.ts';
import { seededRandom } from './testing/seeded-random.ts';

jest.setTimeout(240_000);

/** `npm run soak` kills more often. */
const kills = 10;
const longestLife = 700;

let testDatabase: TestDatabase;
let rig: CrashRig;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  rig = await CrashRig.open(testDatabase, 2_000);
});

afterAll(async () => {
  await rig.close();
  await testDatabase.close();
});

test('workers killed at ten random moments of the analysis and the import of files of completions: each row once, and the same report [U21, U26, 16, 20]', async () => {
  const seed = Date.now() % 100_000;
  const random = seededRandom(seed);
  const delay = (): number => random() * longestLife;
  let killed = 0;
  while (killed < kills) {
    await rig.newOrganization();
    await rig.newPeople();
    const id = await rig.beginCompletions();
    killed += await rig.killUntil(id, 'PREVIEWED', 4, delay);
    await rig.commit(id);
    killed += await rig.killUntil(id, 'DONE', 6, delay);
    const { expected, found } = await rig.tallyCompletions(id);
    expect({ seed, ...found }).toEqual({ seed, ...expected });
  }
});
