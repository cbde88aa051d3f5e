import { addToCatalogs, createCatalog } from '../features/catalogs/index.ts';
import { takeUp } from '../features/learning-centre/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { SeedCourseIds } from './load-content.ts';
import type { SeedPlanIds } from './load-plans.ts';
import type { SeedAudience } from './seed-data.ts';
import type { SeedNames } from './seed-names.ts';

interface SeedCatalog {
  readonly name: string;
  readonly description: string;
  readonly audience: SeedAudience;
  readonly plans: readonly string[];
  readonly courses: readonly string[];
}

const catalogs: readonly SeedCatalog[] = [
  {
    name: 'Growing at work',
    description: 'For everybody who wants to get better at what they do, in their own time.',
    audience: { kind: 'EVERYONE' },
    plans: ['NEW-MANAGERS', 'ENGINEERING-CRAFT'],
    courses: ['COM-110', 'DAT-110', 'DAT-140', 'LEA-110', 'LEA-130', 'PRO-110', 'PRO-120', 'WEL-110', 'ESG-101'],
  },
  {
    name: 'Selling and serving',
    description: 'What helps those who speak with customers.',
    audience: { kind: 'DEPARTMENTS', departments: ['Northwind / Sales'], includeSubDepartments: true },
    plans: ['SALES-ACADEMY', 'BEACON-CERTIFIED'],
    courses: ['SAL-101', 'SAL-110', 'SAL-220', 'SRV-110'],
  },
  {
    name: '中文课程',
    description: '以中文授课的课程与计划。',
    audience: { kind: 'LANGUAGES', languages: ['zh'] },
    plans: ['CHINA-ESSENTIALS'],
    courses: ['ZH-LEA-201', 'ZH-PRI-101', 'ZH-SAF-101', 'ZH-SAL-110', 'ZH-SEC-101'],
  },
];

/** So many people take something up by themselves, of the first who can. */
const takers = 60;

interface Loading {
  readonly database: Database;
  readonly names: SeedNames;
  readonly plans: SeedPlanIds;
  readonly courses: SeedCourseIds;
  readonly admin: Caller;
}

/** Makes the catalogs of the demonstration, and lets some people take up by themselves what they find there. */
export async function loadCatalogs({ database, names, plans, courses, admin }: Loading): Promise<void> {
  for (const catalog of catalogs) {
    await database.write(admin, async (transaction) => {
      const made = await createCatalog(transaction, admin, { ...catalog, audience: names.audience(catalog.audience) });
      if (!made.ok) throw new Error(`${catalog.name}: ${made.problem[0]?.code}`);
      const planIds = catalog.plans.map((code) => plans.get(code)!);
      const filled = await addToCatalogs(transaction, admin, { catalogIds: [made.value.id], planIds, learningObjectIds: catalog.courses.map((key) => courses.get(key)!) });
      if (!filled.ok || filled.value.some(({ code }) => code)) throw new Error(`${catalog.name} is not filled`);
    });
  }
  const wanted = catalogs.flatMap((catalog) => [...catalog.plans.map((code) => plans.get(code)!), ...catalog.courses.map((key) => courses.get(key)!)]);
  const people = await database.read(admin, (transaction) =>
    transaction.query<{ id: string }>(`SELECT id FROM person WHERE organization_id = $1 AND status = 'ACTIVE' AND first_sign_in_at IS NULL ORDER BY id LIMIT $2`, [admin.organizationId, takers]),
  );
  for (const [place, { id }] of people.entries()) {
    const kind = place % 4 === 0 ? 'BOOKMARK' : 'SELF_STARTED';
    // Whoever cannot find it is refused, as anybody would be.
    await database.write({ ...admin, actor: { kind: 'PERSON', id } }, (transaction) => takeUp(transaction, id, wanted[place % wanted.length]!, kind));
  }
}
