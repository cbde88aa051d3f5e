import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { CursorScalar, readFilterId, readId } from '../../platform/graphql/scalars.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { enrollmentScope, peopleScope } from '../access/index.ts';
import { LearningObjectType, learningObjectLoader, presentLearningObject } from '../learning-objects/index.ts';
import { learningPlanLoader, LearningPlanType, presentPlan } from '../learning-plans/index.ts';
import { Person, personLoader, presentPerson } from '../people/index.ts';
import { countTrainingRecords, findTrainingRecords, isPlanType, type TrainingFilter, type TrainingRecordRow, type TrainingScope, type TrainingType } from './training-record.queries.ts';
import { findTopCertifications } from './top-certifications.queries.ts';
import { watchTrainingProgress } from './training-progress.subscription.ts';
import { CertificationCount, TrainingProgressChange, TrainingProgressFilterInput, TrainingRecord, TrainingRecordConnection, TrainingTypeEnum } from './training-record.type.ts';

/** Who takes or has taken what (U4–U7). */
@Resolver(() => TrainingRecord)
export class TrainingProgressResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => TrainingRecordConnection, {
    description: 'Who takes or has taken something, of people whose progress the caller may read: one record for each person and thing, the latest day first. Who has not begun has none.',
  })
  async trainingProgress(
    @Arg('type', () => TrainingTypeEnum, { description: 'Of what kind.' }) type: TrainingTypeEnum,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TrainingProgressFilterInput, { nullable: true, description: 'Which.' }) filter: TrainingProgressFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TrainingRecord>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['day', 'id', 'id']);
    const found = await context.read((transaction) => findTrainingRecords(transaction, type, scopeOf(context.caller, type), readTrainingFilter(filter), page.first, after));
    return toConnection(found, presentRecord);
  }

  @Guarded('PROGRESS_READ')
  @Query(() => Int, { description: 'How many such records there are: exact up to 10,000; 10,001 says that there are more.' })
  trainingProgressCount(
    @Arg('type', () => TrainingTypeEnum, { description: 'Of what kind.' }) type: TrainingTypeEnum,
    @Arg('filter', () => TrainingProgressFilterInput, { nullable: true, description: 'Which.' }) filter: TrainingProgressFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return context.read((transaction) => countTrainingRecords(transaction, type, scopeOf(context.caller, type), readTrainingFilter(filter)));
  }

  @Guarded('PROGRESS_READ')
  @Query(() => [CertificationCount], { description: 'The certifications that most people of a partner account have completed, those with most of them first; of people whose progress the caller may read.' })
  async topCertifications(
    @Arg('partnerAccountId', () => ID, { description: 'The partner account.' }) partnerAccountId: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many at most, 1 to 100.' }) first: number,
    @Ctx() context: RequestContext,
  ): Promise<CertificationCount[]> {
    checkPageSize(first);
    const known = readId(partnerAccountId);
    if (!known) return [];
    const found = await context.read((transaction) => findTopCertifications(transaction, known, scopeOf(context.caller, 'CERTIFICATION'), first));
    return found.map((row) => present(CertificationCount, row));
  }

  @Guarded('PROGRESS_READ')
  @Subscription(() => TrainingProgressChange, {
    description: 'What changes in such a list, of people whose progress the caller may read. With `after` first what changed since. What came together is told together.',
    subscribe: ({ args, context }) => {
      const { type, filter, after } = args as { type: TrainingTypeEnum; filter: TrainingProgressFilterInput | null; after: string | null };
      const { caller } = context as RequestContext;
      return watchTrainingProgress(context as RequestContext, type, scopeOf(caller, type), readTrainingFilter(filter), after);
    },
  })
  trainingProgressChanged(
    @Root() change: TrainingProgressChange,
    @Arg('type', () => TrainingTypeEnum, { description: 'Of what kind.' }) _type: TrainingTypeEnum,
    @Arg('filter', () => TrainingProgressFilterInput, { nullable: true, description: 'Which.' }) _filter: TrainingProgressFilterInput | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The last cursor seen.' }) _after: string | null,
  ): TrainingProgressChange {
    return change;
  }

  @FieldResolver(() => Person, { description: 'Who.' })
  async person(@Root() { personId }: TrainingRecord, @Ctx() context: RequestContext): Promise<Person> {
    return presentPerson((await context.load(personLoader, personId))!);
  }

  @FieldResolver(() => LearningObjectType, { nullable: true, description: 'The content; null for a plan.' })
  async learningObject(@Root() { learningObjectId }: TrainingRecord, @Ctx() context: RequestContext): Promise<LearningObjectType | null> {
    const row = learningObjectId ? await context.load(learningObjectLoader, learningObjectId) : undefined;
    return row ? presentLearningObject(row) : null;
  }

  @FieldResolver(() => LearningPlanType, { nullable: true, description: 'The plan; null for content.' })
  async plan(@Root() { planId }: TrainingRecord, @Ctx() context: RequestContext): Promise<LearningPlanType | null> {
    const row = planId ? await context.load(learningPlanLoader, planId) : undefined;
    return row ? presentPlan(row) : null;
  }
}

function scopeOf(caller: Caller, type: TrainingType): TrainingScope {
  if (isPlanType(type)) return { people: peopleScope(caller, 'PROGRESS_READ'), records: enrollmentScope(caller, 'PROGRESS_READ') };
  const people = peopleScope(caller, 'PROGRESS_READ', null);
  return { people, records: people };
}

/** The filter as it is asked, with ids that can be asked for. */
export function readTrainingFilter(filter: TrainingProgressFilterInput | null): TrainingFilter {
  return {
    ...filter,
    itemId: readFilterId(filter?.itemId),
    personId: readFilterId(filter?.personId),
    partnerAccountId: readFilterId(filter?.partnerAccountId),
    departmentId: readFilterId(filter?.departmentId),
  };
}

function presentRecord({ personId, learningObjectId, planId, state, onDate, origin, recordedAt, progress }: TrainingRecordRow): TrainingRecord {
  const isComplete = state === 'COMPLETED';
  return present(TrainingRecord, {
    id: `${personId}:${learningObjectId ?? planId}`,
    state: state as never,
    progress,
    completedOn: isComplete ? onDate : null,
    startedOn: isComplete ? null : onDate,
    origin: origin as never,
    recordedAt,
    personId,
    learningObjectId,
    planId,
  });
}
