import { type BenchContext, graphqlRequest } from '../bench-context.ts';
import { RawClient } from './raw-client.ts';

/** Sends a mutation of the admin's app as the admin; throws when it is refused. */
export async function mutate<T>({ api, world }: BenchContext, operation: string, field: string, input: unknown): Promise<T> {
  const client = new RawClient(api.port);
  const { body } = await client.send(Buffer.from(graphqlRequest(world.adminId, operation, { input })));
  client.close();
  const answer = JSON.parse(body) as { data?: Record<string, T & { id?: string; problems?: unknown }> };
  const value = answer.data?.[field];
  // What was carried out has an id; a plan has problems of its own.
  if (!value || (value.problems && !value.id)) throw new Error(`${operation}: ${body.slice(0, 500)}`);
  return value;
}
