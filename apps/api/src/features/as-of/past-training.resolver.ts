import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readFilterId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { peopleScope } from '../access/index.ts';
import { learningObjectLoader } from '../learning-objects/index.ts';
import { Department, departmentLoader, Named, Person, personLoader, presentPerson } from '../people/index.ts';
import { readTrainingFilter, TrainingTypeEnum } from '../training-progress/index.ts';
import { readPoints, type PastPoint } from './as-of.ts';
import { AsOfInput } from './as-of.type.ts';
import { countPastTraining, findPastTraining, type ContentType, type PastTrainingFilter, type PastTrainingRow } from './past-training.queries.ts';
import { PastTrainingConnection, PastTrainingFilterInput, PastTrainingRecord } from './past-training.type.ts';

/** Training progress of any day, as it was known then or is known today (ambition 5; decision 0050). */
@Resolver(() => PastTrainingRecord)
export class PastTrainingResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => PastTrainingConnection, {
    description: 'Who had completed or begun which content by the end of a day, of people whose progress the caller may read, the latest day first. Departments and groups are those of then. Of plans ask `pastStandings`.',
  })
  async pastTraining(
    @Arg('type', () => TrainingTypeEnum, { description: 'MODULE, COURSE or ACTIVITY.' }) type: TrainingTypeEnum,
    @Arg('asOf', () => AsOfInput, { description: 'When.' }) asOf: AsOfInput,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PastTrainingFilterInput, { nullable: true, description: 'Which.' }) filter: PastTrainingFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PastTrainingRecord>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['day', 'id', 'id']);
    const kind = readContentType(type);
    return context.read(async (transaction) => {
      const [point] = (await readPoints(transaction, [asOf])) as [PastPoint];
      return toConnection(await findPastTraining(transaction, kind, point, peopleScope(context.caller, 'PROGRESS_READ', null), readFilter(filter), page.first, after), presentRecord);
    });
  }

  @Guarded('PROGRESS_READ')
  @Query(() => Int, { description: 'How many such records there were: exact up to 10,000; 10,001 says that there were more.' })
  async pastTrainingCount(
    @Arg('type', () => TrainingTypeEnum, { description: 'MODULE, COURSE or ACTIVITY.' }) type: TrainingTypeEnum,
    @Arg('asOf', () => AsOfInput, { description: 'When.' }) asOf: AsOfInput,
    @Arg('filter', () => PastTrainingFilterInput, { nullable: true, description: 'Which.' }) filter: PastTrainingFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const kind = readContentType(type);
    return context.read(async (transaction) => {
      const [point] = (await readPoints(transaction, [asOf])) as [PastPoint];
      return countPastTraining(transaction, kind, point, peopleScope(context.caller, 'PROGRESS_READ', null), readFilter(filter));
    });
  }

  @FieldResolver(() => Person, { description: 'Who; as they are today.' })
  async person(@Root() { personId }: PastTrainingRecord, @Ctx() context: RequestContext): Promise<Person> {
    return presentPerson((await context.load(personLoader, personId))!);
  }

  @FieldResolver(() => Department, { nullable: true, description: 'The department in which they were then, by its name and place of today.' })
  async department(@Root() { departmentId }: PastTrainingRecord, @Ctx() context: RequestContext): Promise<Department | null> {
    return departmentId ? (((await context.load(departmentLoader, departmentId)) as Department | undefined) ?? null) : null;
  }

  @FieldResolver(() => Named, { description: 'The content, by its name of today.' })
  async learningObject(@Root() { learningObjectId }: PastTrainingRecord, @Ctx() context: RequestContext): Promise<Named> {
    const row = await context.load(learningObjectLoader, learningObjectId);
    return present(Named, { id: row!.id, name: row!.name });
  }
}

function readContentType(type: TrainingTypeEnum): ContentType {
  if (type === TrainingTypeEnum.PLAN || type === TrainingTypeEnum.CERTIFICATION) {
    throw new GraphQLError('Ask `pastStandings` of plans and certifications: they have a history of their own.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return type;
}

function readFilter(filter: PastTrainingFilterInput | null): PastTrainingFilter {
  return { ...readTrainingFilter(filter), groupId: readFilterId(filter?.groupId) };
}

function presentRecord({ key, subject, state, onDate, origin, ...row }: PastTrainingRow): PastTrainingRecord {
  const isComplete = state === 'COMPLETED';
  return present(PastTrainingRecord, {
    ...row,
    id: `${key}:${subject}`,
    learningObjectId: subject,
    state: state as never,
    completedOn: isComplete ? onDate : null,
    startedOn: isComplete ? null : onDate,
    origin: origin as never,
  });
}
