import { newPlanVersion, type MilestoneDefinition, type PlanVersionDefinition } from '@milepost/domain';
import { createLearningPlan, LearningPlanRepository, publishLearningPlan } from '../features/learning-plans/index.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { SeedCourseIds } from './load-content.ts';
import { seedPlans, type SeedPlan } from './seed-data.ts';
import type { SeedNames } from './seed-names.ts';
import { storeCover } from './store-cover.ts';

/** Plan code → id. */
export type SeedPlanIds = ReadonlyMap<string, string>;

/** Writes and publishes the plans of the demonstration. */
export async function loadPlans(database: Database, files: FileStore, organizationId: string, names: SeedNames, courses: SeedCourseIds): Promise<SeedPlanIds> {
  const ids = new Map<string, string>();
  for (const plan of seedPlans()) {
    const ownerId = names.personId(plan.owner);
    const id = await database.write({ organizationId, actor: { kind: 'PERSON', id: ownerId } }, (transaction) =>
      loadPlan(transaction, files, plan, ownerId, names, courses),
    );
    ids.set(plan.code, id);
  }
  return ids;
}

async function loadPlan(transaction: Transaction, files: FileStore, plan: SeedPlan, ownerId: string, names: SeedNames, courses: SeedCourseIds): Promise<string> {
  const created = await createLearningPlan(transaction, ownerId, { name: plan.name, preset: plan.preset });
  if (!created.ok) throw new Error(`${plan.code}: ${created.problem[0]!.code}`);
  const { id } = created.value;
  await transaction.query(
    'UPDATE learning_plan SET code = $3, visible_range = $4, display_on_front_end = $5, show_add_to_my_plans = $6, collaboration_allowed = true WHERE organization_id = $1 AND id = $2',
    [transaction.organizationId, id, plan.code, plan.visibleRange ? JSON.stringify(names.audience(plan.visibleRange)) : null, plan.displayOnFrontEnd, plan.showAddToMyPlans],
  );
  const plans = new LearningPlanRepository(transaction);
  const entity = (await plans.lock(id))!;
  const draft = (await plans.readVersion(entity, entity.draftVersionId!))!;
  const definition = { ...definitionOf(plan, courses), cover: await storeCover(transaction, files, plan.code, ownerId) };
  await plans.saveDraft(draft, definition, draft.version.rowVersion);
  const viewer = { kind: 'PERSON', personId: ownerId, grants: [{ role: 'PLAN_ADMIN', rights: [], scope: { kind: 'ORGANIZATION' } }], managersMayAssign: false };
  const published = await publishLearningPlan(transaction, { viewer } as unknown as Caller, { planId: id, rowVersion: draft.version.rowVersion + 1 });
  if (!published.ok) throw new Error(`${plan.code} is not published: ${JSON.stringify(published.problem)}`);
  return id;
}

function definitionOf(plan: SeedPlan, courses: SeedCourseIds): PlanVersionDefinition {
  return {
    ...newPlanVersion(plan.preset, plan.name),
    description: plan.description,
    dueRule: (plan.dueRule ?? null) as never,
    registrationType: plan.registrationType,
    milestoneOrderEnforced: plan.milestoneOrderEnforced,
    displayUnreleasedSteps: plan.displayUnreleasedSteps,
    milestones: plan.milestones.map(
      (milestone, position): MilestoneDefinition => ({
        key: newId() as never,
        position,
        name: milestone.name,
        description: milestone.description,
        metric: milestone.metric,
        units: (milestone.units ?? null) as never,
        creditType: milestone.creditType ?? null,
        dueRule: (milestone.dueRule ?? { kind: 'NONE' }) as never,
        itemOrderEnforced: milestone.itemOrderEnforced ?? false,
        releaseRule: (milestone.releaseRule ?? { kind: 'IMMEDIATE' }) as never,
        items: milestone.items.map((item, place) => ({ learningObjectId: courses.get(item.course)! as never, position: place, mandatory: item.mandatory })),
      }),
    ),
  };
}
