import { describeList, type AssignmentTarget } from '@milepost/domain';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readFilterId, readId } from '../../platform/graphql/scalars.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { peopleScope, reachesEverybody } from '../access/index.ts';
import { sayAudience } from '../audiences/index.ts';
import { learningPlanLoader, LearningPlanType, presentPlan, readDueRule } from '../learning-plans/index.ts';
import { OperationRow, OperationTargetCounts, OperationType, PreviewOperationResult, readOperation } from '../operations/index.ts';
import { Named, Person, personLoader, presentPerson } from '../people/index.ts';
import { assignableLoader, assignmentTargetsLoader, findAssignments, countMembers, countPeople, countProgress, targetLoader, type AssignmentRow, type MemberCounts, type MemberProgress, type TargetRow } from './assignment.queries.ts';
import {
  AssignmentAbilities,
  AssignmentActInput,
  AssignmentConnection,
  AssignmentFilterInput,
  AssignmentProgress,
  AssignmentResult,
  type AssignmentTargetInput,
  AssignmentTargetType,
  AssignmentType,
  EndAssignmentInput,
  MemberCount,
  PreviewAssignmentInput,
  RescheduleAssignmentInput,
} from './assignment.type.ts';
import { cancelAssignment, inactivateAssignment, nextStates, previewActivation, previewEnding, rescheduleAssignment } from './change-assignment.ts';
import { seenAssignments } from './assignment-scope.queries.ts';
import { findEnding } from './end-assignment.ts';
import { findAssignable, mostAssignable } from './find-assignable.ts';
import { previewAssignment } from './preview-assignment.ts';

@Resolver(() => AssignmentType)
export class AssignmentResolver {
  @Guarded('ASSIGNMENT_READ')
  @Query(() => AssignmentConnection, { description: 'Assignments of what the caller may see, the newest first.' })
  async assignments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('planId', () => ID, { nullable: true, description: 'Of this plan.' }) planId: string | null,
    @Arg('learningObjectId', () => ID, { nullable: true, description: 'Of this content, given by itself.' }) learningObjectId: string | null,
    @Arg('filter', () => AssignmentFilterInput, { nullable: true, description: 'Which.' }) filter: AssignmentFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AssignmentType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['integer']);
    const visible = seenAssignments(context.caller, readFilterId(planId) ?? readFilterId(learningObjectId));
    const found = await context.read((transaction) => findAssignments(transaction, visible, filter ?? {}, page.first, after));
    return toConnection(found, presentAssignment);
  }

  @Guarded('ASSIGNMENT_READ')
  @Query(() => AssignmentType, { nullable: true, description: 'One assignment; null when there is none or the caller may not see what it gives.' })
  async assignment(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<AssignmentType | null> {
    const known = readId(id);
    if (!known) return null;
    const visible = seenAssignments(context.caller);
    const { rows } = await context.read((transaction) => findAssignments(transaction, visible, { id: known }, 1));
    return rows[0] ? presentAssignment(rows[0].row) : null;
  }

  @Guarded('PLAN_ASSIGN')
  @Query(() => [AssignmentTargetType], {
    description: `What the caller may assign to somebody at least, and can at present: plans before content, of each the first ${mostAssignable}.`,
  })
  async assignableTargets(
    @Arg('search', () => String, { nullable: true, description: 'Part of the name, or of the code of a plan.' }) search: string | null,
    @Ctx() context: RequestContext,
  ): Promise<AssignmentTargetType[]> {
    const found = await context.read((transaction) => findAssignable(transaction, context.caller, search));
    return found.map(presentTarget);
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, { description: 'Previews giving plans and content to an audience; `commitOperation` carries it out.' })
  async previewAssignment(
    @Arg('input', () => PreviewAssignmentInput, { description: 'What, to whom, by when.' }) input: PreviewAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const dueRule = input.dueRule ? readDueRule(input.dueRule) : null;
    const result = await context.mutate('previewAssignment', input, async (transaction) => {
      if (dueRule === undefined) return refuseWith('NOTHING_SELECTED', 'dueRule');
      const targets = readTargetInputs(input.targets);
      if (targets === undefined) return refuseWith('NOTHING_SELECTED', 'targets');
      return previewAssignment(transaction, context.caller, { ...input, dueRule, targets });
    });
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => AssignmentResult, { description: 'Stops a dynamic assignment for the time being: nobody joins or leaves it, and everybody has what they have.' })
  async inactivateAssignment(
    @Arg('input', () => AssignmentActInput, { description: 'Which.' }) input: AssignmentActInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AssignmentResult> {
    const result = await context.mutate('inactivateAssignment', input, (transaction) => inactivateAssignment(transaction, context.caller, input.assignmentId));
    return answer(context, result, async ({ id }) => (await this.assignment(id, context))!);
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => AssignmentResult, { description: 'Gives up an assignment whose time has not come: nobody gets anything by it.' })
  async cancelAssignment(
    @Arg('input', () => AssignmentActInput, { description: 'Which.' }) input: AssignmentActInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AssignmentResult> {
    const result = await context.mutate('cancelAssignment', input, (transaction) => cancelAssignment(transaction, context.caller, input.assignmentId));
    return answer(context, result, async ({ id }) => (await this.assignment(id, context))!);
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => AssignmentResult, { description: 'Gives an assignment whose time has not come another one.' })
  async rescheduleAssignment(
    @Arg('input', () => RescheduleAssignmentInput, { description: 'Which, and when.' }) input: RescheduleAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AssignmentResult> {
    const result = await context.mutate('rescheduleAssignment', input, (transaction) =>
      rescheduleAssignment(transaction, context.caller, input.assignmentId, new Date(input.startsAt)),
    );
    return answer(context, result, async ({ id }) => (await this.assignment(id, context))!);
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, { description: 'Previews putting an assignment into force again: who has joined or left meanwhile; `commitOperation` does it.' })
  async previewActivateAssignment(
    @Arg('input', () => AssignmentActInput, { description: 'Which.' }) input: AssignmentActInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewActivateAssignment', input, (transaction) => previewActivation(transaction, context.caller, input.assignmentId));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, { description: 'Previews ending an assignment: nobody joins any more; `commitOperation` does it.' })
  async previewEndAssignment(
    @Arg('input', () => EndAssignmentInput, { description: 'Which, and what becomes of its people.' }) input: EndAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewEndAssignment', input, (transaction) =>
      previewEnding(transaction, context.caller, input.assignmentId, input.people),
    );
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @FieldResolver(() => AssignmentAbilities, { description: 'What the caller may do with it.' })
  async viewerCan(@Root() { id, state, mode }: AssignmentType, @Ctx() context: RequestContext): Promise<AssignmentAbilities> {
    const next = (await context.load(assignableLoader(context.caller), id)) ? nextStates({ state, mode }) : [];
    return { inactivate: next.includes('INACTIVE'), activate: next.includes('ACTIVE'), end: next.includes('ENDED'), cancel: next.includes('CANCELLED') };
  }

  @FieldResolver(() => String, { description: 'For whom, as a sentence.' })
  async audienceSentence(@Root() { audience, listName }: AssignmentType, @Ctx() context: RequestContext): Promise<string> {
    return listName === null ? sayAudience(context, audience as never) : describeList(listName, context.locale);
  }

  @FieldResolver(() => [LearningPlanType], { description: 'The plans that it gives.' })
  async plans(@Root() { id }: AssignmentType, @Ctx() context: RequestContext): Promise<LearningPlanType[]> {
    const targets = (await context.load(assignmentTargetsLoader, id)) ?? [];
    const rows = await Promise.all(targets.flatMap(({ id: targetId, kind }) => (kind === 'PLAN' ? [context.load(learningPlanLoader, targetId)] : [])));
    return rows.flatMap((row) => (row ? [presentPlan(row)] : []));
  }

  @FieldResolver(() => [AssignmentTargetType], { description: 'What it gives, plans before content.' })
  async targets(@Root() { id }: AssignmentType, @Ctx() context: RequestContext): Promise<AssignmentTargetType[]> {
    return ((await context.load(assignmentTargetsLoader, id)) ?? []).map(presentTarget);
  }

  @FieldResolver(() => Int, { description: 'How many people it concerns, each once however much they get; those whom the caller may see.' })
  async people(@Root() { id }: AssignmentType, @Ctx() context: RequestContext): Promise<number> {
    const counts = (await context.load(memberCountsLoader(context.caller), id)) ?? [];
    const isOfOne = new Set(counts.map(({ targetId }) => targetId)).size <= 1;
    return isOfOne ? counts.reduce((sum, { people }) => sum + people, 0) : ((await context.load(peopleCountsLoader(context.caller), id)) ?? 0);
  }

  @FieldResolver(() => [MemberCount], { description: 'Its people by what they get and by state, those whom the caller may see.' })
  async members(@Root() { id }: AssignmentType, @Ctx() context: RequestContext): Promise<MemberCount[]> {
    return [...((await context.load(memberCountsLoader(context.caller), id)) ?? [])];
  }

  @FieldResolver(() => [AssignmentProgress], { description: 'How far those are who have something by it, those whom the caller may see.' })
  async progress(@Root() { id }: AssignmentType, @Ctx() context: RequestContext): Promise<AssignmentProgress[]> {
    return [...((await context.load(memberProgressLoader(context.caller), id)) ?? [])] as AssignmentProgress[];
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who made it.' })
  async madeBy(@Root() { createdBy }: AssignmentType, @Ctx() context: RequestContext): Promise<Named | null> {
    const person = createdBy ? await context.load(personLoader, createdBy) : undefined;
    return person ? { id: person.id, name: person.displayName } : null;
  }

  @FieldResolver(() => OperationType, { nullable: true, description: 'The bulk act that applied it.' })
  operation(@Root() { operationId }: AssignmentType, @Ctx() context: RequestContext): Promise<OperationType | null> {
    return operationId ? readOperation(context, operationId) : Promise.resolve(null);
  }

  @FieldResolver(() => OperationType, { nullable: true, description: 'The bulk act that ended it, to see what became of whom and, for 72 hours, to take it back.' })
  async endedBy(@Root() { id, state }: AssignmentType, @Ctx() context: RequestContext): Promise<OperationType | null> {
    const ending = state === 'ENDED' ? await context.read((transaction) => findEnding(transaction, id)) : undefined;
    return ending ? readOperation(context, ending) : null;
  }
}

/** Rows of operations concern people, and what is given to them; here, behind both, is where they get to them. */
@Resolver(() => OperationRow)
export class OperationRowResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'The person that the row concerns, if it does.' })
  async person(@Root() { subjectId }: OperationRow, @Ctx() context: RequestContext): Promise<Person | null> {
    const row = await context.load(personLoader, subjectId);
    return row ? presentPerson(row) : null;
  }

  @FieldResolver(() => AssignmentTargetType, { nullable: true, description: 'What the row is about beside its person, such as the plan that is given; null: nothing in particular.' })
  target(@Root() { targetId }: OperationRow, @Ctx() context: RequestContext): Promise<AssignmentTargetType | null> {
    return loadTarget(context, targetId);
  }
}

/** What the counts of a bulk act are about, where they are told thing by thing. */
@Resolver(() => OperationTargetCounts)
export class OperationTargetCountsResolver {
  @FieldResolver(() => AssignmentTargetType, { nullable: true, description: 'What it is.' })
  target(@Root() { targetId }: OperationTargetCounts, @Ctx() context: RequestContext): Promise<AssignmentTargetType | null> {
    return loadTarget(context, targetId);
  }
}

async function loadTarget(context: RequestContext, id: string | null): Promise<AssignmentTargetType | null> {
  const row = id ? await context.load(targetLoader, id) : undefined;
  return row ? presentTarget(row) : null;
}

function presentTarget(row: TargetRow): AssignmentTargetType {
  return present(AssignmentTargetType, row as unknown as AssignmentTargetType);
}

/** Targets as callers give them; undefined when one of them names nothing, or two things. */
function readTargetInputs(inputs: readonly AssignmentTargetInput[] | null | undefined): AssignmentTarget[] | null | undefined {
  if (!inputs) return null;
  if (!inputs.every(({ planId, learningObjectId }) => Boolean(planId) !== Boolean(learningObjectId))) return undefined;
  return inputs.map(({ planId, learningObjectId }) =>
    planId ? { kind: 'PLAN', planId: planId as never } : { kind: 'LEARNING_OBJECT', learningObjectId: learningObjectId as never },
  );
}

const peopleCountsLoader = defineLoaderFor<Caller, string, number>((transaction, ids, caller) =>
  countPeople(transaction, reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ'), ids),
);

const memberProgressLoader = defineLoaderFor<Caller, string, MemberProgress>((transaction, ids, caller) =>
  countProgress(transaction, reachesEverybody(caller, 'PROGRESS_READ') ? undefined : peopleScope(caller, 'PROGRESS_READ'), ids),
);

const memberCountsLoader = defineLoaderFor<Caller, string, MemberCounts>((transaction, ids, caller) =>
  countMembers(transaction, reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ'), ids),
);

function presentAssignment(row: AssignmentRow): AssignmentType {
  return present(AssignmentType, row as unknown as AssignmentType);
}

