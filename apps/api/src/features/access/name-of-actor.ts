import type { RequestContext } from '../../platform/request/request-context.ts';
import { personLoader, type Named } from '../people/index.ts';
import { apiClientLoader } from './access.queries.ts';

/** Who did something: a person, or a partner system by the name of its key; null where nobody did. */
export async function nameOfActor(context: RequestContext, actorId: string | null): Promise<Named | null> {
  if (!actorId) return null;
  const person = await context.load(personLoader, actorId);
  return person ? { id: person.id, name: person.displayName } : ((await context.load(apiClientLoader, actorId)) ?? null);
}
