import type { Database } from '../platform/database/database.ts';
import { previewAssignment } from '../features/assignments/index.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { SeedCourseIds } from './load-content.ts';
import type { SeedPlanIds } from './load-plans.ts';
import { commitPreview, waitForOperation } from './run-operation.ts';
import type { SeedNames } from './seed-names.ts';

const weekMilliseconds = 7 * 86_400_000;

/** Assigns what stands beside the year of learning: courses by themselves, and a plan that begins again in two weeks. */
export async function loadAssignments(
  database: Database,
  organizationId: string,
  names: SeedNames,
  { courses, plans }: { readonly courses: SeedCourseIds; readonly plans: SeedPlanIds },
  admin: Caller,
  now: Date,
): Promise<void> {
  const assign = async (input: Parameters<typeof previewAssignment>[2], state: 'DONE' | 'SCHEDULED'): Promise<void> => {
    const id = await database.write({ organizationId, actor: admin.actor }, async (transaction) => {
      const previewed = await previewAssignment(transaction, admin, { confirmEverybody: true, ...input });
      if (!previewed.ok) throw new Error(`${input.name}: ${previewed.problem[0]!.code}`);
      await commitPreview(transaction, admin, previewed.value.id);
      return previewed.value.id;
    });
    await waitForOperation(database, organizationId, id, [state]);
  };
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
