import type { MilestoneDefinition, PlanVersionDefinition } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { createNextVersion } from './create-next-version.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/** What a test changes of a version, as a function of what it is; positions follow from the order. */
export type VersionEdit = (definition: PlanVersionDefinition) => PlanVersionDefinition;

/** Makes the draft of an active plan's next version, edited. */
export async function buildNextVersion(database: Database, admin: Caller, planId: string, edits: readonly VersionEdit[]): Promise<void> {
  await database.write(admin, async (transaction) => {
    const begun = await createNextVersion(transaction, admin, planId);
    if (!begun.ok) throw new Error(`Not begun: ${begun.problem.map(({ code }) => code).join(', ')}`);
    const plans = new LearningPlanRepository(transaction);
    const plan = (await plans.find(planId))!;
    const draft = (await plans.readVersion(plan, plan.draftVersionId!))!;
    const edited = edits.reduce((definition, edit) => edit(definition), draft.definition);
    const milestones = edited.milestones.map((milestone, position) => ({ ...milestone, position }));
    await plans.saveDraft(draft, { ...edited, milestones }, draft.version.rowVersion);
  });
}

/** Adds a milestone of these items, all of which it asks for. */
export const addStep =
  (name: string, items: readonly string[]): VersionEdit =>
  (definition) => ({ ...definition, milestones: [...definition.milestones, newStep(name, items)] });

/** Takes the milestone of a name out. */
export const dropStep =
  (name: string): VersionEdit =>
  (definition) => ({ ...definition, milestones: definition.milestones.filter((milestone) => milestone.name !== name) });

/** Changes the milestone of a name. */
export const changeStep =
  (name: string, change: (milestone: MilestoneDefinition) => MilestoneDefinition): VersionEdit =>
  (definition) => ({ ...definition, milestones: definition.milestones.map((milestone) => (milestone.name === name ? change(milestone) : milestone)) });

/** The items of a milestone in a test, in order. */
export const stepItems = (items: readonly string[]): MilestoneDefinition['items'] => items.map((id, position) => ({ learningObjectId: id as never, position, mandatory: false }));

function newStep(name: string, items: readonly string[]): MilestoneDefinition {
  return {
    key: newId() as never,
    position: 0,
    name,
    description: '',
    metric: 'SESSIONS',
    units: String(items.length) as never,
    creditType: null,
    dueRule: { kind: 'NONE' },
    itemOrderEnforced: false,
    releaseRule: { kind: 'IMMEDIATE' },
    items: stepItems(items),
  };
}
