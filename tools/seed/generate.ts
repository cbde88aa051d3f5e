import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCourse, type SeedCourse } from './parse-course.ts';
import { generatePeople, type NamedNumbers } from './people/generate-people.ts';
import { NAMED_PEOPLE } from './people/named-people.ts';
import { DEPARTMENTS, PARTNER_ACCOUNTS } from './people/organization.ts';
import { peopleCsv } from './people/people-csv.ts';
import { GROUPS } from './groups.ts';
import { HAPPENINGS } from './happenings.ts';
import { ASSIGNMENTS, HISTORY, PLANS, type SeedPlan } from './plans.ts';
import { createRandom } from './random.ts';

const SEED = 20_271;
const DATA = join(import.meta.dirname, 'data');
/** The one film that all videos of the demonstration show; recorded, not generated. */
const SAMPLE_FILM = 'sample.webm';
const CONTENT = join(import.meta.dirname, 'content');

/** The files of the demonstration organization by name, always the same. */
export function demonstrationFiles(): Map<string, string> {
  const { people, named } = generatePeople(createRandom(SEED));
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ['people.csv', peopleCsv(people)],
    ['organization.json', json({ departments: DEPARTMENTS.map(({ path }) => path), partnerAccounts: PARTNER_ACCOUNTS.map(({ name }) => name) })],
    ['accounts.json', json(accounts(named))],
    ['content.json', json({ courses: courses() })],
    ['plans.json', json({ plans: PLANS.map(withItems) })],
    ['assignments.json', json({ assignments: ASSIGNMENTS })],
    ['history.json', json(HISTORY)],
    ['happenings.json', json({ happenings: HAPPENINGS })],
    ['groups.json', json({ groups: GROUPS })],
  ]);
}

function courses(): SeedCourse[] {
  return readdirSync(CONTENT)
    .map((name) => parseCourse(readFileSync(join(CONTENT, name), 'utf8')))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Items as the file has them: `SEC-101!` is the mandatory course SEC-101. */
function withItems(plan: SeedPlan) {
  const milestones = plan.milestones.map((milestone) => ({ ...milestone, items: milestone.items.map((item) => ({ course: item.replace('!', ''), mandatory: item.endsWith('!') })) }));
  return { ...plan, milestones };
}

/** Whom the demonstration introduces; passwords are made when it is loaded. */
function accounts(named: NamedNumbers) {
  const list = NAMED_PEOPLE.map(({ key, who, name, email, app, grants }) => {
    const employeeNumber = named[key];
    if (!employeeNumber) throw new Error(`Nobody was hired as ${key}.`);
    return { key, who, name, employeeNumber, signIn: email ?? employeeNumber, app, grants };
  });
  return { accounts: list };
}

/** Names of the files that are not what would be written. */
function staleFiles(files: Map<string, string>): string[] {
  const unknown = readdirSync(DATA).filter((name) => !files.has(name) && name !== SAMPLE_FILM);
  const changed = [...files].filter(([name, content]) => !existsSync(join(DATA, name)) || readFileSync(join(DATA, name), 'utf8') !== content);
  return [...changed.map(([name]) => name), ...unknown];
}

if (import.meta.main) {
  const files = demonstrationFiles();
  const stale = staleFiles(files);
  if (!process.argv.includes('--check')) for (const [name, content] of files) writeFileSync(join(DATA, name), content);
  else if (stale.length > 0) {
    console.error(`Not what "node tools/seed/generate.ts" writes: ${stale.join(', ')}`);
    process.exitCode = 1;
  }
}
