import type { DueRule, Lookback, PlanPreset } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { createLearningPlan } from './create-learning-plan.ts';
import { editDraft, type DraftEdit } from './edit-draft.ts';
import { addMilestone, setMilestoneItems, type MilestoneChanges } from './edit-milestones.ts';
import { NotPublishable, publishLearningPlan } from './publish-learning-plan.ts';

/** A milestone of a test's plan: what is linked to it, and what else is said of it. */
export interface MilestoneOverrides extends MilestoneChanges {
  readonly items?: readonly (string | { readonly learningObjectId: string; readonly mandatory: boolean })[];
}

/** What a test says of a plan; the rest is made up. */
export interface PlanOverrides {
  readonly name?: string;
  readonly preset?: PlanPreset;
  readonly milestones?: readonly MilestoneOverrides[];
  readonly dueRule?: DueRule;
  readonly lookback?: Lookback;
  readonly milestoneOrderEnforced?: boolean;
  readonly displayUnreleasedSteps?: 'NONE' | 'TITLES' | 'DETAILS';
  /** Default: published. */
  readonly published?: boolean;
}

let counter = 0;

/** A plan of its owner, by default published; answers its id. A milestone's `units` are by default all of its items. */
export async function buildPlan(database: Database, owner: Caller, overrides: PlanOverrides = {}): Promise<string> {
  return database.write(owner, async (transaction) => {
    const name = overrides.name ?? `Plan ${++counter}`;
    const created = unwrap(await createLearningPlan(transaction, owner.actor.id, { name, preset: overrides.preset ?? 'LEARNING_PLAN' }));
    const { dueRule, lookback, milestoneOrderEnforced, displayUnreleasedSteps } = overrides;
    const edits: DraftEdit[] = [
      (definition) => ({
        ok: true,
        value: { ...definition, dueRule: dueRule ?? definition.dueRule, lookback: lookback ?? definition.lookback, milestoneOrderEnforced: milestoneOrderEnforced ?? definition.milestoneOrderEnforced, displayUnreleasedSteps: displayUnreleasedSteps ?? definition.displayUnreleasedSteps },
      }),
      ...(overrides.milestones ?? []).flatMap(milestoneEdits),
    ];
    for (const edit of edits) {
      unwrap(await editDraft(transaction, owner, { planId: created.id, rowVersion: await draftRowVersion(transaction, created.id) }, edit));
    }
    if (overrides.published === false) return created.id;
    return unwrap(await publishLearningPlan(transaction, owner, { planId: created.id, rowVersion: await draftRowVersion(transaction, created.id) })).id;
  });
}

function milestoneEdits({ items = [], ...changes }: MilestoneOverrides, index: number): DraftEdit[] {
  const linked = items.map((item) => (typeof item === 'string' ? { learningObjectId: item, mandatory: false } : item));
  return [
    addMilestone({ name: `Step ${index + 1}`, units: String(Math.max(1, linked.length)), ...changes }),
    (definition) => {
      const added = definition.milestones.at(-1);
      return added ? setMilestoneItems(added.key, linked)(definition) : { ok: true, value: definition };
    },
  ];
}

async function draftRowVersion(transaction: Transaction, planId: string): Promise<number> {
  const [row] = await transaction.query<{ version: number }>(
    `SELECT v.row_version AS version FROM learning_plan p JOIN plan_version v ON v.organization_id = p.organization_id AND v.id = p.draft_version_id
     WHERE p.organization_id = $1 AND p.id = $2`,
    [transaction.organizationId, planId],
  );
  if (!row) throw new Error(`The plan ${planId} has no draft`);
  return row.version;
}

function unwrap<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown }): T {
  if (outcome.ok) return outcome.value;
  const { problem } = outcome;
  throw new Error(`Not built: ${JSON.stringify(problem instanceof NotPublishable ? problem.planProblems : problem)}`);
}
