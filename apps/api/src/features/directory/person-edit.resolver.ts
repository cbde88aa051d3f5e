import type { Result } from '@milepost/domain';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import type { RequestContext, ReusedMutationId } from '../../platform/request/request-context.ts';
import { refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { Person, personLoader, presentPerson } from '../people/index.ts';
import { CreatePersonInput, SetPersonStatusInput, UpdateMyProfileInput, UpdatePersonInput } from './directory.inputs.ts';
import { PersonAbilities, PersonResult } from './directory.type.ts';
import { findAmong } from './person-edit.queries.ts';
import { createPerson, updatePerson, type PersonChanges } from './save-person.ts';
import { setPersonStatus } from './set-person-status.ts';
import { updateMyProfile } from './update-my-profile.ts';

/** Looking after people one by one. */
@Resolver(() => Person)
export class PersonEditResolver {
  @Guarded('PEOPLE_EDIT')
  @Mutation(() => PersonResult, { description: 'Creates a person, among those whom the caller looks after.' })
  createPerson(
    @Arg('input', () => CreatePersonInput, { description: 'Who.' }) input: CreatePersonInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PersonResult> {
    return answerPerson(context, context.mutate('createPerson', input, (transaction) => createPerson(transaction, context.caller, changesIn(input))));
  }

  @Guarded('PEOPLE_EDIT')
  @Mutation(() => PersonResult, { description: 'Changes what is known of a person; what it was stays in the history.' })
  updatePerson(
    @Arg('input', () => UpdatePersonInput, { description: 'Whom, and what changes.' }) input: UpdatePersonInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PersonResult> {
    return answerPerson(
      context,
      context.mutate('updatePerson', input, (transaction) => on(input.personId, (personId) => updatePerson(transaction, context.caller, { ...changesIn(input), personId, rowVersion: input.rowVersion }))),
    );
  }

  @Guarded('PEOPLE_EDIT')
  @Mutation(() => PersonResult, { description: 'Suspends a person, lets them return, or marks them as having left. All records stay.' })
  setPersonStatus(
    @Arg('input', () => SetPersonStatusInput, { description: 'Whom, and from now on what.' }) input: SetPersonStatusInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PersonResult> {
    return answerPerson(
      context,
      context.mutate('setPersonStatus', input, (transaction) => on(input.personId, (personId) => setPersonStatus(transaction, context.caller, { ...input, personId }))),
    );
  }

  @Guarded('PROFILE_EDIT')
  @Mutation(() => PersonResult, { description: 'Sets the language and the time zone of the caller, who is a person.' })
  updateMyProfile(
    @Arg('input', () => UpdateMyProfileInput, { description: 'What changes.' }) input: UpdateMyProfileInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PersonResult> {
    return answerPerson(context, context.mutate('updateMyProfile', input, (transaction) => updateMyProfile(transaction, context.caller, input)));
  }

  @FieldResolver(() => Int, { description: 'The version of what is known of the person; an edit sends it back.' })
  async rowVersion(@Root() { id, details }: Person, @Ctx() context: RequestContext): Promise<number> {
    return details?.rowVersion ?? (await context.load(personLoader, id))!.rowVersion;
  }

  @FieldResolver(() => PersonAbilities, { description: 'What the caller may do with the person.' })
  async viewerCan(@Root() { id }: Person, @Ctx() context: RequestContext): Promise<PersonAbilities> {
    const { caller } = context;
    const [edit, assign] = await Promise.all([context.load(mayEditLoader(caller), id), context.load(mayAssignLoader(caller), id)]);
    return { edit: edit ?? false, assign: assign ?? false };
  }
}

const mayEditLoader = defineLoaderFor<Caller, string, boolean>((transaction, ids, caller) => findAmong(transaction, peopleScope(caller, 'PEOPLE_EDIT'), ids));

/** Those to whom some plan at least, or content, may be given; what an API key was not given the scope for is no act of its. */
const mayAssignLoader = defineLoaderFor<Caller, string, boolean>(async (transaction, ids, caller) =>
  caller.acts.has('PLAN_ASSIGN') ? findAmong(transaction, peopleScope(caller, 'PLAN_ASSIGN'), ids) : new Map(),
);

/** What was said, with ids as the database knows them; what cannot be an id names nothing. */
function changesIn(input: CreatePersonInput): PersonChanges {
  const id = (given: string | null | undefined): string | null | undefined => (given ? (readId(given) ?? idOfNothing) : given);
  const { managerId, departmentId, positionId, jobRoleId, partnerAccountId, ...rest } = input;
  return { ...rest, managerId: id(managerId), departmentId: id(departmentId), positionId: id(positionId), jobRoleId: id(jobRoleId), partnerAccountId: id(partnerAccountId) };
}

const idOfNothing = '00000000-0000-0000-0000-000000000000';

function on(given: string, act: (personId: string) => Promise<Outcome<{ id: string }>>): Promise<Outcome<{ id: string }>> {
  const personId = readId(given);
  return personId ? act(personId) : Promise.resolve(refuseWith('NOT_FOUND'));
}

async function answerPerson(context: RequestContext, changed: Promise<Result<{ id: string }, readonly UserProblem[] | ReusedMutationId>>): Promise<typeof PersonResult> {
  return answer(context, await changed, async ({ id }) => presentPerson((await context.load(personLoader, id))!));
}
