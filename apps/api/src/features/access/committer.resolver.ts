import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { OperationType } from '../operations/index.ts';
import { Named, personLoader } from '../people/index.ts';
import { apiClientLoader } from './access.queries.ts';

/** Who answers for a bulk act: a person, or a partner system by the name of its key. */
@Resolver(() => OperationType)
export class CommitterResolver {
  @FieldResolver(() => Named, {
    nullable: true,
    description: 'Who committed it, and so did what it changed: a person, or a partner system. Null while nobody has, and where it follows from something else.',
  })
  async committedBy(@Root() { committedBy }: OperationType, @Ctx() context: RequestContext): Promise<Named | null> {
    if (!committedBy?.id) return null;
    if (committedBy.kind === 'API_CLIENT') return (await context.load(apiClientLoader, committedBy.id)) ?? null;
    const person = await context.load(personLoader, committedBy.id);
    return person ? { id: person.id, name: person.displayName } : null;
  }
}
