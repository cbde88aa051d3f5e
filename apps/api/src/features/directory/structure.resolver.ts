import type { Result } from '@milepost/domain';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext, ReusedMutationId } from '../../platform/request/request-context.ts';
import { refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { peopleScope, reachesEverybody } from '../access/index.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { Department, departmentLoader, type NamedTable } from '../people/index.ts';
import {
  CreateDepartmentInput,
  CreateNamedPlaceInput,
  type DirectoryPlace,
  MoveDepartmentInput,
  NamedKind,
  PreviewMergeInput,
  RemoveDepartmentInput,
  RemoveNamedPlaceInput,
  RenameDepartmentInput,
  RenameNamedPlaceInput,
} from './directory.inputs.ts';
import { DepartmentResult, NamedPlace, NamedPlaceResult, RemovalResult, Removed } from './directory.type.ts';
import { createDepartment, moveDepartment, removeDepartment, renameDepartment } from './edit-department.ts';
import { createNamed, removeNamed, renameNamed } from './edit-named.ts';
import type { Place } from './in-use.queries.ts';
import { listNamedPlaces } from './named.queries.ts';
import { previewMerge } from './preview-merge.ts';

const tableOf: Readonly<Record<NamedKind, NamedTable>> = { POSITION: 'job_position', JOB_ROLE: 'job_role', PARTNER_ACCOUNT: 'partner_account' };
const placeOf: Readonly<Record<DirectoryPlace, Place>> = { ...tableOf, DEPARTMENT: 'department' };

/** What people belong to: the tree of departments, positions, job roles and partner accounts. */
@Resolver()
export class StructureResolver {
  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => DepartmentResult, { description: 'Creates a department.' })
  createDepartment(
    @Arg('input', () => CreateDepartmentInput, { description: 'What it is.' }) input: CreateDepartmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DepartmentResult> {
    const parentId = input.parentId ? (readId(input.parentId) ?? input.parentId) : null;
    return answerDepartment(context, context.mutate('createDepartment', input, (transaction) => createDepartment(transaction, { ...input, parentId })));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => DepartmentResult, { description: 'Gives a department another name.' })
  renameDepartment(
    @Arg('input', () => RenameDepartmentInput, { description: 'Which, and its name.' }) input: RenameDepartmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DepartmentResult> {
    return answerDepartment(context, context.mutate('renameDepartment', input, (transaction) => renameDepartment(transaction, known(input))));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => DepartmentResult, {
    description: 'Moves a department, with all below it. Audiences that name a department with those below it may choose others from then on.',
  })
  moveDepartment(
    @Arg('input', () => MoveDepartmentInput, { description: 'Which, and where to.' }) input: MoveDepartmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DepartmentResult> {
    const parentId = input.parentId ? (readId(input.parentId) ?? input.parentId) : null;
    return answerDepartment(context, context.mutate('moveDepartment', input, (transaction) => moveDepartment(transaction, { ...known(input), parentId })));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => RemovalResult, { description: 'Removes a department that nobody belongs to and nothing names; else says who and what.' })
  async removeDepartment(
    @Arg('input', () => RemoveDepartmentInput, { description: 'Which.' }) input: RemoveDepartmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemovalResult> {
    return answer(context, await context.mutate('removeDepartment', input, (transaction) => removeDepartment(transaction, known(input))), ({ id }) => present(Removed, { id }));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => PreviewOperationResult, {
    description: 'Previews merging a department, position, job role or partner account into another; `commitOperation` carries it out, `previewUndo` takes it back.',
  })
  async previewMerge(
    @Arg('input', () => PreviewMergeInput, { description: 'What into what.' }) input: PreviewMergeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const [fromId, intoId] = [readId(input.fromId), readId(input.intoId)];
    const result = await context.mutate('previewMerge', input, async (transaction): Promise<Outcome<{ id: string }>> => {
      if (!fromId || !intoId) return refuseWith('NOT_FOUND', fromId ? 'intoId' : 'fromId');
      return previewMerge(transaction, context.caller, { place: placeOf[input.place], fromId, intoId });
    });
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('PEOPLE_READ')
  @Query(() => [NamedPlace], {
    description: 'Positions, job roles or partner accounts by name, with how many people have each: all, or for whoever may not see everybody those of whom they may see.',
  })
  namedPlaces(@Arg('kind', () => NamedKind, { description: 'Of which kind.' }) kind: NamedKind, @Ctx() context: RequestContext): Promise<NamedPlace[]> {
    const { caller } = context;
    const visible = reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ');
    return context.read((transaction) => listNamedPlaces(transaction, tableOf[kind], visible));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => NamedPlaceResult, { description: 'Creates a position, job role or partner account.' })
  async createNamedPlace(
    @Arg('input', () => CreateNamedPlaceInput, { description: 'What it is.' }) input: CreateNamedPlaceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof NamedPlaceResult> {
    const table = tableOf[input.kind];
    const result = await context.mutate('createNamedPlace', input, (transaction) => createNamed(transaction, table, input.name));
    return answer(context, result, ({ id }) => readNamedPlace(context, table, id));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => NamedPlaceResult, { description: 'Gives a position, job role or partner account another name.' })
  async renameNamedPlace(
    @Arg('input', () => RenameNamedPlaceInput, { description: 'Which, and its name.' }) input: RenameNamedPlaceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof NamedPlaceResult> {
    const table = tableOf[input.kind];
    const id = readId(input.id);
    const { rowVersion, name } = input;
    const result = await context.mutate('renameNamedPlace', input, async (transaction): Promise<Outcome<{ id: string }>> =>
      id ? renameNamed(transaction, { table, id, rowVersion }, name) : refuseWith('NOT_FOUND'),
    );
    return answer(context, result, (value) => readNamedPlace(context, table, value.id));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => RemovalResult, { description: 'Removes a position, job role or partner account that nobody has and nothing names; else says who and what.' })
  async removeNamedPlace(
    @Arg('input', () => RemoveNamedPlaceInput, { description: 'Which.' }) input: RemoveNamedPlaceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemovalResult> {
    const id = readId(input.id);
    const { rowVersion } = input;
    const result = await context.mutate('removeNamedPlace', input, async (transaction): Promise<Outcome<{ id: string }>> =>
      id ? removeNamed(transaction, { table: tableOf[input.kind], id, rowVersion }) : refuseWith('NOT_FOUND'),
    );
    return answer(context, result, (value) => present(Removed, { id: value.id }));
  }
}

function known<T extends { readonly departmentId: string }>(input: T): T {
  return { ...input, departmentId: readId(input.departmentId) ?? input.departmentId };
}

async function answerDepartment(context: RequestContext, changed: Promise<Result<{ id: string }, readonly UserProblem[] | ReusedMutationId>>): Promise<typeof DepartmentResult> {
  return answer(context, await changed, async ({ id }) => {
    // What the process keeps of the tree may be older than this change: its own events come to it in a moment.
    const found = await context.read((transaction) => departmentLoader.load(transaction, [id]));
    return present(Department, found.get(id)! as unknown as Department);
  });
}

async function readNamedPlace(context: RequestContext, table: NamedTable, id: string): Promise<NamedPlace> {
  const [row] = await context.read((transaction) => listNamedPlaces(transaction, table, undefined, id));
  return present(NamedPlace, row!);
}
