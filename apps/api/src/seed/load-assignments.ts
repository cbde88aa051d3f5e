import type { Database } from '../platform/database/database.ts';
import { previewAssignment } from '../features/assignments/index.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { SeedCourseIds } from './load-content.ts';
import type { SeedPlanIds } from './load-plans.ts';
import { carryOut } from './run-operation.ts';
import type { SeedNames } from './seed-names.ts';

const weekMilliseconds = 7 * 86_400_000;

/** Assigns what stands beside the year of learning: courses by themselves, and a plan that begins again in two weeks. */
export async function loadAssignments(
  database: Database,
  names: SeedNames,
  { courses, plans }: { readonly courses: SeedCourseIds; readonly plans: SeedPlanIds },
  admin: Caller,
  now: Date,
): Promise<void> {
  const assign = (input: Parameters<typeof previewAssignment>[2], end: 'DONE' | 'SCHEDULED'): Promise<void> =>
    carryOut(database, admin, String(input.name), (transaction) => previewAssignment(transaction, admin, { confirmEverybody: true, ...input }), end);
  const department = (name: string) => ({ kind: 'DEPARTMENTS', departments: [name], includeSubDepartments: true });
  const supervisor = { kind: 'PEOPLE', personIds: [names.personId('supervisor')] };
  await assign(
    {
      name: 'Data and AI, two short courses',
      targets: ['DAT-110', 'DAT-140'].map((key) => ({ kind: 'LEARNING_OBJECT', learningObjectId: courses.get(key)! as never })),
      audience: { kind: 'OR', operands: [names.audience(department('Northwind / Information Technology')), supervisor] },
      dueRule: { kind: 'RELATIVE', amount: 6, unit: 'WEEKS', anchor: 'ASSIGNED' },
    },
    'DONE',
  );
  await assign(
    {
      name: 'Safety, the yearly round',
      planId: plans.get('SHOP-FLOOR-SAFETY')!,
      audience: names.audience(department('Northwind / Operations / Manufacturing')),
      startsAt: new Date(now.getTime() + 2 * weekMilliseconds).toISOString(),
      again: true,
    },
    'SCHEDULED',
  );
}
