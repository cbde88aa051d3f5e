import { toPlanFile, type PlanVersionDefinition } from '@milepost/domain';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { JsonScalar, readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { type LearningObjectKindEnum, readContentInfo } from '../learning-objects/index.ts';
import { duplicateLearningPlan } from './duplicate-learning-plan.ts';
import { importPlanFile, understandPlanFile, type UnderstoodPlanFile } from './import-plan-file.ts';
import { answerPlan, ownerOf } from './learning-plan.resolver.ts';
import { LearningPlanResult, PlanPresetEnum, PlanVersion } from './learning-plan.type.ts';
import { hashOfCover } from './plan-file.queries.ts';
import { DuplicateLearningPlanInput, ImportPlanFileInput, PlanFileItemReading, PlanFileMatchEnum, PlanFileReading, PlanFileReadingResult } from './plan-copies.type.ts';

/** Plans made after others: copies of plans here, and plans from files (L33, ambition 18). */
@Resolver(() => PlanVersion)
export class PlanCopiesResolver {
  @Guarded('PLAN_CREATE')
  @Mutation(() => LearningPlanResult, { description: 'Makes a plan of the caller’s own after another one, as a draft.' })
  async duplicateLearningPlan(
    @Arg('input', () => DuplicateLearningPlanInput, { description: 'Which, and how much of it.' }) input: DuplicateLearningPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const planId = readId(input.planId);
    if (!planId) return answerPlan(context, refuseWith('NOT_FOUND'));
    const { name, depth } = input;
    const ownerId = ownerOf(context);
    return answerPlan(context, await context.mutate('duplicateLearningPlan', input, (transaction) => duplicateLearningPlan(transaction, context.caller, { planId, ownerId, name, depth })));
  }

  @Guarded('PLAN_CREATE')
  @Query(() => PlanFileReadingResult, { description: 'Reads a plan file: what it says, and what of that is here. Changes nothing.' })
  async readPlanFile(
    @Arg('file', () => JsonScalar, { description: 'The content of the file, as JSON.' }) file: unknown,
    @Ctx() context: RequestContext,
  ): Promise<typeof PlanFileReadingResult> {
    return answer(context, await context.read((transaction) => understandPlanFile(transaction, file)), presentReading);
  }

  @Guarded('PLAN_CREATE')
  @Mutation(() => LearningPlanResult, { description: 'Makes a plan of the caller’s own from a plan file, as a draft.' })
  async importPlanFile(
    @Arg('input', () => ImportPlanFileInput, { description: 'The file.' }) input: ImportPlanFileInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const { file: json, name = null, leaveOut } = input;
    const ownerId = ownerOf(context);
    return answerPlan(context, await context.mutate('importPlanFile', input, (transaction) => importPlanFile(transaction, { json, ownerId, name, leaveOut })));
  }

  @FieldResolver(() => JsonScalar, { description: 'This version as a plan file: the same for the same content, so that two can be compared; read again by `importPlanFile`.' })
  async file(@Root() version: PlanVersion, @Ctx() context: RequestContext): Promise<unknown> {
    const plan = version as unknown as PlanVersionDefinition;
    const ids = plan.milestones.flatMap((milestone) => milestone.items.map((item) => item.learningObjectId));
    return context.read(async (transaction) => toPlanFile(plan, await readContentInfo(transaction, ids), await hashOfCover(transaction, plan.cover?.fileId)));
  }
}

function presentReading({ file, items, coverFileId }: UnderstoodPlanFile): PlanFileReading {
  const othersThanById = file.milestones.flatMap((milestone) =>
    milestone.items.flatMap((item) => {
      const { match, id } = items.get(item)!;
      if (match === 'BY_ID') return [];
      const { kind, name } = item;
      return [present(PlanFileItemReading, { milestoneKey: milestone.key, milestoneName: milestone.name, kind: kind as LearningObjectKindEnum, name, match: PlanFileMatchEnum[match], learningObjectId: id })];
    }),
  );
  return present(PlanFileReading, { name: file.name, preset: PlanPresetEnum[file.preset], milestones: file.milestones.length, items: items.size, othersThanById, coverIsMissing: file.cover !== null && coverFileId === null });
}
