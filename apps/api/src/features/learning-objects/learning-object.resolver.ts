import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import {
  courseModulesLoader,
  creditLinesLoader,
  findLearningObjects,
  learningObjectLoader,
  readLearningObjectFacets,
  storedFileLoader,
  type LearningObjectRow,
} from './learning-object.queries.ts';
import {
  CreateCourseInput,
  CreateModuleInput,
  CreditLineType,
  LearningObjectAbilities,
  LearningObjectConnection,
  LearningObjectFacets,
  LearningObjectKindEnum,
  LearningObjectResult,
  LearningObjectStatusEnum,
  LearningObjectType,
  StoredFileType,
  UpdateLearningObjectInput,
} from './learning-object.type.ts';
import { createCourse, createModule, updateLearningObject } from './save-learning-object.ts';

/** So many values of one filter can be asked for at once. */
const mostChoices = 100;

@InputType({ description: 'Which content to list; what is absent does not narrow it.' })
class LearningObjectFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name; accents and case do not matter.' })
  search?: string | null;

  @Field(() => [LearningObjectKindEnum], { nullable: true, description: 'Any of these kinds.' })
  kinds?: LearningObjectKindEnum[] | null;

  @Field(() => [LearningObjectStatusEnum], { nullable: true, description: 'Any of these.' })
  statuses?: LearningObjectStatusEnum[] | null;

  @Field(() => [String], { nullable: true, description: `Any of these languages, as \`learningObjectFacets\` names them; ${mostChoices} at most.` })
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: `COURSE: gives any of these credits, e.g. \`CPE\`; ${mostChoices} at most.` })
  creditTypes?: string[] | null;
}

/** Refuses lists that nobody chooses by hand, before they reach the database. */
function checkChoices(filter: LearningObjectFilterInput): void {
  const tooLong = (['languages', 'creditTypes'] as const).find((field) => (filter[field]?.length ?? 0) > mostChoices);
  if (tooLong) throw new GraphQLError(`\`${tooLong}\` may hold ${mostChoices} at most.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

@Resolver(() => LearningObjectType)
export class LearningObjectResolver {
  @Guarded('CONTENT_READ')
  @Query(() => LearningObjectConnection, { description: 'The library, in the order of names.' })
  async learningObjects(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => LearningObjectFilterInput, { nullable: true, description: 'Which content.' }) filter: LearningObjectFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<LearningObjectType>> {
    checkPageSize(page.first);
    checkChoices(filter ?? {});
    const after = readPageCursor(page.after, ['text', 'id']);
    const found = await context.read((transaction) => findLearningObjects(transaction, filter ?? {}, page.first, after));
    return toConnection(found, presentLearningObject);
  }

  @Guarded('CONTENT_READ')
  @Query(() => LearningObjectFacets, { description: 'The languages and credit types of the library, to choose from.' })
  async learningObjectFacets(
    @Arg('filter', () => LearningObjectFilterInput, { nullable: true, description: 'Of which content; each list leaves its own filter out.' }) filter: LearningObjectFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<LearningObjectFacets> {
    checkChoices(filter ?? {});
    const rows = await context.read((transaction) => readLearningObjectFacets(transaction, filter ?? {}, mostChoices));
    const { LANGUAGE = [], CREDIT_TYPE = [] } = Object.groupBy(rows, (row) => row.facet);
    return { languages: LANGUAGE, creditTypes: CREDIT_TYPE };
  }

  @Guarded('CONTENT_READ')
  @Query(() => LearningObjectType, { nullable: true, description: 'One piece of content; null when there is none.' })
  learningObject(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<LearningObjectType | null> {
    return loadLearningObject(context, readId(id));
  }

  @Guarded('CONTENT_EDIT')
  @Mutation(() => LearningObjectResult, { description: 'Creates a module.' })
  async createModule(
    @Arg('input', () => CreateModuleInput, { description: 'What it is.' }) input: CreateModuleInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningObjectResult> {
    const result = await context.mutate('createModule', input, (transaction) => createModule(transaction, input));
    return answer(context, result, async ({ id }) => (await loadLearningObject(context, id))!);
  }

  @Guarded('CONTENT_EDIT')
  @Mutation(() => LearningObjectResult, { description: 'Creates a course.' })
  async createCourse(
    @Arg('input', () => CreateCourseInput, { description: 'What it is.' }) input: CreateCourseInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningObjectResult> {
    const result = await context.mutate('createCourse', input, (transaction) => createCourse(transaction, input));
    return answer(context, result, async ({ id }) => (await loadLearningObject(context, id))!);
  }

  @Guarded('CONTENT_EDIT')
  @Mutation(() => LearningObjectResult, { description: 'Changes a module or course.' })
  async updateLearningObject(
    @Arg('input', () => UpdateLearningObjectInput, { description: 'What changes.' }) input: UpdateLearningObjectInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningObjectResult> {
    const result = await context.mutate('updateLearningObject', input, (transaction) => updateLearningObject(transaction, input));
    return answer(context, result, async ({ id }) => (await loadLearningObject(context, id))!);
  }

  @FieldResolver(() => [LearningObjectType], { description: 'COURSE: its modules, in order.' })
  async modules(@Root() { id, kind }: LearningObjectType, @Ctx() context: RequestContext): Promise<LearningObjectType[]> {
    if (kind !== LearningObjectKindEnum.COURSE) return [];
    return ((await context.load(courseModulesLoader, id)) ?? []).map(presentLearningObject);
  }

  @FieldResolver(() => [CreditLineType], { description: 'COURSE: the credits that it gives.' })
  async credits(@Root() { id, kind }: LearningObjectType, @Ctx() context: RequestContext): Promise<CreditLineType[]> {
    return kind === LearningObjectKindEnum.COURSE ? [...((await context.load(creditLinesLoader, id)) ?? [])] : [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'MODULE of the kind ARTICLE: the Markdown text, for whoever may see the library. Sanitise it before you show it.',
  })
  article(@Root() { article }: LearningObjectType, @Ctx() context: RequestContext): string | null {
    return maySeeLibrary(context) ? article : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'MODULE of the kind LINK: the address, for whoever may see the library.' })
  url(@Root() { url }: LearningObjectType, @Ctx() context: RequestContext): string | null {
    return maySeeLibrary(context) ? url : null;
  }

  @FieldResolver(() => StoredFileType, { nullable: true, description: 'MODULE: the file that it shows, for whoever may see the library.' })
  async file(@Root() { fileId }: LearningObjectType, @Ctx() context: RequestContext): Promise<StoredFileType | null> {
    const file = fileId && maySeeLibrary(context) ? await context.load(storedFileLoader, fileId) : undefined;
    return file ? { ...file, size: Number(file.size), url: `/files/${file.id}` } : null;
  }

  @FieldResolver(() => LearningObjectAbilities, { description: 'What the caller may do with it.' })
  viewerCan(@Ctx() context: RequestContext): LearningObjectAbilities {
    return { edit: context.caller.acts.has('CONTENT_EDIT') };
  }
}

/** A row as GraphQL gives it. */
export function presentLearningObject(row: LearningObjectRow): LearningObjectType {
  return present(LearningObjectType, row as unknown as LearningObjectType);
}

/** Content is named to whoever sees a plan or an enrollment with it; what is in it only to admins of content, and to learners in their player. */
function maySeeLibrary({ caller }: RequestContext): boolean {
  return caller.acts.has('CONTENT_READ');
}

async function loadLearningObject(context: RequestContext, id: string | undefined): Promise<LearningObjectType | null> {
  const row = id ? await context.load(learningObjectLoader, id) : undefined;
  return row ? presentLearningObject(row) : null;
}
