import { createNextVersion, editDraft, LearningPlanRepository, setMilestoneItems, updateMilestone } from '../features/learning-plans/index.ts';
import { previewPublishVersion } from '../features/plan-migrations/index.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import type { Scene } from './load-happenings.ts';
import { carryOut, done } from './run-operation.ts';
import { seedCourses, seedPlans, type SeedHappening } from './seed-data.ts';

type NextVersion = Extract<SeedHappening, { readonly kind: 'NEXT_VERSION' }>;

/** Writes the next version of a plan, in which a milestone links more and asks for more, and publishes it unless it is still being written. */
export async function writeNextVersion({ database, plans, admin }: Scene, { plan, milestone, courses, units, publish }: NextVersion): Promise<void> {
  const planId = plans.get(plan)!;
  const name = seedPlans().find(({ code }) => code === plan)!.milestones.find(({ key }) => key === milestone)!.name;
  const rowVersion = await database.write(admin, async (transaction) => {
    done(plan, await createNextVersion(transaction, admin, planId));
    const { key, items } = (await readDraft(transaction, planId)).definition.milestones.find((each) => each.name === name)!;
    const linked = [...items, ...(await findCourses(transaction, courses)).map((learningObjectId) => ({ learningObjectId, mandatory: false }))];
    for (const edit of [setMilestoneItems(key, linked), updateMilestone(key, { units })]) {
      const { version } = await readDraft(transaction, planId);
      done(plan, await editDraft(transaction, admin, { planId, rowVersion: version.rowVersion }, edit));
    }
    return (await readDraft(transaction, planId)).version.rowVersion;
  });
  if (!publish) return;
  await carryOut(database, admin, publish.changeNote, async (transaction) => {
    const previewed = await previewPublishVersion(transaction, admin, { planId, rowVersion, notify: true, ...publish });
    if (!previewed.ok && 'planProblems' in previewed.problem) throw new Error(`${plan} is not publishable`);
    return previewed as never;
  });
}

async function readDraft(transaction: Transaction, planId: string) {
  const plans = new LearningPlanRepository(transaction);
  const plan = (await plans.find(planId))!;
  return (await plans.readVersion(plan, plan.draftVersionId!))!;
}

async function findCourses(transaction: Transaction, keys: readonly string[]): Promise<string[]> {
  const names = keys.map((key) => seedCourses().find((course) => course.key === key)!.title);
  const rows = await transaction.query<{ id: string }>(
    `SELECT o.id FROM unnest($2::text[]) WITH ORDINALITY AS n (name, place) JOIN learning_object o ON o.organization_id = $1 AND o.kind = 'COURSE' AND o.name = n.name ORDER BY n.place`,
    [transaction.organizationId, names],
  );
  return rows.map(({ id }) => id);
}
