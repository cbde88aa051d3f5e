import { succeed } from '@milepost/domain';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { findVisible, Named, personLoader } from '../people/index.ts';
import { apiClientLoader, grantLoader, listApiClients, listGrants, type AdminGrantRow, type ApiClientRow } from './access.queries.ts';
import {
  AdminGrant,
  AdminGrantResult,
  ApiClient,
  ApiClientResult,
  CreateApiClientInput,
  CreateSignInLinkInput,
  EndGrantInput,
  GrantAdminInput,
  NewApiClient,
  NewApiClientResult,
  RevokeApiClientInput,
  SignInLink,
  SignInLinkResult,
} from './access.type.ts';
import { createApiClient, revokeApiClient } from './create-api-client.ts';
import { endGrant, grantAdmin, mayNameAdmin, readRoles } from './grant-admin.ts';
import { peopleScope } from './people-scope.ts';
import { makeSignInLink } from './sign-in-links.ts';

@Resolver(() => AdminGrant)
export class AccessResolver {
  @Guarded('SETTINGS_READ')
  @Query(() => [AdminGrant], { description: 'Who may do what.' })
  async adminGrants(@Ctx() context: RequestContext): Promise<AdminGrant[]> {
    return (await context.read(listGrants)).map(presentGrant);
  }

  @Guarded('SETTINGS_READ')
  @Query(() => [ApiClient], { description: 'Partner systems that work with the API.' })
  async apiClients(@Ctx() context: RequestContext): Promise<ApiClient[]> {
    return (await context.read(listApiClients)).map(presentClient);
  }

  @Guarded('PEOPLE_EDIT')
  @Mutation(() => SignInLinkResult, { description: 'Makes a link for somebody to sign in for the first time, or to set a new password.' })
  async createSignInLink(
    @Arg('input', () => CreateSignInLinkInput, { description: 'For whom.' }) input: CreateSignInLinkInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInLinkResult> {
    const personId = readId(input.personId);
    const scope = peopleScope(context.caller, 'PEOPLE_EDIT');
    // The link is a secret that is kept nowhere, so a repeat makes a new one and ends the old.
    const result = await context.mutate('createSignInLink', {}, async (transaction) => {
      const [person] = personId ? await findVisible(transaction, scope, personId) : [];
      if (!person) return refuseWith('NOT_FOUND');
      // Whoever has the link has the person's rights.
      const roles = await readRoles(transaction, person.id);
      if (!roles.every((role) => mayNameAdmin(context.caller, role))) return refuseWith('NOT_ALLOWED');
      await recordAudit(transaction, { act: 'access.signInLink', subject: { kind: 'person', id: person.id } });
      return succeed(await makeSignInLink(transaction, person.id));
    });
    return answer(context, result, ({ token, kind, expiresAt }) =>
      present(SignInLink, { kind, expiresAt, learnerPath: `/learn/welcome?token=${token}`, adminPath: `/admin/welcome?token=${token}` }),
    );
  }

  @Guarded('SETTINGS_EDIT')
  @Mutation(() => AdminGrantResult, { description: 'Makes somebody an admin.' })
  async grantAdmin(
    @Arg('input', () => GrantAdminInput, { description: 'Whom, and what.' }) input: GrantAdminInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AdminGrantResult> {
    const result = await context.mutate('grantAdmin', input, async (transaction) =>
      mayNameAdmin(context.caller, input.role) ? grantAdmin(transaction, input) : refuseWith('NOT_ALLOWED'),
    );
    return answer(context, result, async ({ id }) => presentGrant((await context.load(grantLoader, id))!));
  }

  @Guarded('SETTINGS_EDIT')
  @Mutation(() => AdminGrantResult, { description: 'Ends a grant.' })
  async endGrant(
    @Arg('input', () => EndGrantInput, { description: 'Which.' }) input: EndGrantInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AdminGrantResult> {
    const id = readId(input.grantId);
    const known = id ? await context.load(grantLoader, id) : undefined;
    const result = await context.mutate('endGrant', input, async (transaction) => {
      if (!id || !known) return refuseWith('NOT_FOUND');
      return mayNameAdmin(context.caller, known.role) ? endGrant(transaction, id) : refuseWith('NOT_ALLOWED');
    });
    return answer(context, result, async ({ id }) => presentGrant((await context.load(grantLoader, id))!));
  }

  @Guarded('SETTINGS_EDIT')
  @Mutation(() => NewApiClientResult, { description: 'Makes an API client and its key.' })
  async createApiClient(
    @Arg('input', () => CreateApiClientInput, { description: 'What it may do.' }) input: CreateApiClientInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof NewApiClientResult> {
    if (context.caller.actor.kind !== 'PERSON') {
      return answer<never, typeof NewApiClientResult>(context, refuseWith('NOT_ALLOWED'), (value) => value);
    }
    const result = await context.mutate('createApiClient', {}, (transaction) => createApiClient(transaction, context.caller, input));
    return answer(context, result, async ({ id, key }) =>
      present(NewApiClient, { client: presentClient((await context.load(apiClientLoader, id))!), key }),
    );
  }

  @Guarded('SETTINGS_EDIT')
  @Mutation(() => ApiClientResult, { description: 'Revokes an API client.' })
  async revokeApiClient(
    @Arg('input', () => RevokeApiClientInput, { description: 'Which.' }) input: RevokeApiClientInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ApiClientResult> {
    const result = await context.mutate('revokeApiClient', input, (transaction) => revokeApiClient(transaction, input.clientId));
    return answer(context, result, async ({ id }) => presentClient((await context.load(apiClientLoader, id))!));
  }

  @FieldResolver(() => Named, { description: 'Who has it.' })
  async person(@Root() { personId }: AdminGrant, @Ctx() context: RequestContext): Promise<Named> {
    const person = await context.load(personLoader, personId);
    return { id: personId, name: person?.displayName ?? '' };
  }
}

function presentGrant(row: AdminGrantRow): AdminGrant {
  return present(AdminGrant, row as unknown as AdminGrant);
}

function presentClient(row: ApiClientRow): ApiClient {
  return present(ApiClient, row as unknown as ApiClient);
}
