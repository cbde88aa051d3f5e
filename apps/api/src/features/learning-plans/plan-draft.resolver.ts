import { aLookback, aReleaseRule, isUuid, lengthBeyond, PLAN_LIMITS, readJson, succeed } from '@milepost/domain';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { readContentInfo } from '../learning-objects/index.ts';
import { deleteLearningPlan } from './delete-learning-plan.ts';
import { readDueRule } from './due-rule.inputs.ts';
import { editBasics } from './edit-basics.ts';
import { editDraft, type DraftEdit } from './edit-draft.ts';
import { addMilestone, moveMilestone, removeMilestone, setMilestoneItems, updateMilestone, type MilestoneChanges } from './edit-milestones.ts';
import {
  AddMilestoneInput,
  DeleteLearningPlanInput,
  type MilestoneInput,
  MoveMilestoneInput,
  RemoveMilestoneInput,
  SetMilestoneItemsInput,
  UpdateMilestoneInput,
  UpdatePlanBasicsInput,
} from './learning-plan.inputs.ts';
import { answerPlan } from './learning-plan.resolver.ts';
import { isCoverFile } from './plan-file.queries.ts';
import { DeleteLearningPlanResult, LearningPlanDeleted, LearningPlanResult } from './learning-plan.type.ts';

/** Edits of a draft. Each takes the `rowVersion` that was read and gives the plan as it is now. */
@Resolver()
export class PlanDraftResolver {
  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Changes the basics of a draft.' })
  updatePlanBasics(
    @Arg('input', () => UpdatePlanBasicsInput, { description: 'What changes.' }) input: UpdatePlanBasicsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    return edit(context, 'updatePlanBasics', input, withBasics(input), (transaction) => checkCover(transaction, input.cover?.fileId));
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => DeleteLearningPlanResult, { description: 'Deletes a plan that was never published; what was published is archived.' })
  async deleteLearningPlan(
    @Arg('input', () => DeleteLearningPlanInput, { description: 'Which draft.' }) input: DeleteLearningPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DeleteLearningPlanResult> {
    const planId = readId(input.planId);
    if (!planId) return answer(context, refuseWith('NOT_FOUND'), () => present(LearningPlanDeleted, { planId: input.planId }));
    const result = await context.mutate('deleteLearningPlan', input, (transaction) => deleteLearningPlan(transaction, context.caller, { planId, rowVersion: input.rowVersion }));
    return answer(context, result, ({ id }) => present(LearningPlanDeleted, { planId: id }));
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Adds a milestone, or brings one back that was removed from the draft.' })
  addMilestone(
    @Arg('input', () => AddMilestoneInput, { description: 'What it is.' }) input: AddMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    return edit(context, 'addMilestone', input, withMilestone(input.milestone, (changes) => addMilestone(changes, { key: input.milestoneKey, position: input.position, items: input.items })), (transaction) =>
      checkItems(transaction, input.items?.map((item) => item.learningObjectId) ?? []),
    );
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Changes a milestone.' })
  updateMilestone(
    @Arg('input', () => UpdateMilestoneInput, { description: 'What changes.' }) input: UpdateMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    return edit(context, 'updateMilestone', input, withMilestone(input.milestone, (changes) => updateMilestone(input.milestoneKey, changes)));
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Takes a milestone out of the draft.' })
  removeMilestone(
    @Arg('input', () => RemoveMilestoneInput, { description: 'Which.' }) input: RemoveMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    return edit(context, 'removeMilestone', input, removeMilestone(input.milestoneKey));
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Moves a milestone.' })
  moveMilestone(
    @Arg('input', () => MoveMilestoneInput, { description: 'Where to.' }) input: MoveMilestoneInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    return edit(context, 'moveMilestone', input, moveMilestone(input.milestoneKey, input.position));
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Sets everything that is linked to a milestone, in order.' })
  setMilestoneItems(
    @Arg('input', () => SetMilestoneItemsInput, { description: 'What.' }) input: SetMilestoneItemsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    return edit(context, 'setMilestoneItems', input, setMilestoneItems(input.milestoneKey, input.items), (transaction) =>
      checkItems(
        transaction,
        input.items.map((item) => item.learningObjectId),
      ),
    );
  }
}

type DraftMutation = { readonly planId: string; readonly rowVersion: number; readonly clientMutationId?: string | null };

async function edit(
  context: RequestContext,
  act: string,
  input: DraftMutation,
  change: DraftEdit,
  check: (transaction: Transaction) => Promise<Outcome<true>> = async () => succeed(true),
): Promise<typeof LearningPlanResult> {
  const planId = readId(input.planId);
  if (!planId) return answerPlan(context, refuseWith('NOT_FOUND'));
  const result = await context.mutate(act, input, async (transaction) => {
    const checked = await check(transaction);
    return checked.ok ? editDraft(transaction, context.caller, { planId, rowVersion: input.rowVersion }, change) : checked;
  });
  return answerPlan(context, result);
}

function withBasics(input: UpdatePlanBasicsInput): DraftEdit {
  return (definition) => {
    const dueRule = input.dueRule ? readDueRule(input.dueRule) : undefined;
    if (input.dueRule && !dueRule) return refuseWith('NOTHING_SELECTED', 'dueRule');
    const read = input.lookback == null ? undefined : readJson(input.lookback, aLookback);
    if (read && !read.ok) return refuseWith('NOTHING_SELECTED', 'lookback');
    return editBasics({ ...input, cover: input.cover as never, startsAt: input.startsAt as never, endsAt: input.endsAt as never, dueRule, lookback: read?.value })(definition);
  };
}

function withMilestone(input: MilestoneInput, make: (changes: MilestoneChanges) => DraftEdit): DraftEdit {
  return (definition) => {
    const dueRule = input.dueRule ? readDueRule(input.dueRule) : undefined;
    if (input.dueRule && !dueRule) return refuseWith('NOTHING_SELECTED', 'milestone.dueRule');
    const read = input.releaseRule === undefined || input.releaseRule === null ? undefined : readJson(input.releaseRule, aReleaseRule);
    if (read && !read.ok) return refuseWith('NOTHING_SELECTED', 'milestone.releaseRule');
    const releaseRule = read?.value;
    const limit = PLAN_LIMITS.milestoneName;
    if (lengthBeyond(input.name ?? '', limit)) return refuseWith('TOO_LONG', { limit }, 'milestone.name');
    return make({ ...input, dueRule, releaseRule })(definition);
  };
}

async function checkCover(transaction: Transaction, fileId: string | undefined): Promise<Outcome<true>> {
  return fileId === undefined || (isUuid(fileId) && (await isCoverFile(transaction, fileId))) ? succeed(true) : refuseWith('UNKNOWN_FILE', 'cover');
}

async function checkItems(transaction: Transaction, ids: readonly string[]): Promise<Outcome<true>> {
  if (!ids.every(isUuid)) return refuseWith('UNKNOWN_LEARNING_OBJECT', 'items');
  const known = await readContentInfo(transaction, ids);
  return known.size === new Set(ids).size ? succeed(true) : refuseWith('UNKNOWN_LEARNING_OBJECT', 'items');
}
