import { describeList } from '@milepost/domain';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readFilterId, readId } from '../../platform/graphql/scalars.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { peopleScope, planScope, reachesEverybody } from '../access/index.ts';
import { sayAudience } from '../audiences/index.ts';
import { learningPlanLoader, LearningPlanType, presentPlan, readDueRule } from '../learning-plans/index.ts';
import { OperationRow, OperationType, PreviewOperationResult, readOperation } from '../operations/index.ts';
import { Named, Person, personLoader, presentPerson } from '../people/index.ts';
import { assignableLoader, assignmentTargetsLoader, findAssignments, countMembers, type AssignmentRow, type MemberCounts } from './assignment.queries.ts';
import {
  AssignmentAbilities,
  AssignmentActInput,
  AssignmentConnection,
  AssignmentResult,
  AssignmentType,
  EndAssignmentInput,
  MemberCount,
  PreviewAssignmentInput,
} from './assignment.type.ts';
import { inactivateAssignment, nextStates, previewActivation, previewEnding } from './change-assignment.ts';
import { previewAssignment } from './preview-assignment.ts';

@Resolver(() => AssignmentType)
export class AssignmentResolver {
  @Guarded('ASSIGNMENT_READ')
  @Query(() => AssignmentConnection, { description: 'Assignments of the plans that the caller may see, the newest first.' })
  async assignments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('planId', () => ID, { nullable: true, description: 'Of this plan.' }) planId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AssignmentType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['integer']);
    const visible = planScope(context.caller, 'ASSIGNMENT_READ');
    const found = await context.read((transaction) => findAssignments(transaction, visible, { planId: readFilterId(planId) }, page.first, after));
    return toConnection(found, presentAssignment);
  }

  @Guarded('ASSIGNMENT_READ')
  @Query(() => AssignmentType, { nullable: true, description: 'One assignment; null when there is none or the caller may not see its plan.' })
  async assignment(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<AssignmentType | null> {
    const known = readId(id);
    if (!known) return null;
    const visible = planScope(context.caller, 'ASSIGNMENT_READ');
    const { rows } = await context.read((transaction) => findAssignments(transaction, visible, { id: known }, 1));
    return rows[0] ? presentAssignment(rows[0].row) : null;
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, { description: 'Previews giving a plan to an audience; `commitOperation` carries it out.' })
  async previewAssignment(
    @Arg('input', () => PreviewAssignmentInput, { description: 'What, to whom, by when.' }) input: PreviewAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const dueRule = input.dueRule ? readDueRule(input.dueRule) : null;
    const result = await context.mutate('previewAssignment', input, async (transaction) => {
      if (dueRule === undefined) return refuseWith('NOTHING_SELECTED', 'dueRule');
      return previewAssignment(transaction, context.caller, { ...input, dueRule });
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
    return { inactivate: next.includes('INACTIVE'), activate: next.includes('ACTIVE'), end: next.includes('ENDED') };
  }

  @FieldResolver(() => String, { description: 'For whom, as a sentence.' })
  async audienceSentence(@Root() { audience, listName }: AssignmentType, @Ctx() context: RequestContext): Promise<string> {
    return listName === null ? sayAudience(context, audience as never) : describeList(listName, context.locale);
  }

  @FieldResolver(() => [LearningPlanType], { description: 'The plans that it gives.' })
  async plans(@Root() { id }: AssignmentType, @Ctx() context: RequestContext): Promise<LearningPlanType[]> {
    const targets = (await context.load(assignmentTargetsLoader, id)) ?? [];
    const rows = await Promise.all(targets.flatMap(({ planId }) => (planId ? [context.load(learningPlanLoader, planId)] : [])));
    return rows.flatMap((row) => (row ? [presentPlan(row)] : []));
  }

  @FieldResolver(() => [MemberCount], { description: 'Its people by state, those whom the caller may see.' })
  async members(@Root() { id }: AssignmentType, @Ctx() context: RequestContext): Promise<MemberCount[]> {
    return [...((await context.load(memberCountsLoader(context.caller), id)) ?? [])];
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
}

/** Rows of operations concern people; here, behind the people, is where they get to them. */
@Resolver(() => OperationRow)
export class OperationRowResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'The person that the row concerns, if it does.' })
  async person(@Root() { subjectId }: OperationRow, @Ctx() context: RequestContext): Promise<Person | null> {
    const row = await context.load(personLoader, subjectId);
    return row ? presentPerson(row) : null;
  }
}

const memberCountsLoader = defineLoaderFor<Caller, string, MemberCounts>((transaction, ids, caller) =>
  countMembers(transaction, reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ'), ids),
);

function presentAssignment(row: AssignmentRow): AssignmentType {
  return present(AssignmentType, row as unknown as AssignmentType);
}

