import type { Act } from '@milepost/domain';
import { Authorized, getMetadataStorage } from 'type-graphql';
import { NotSignedInError, type RequestContext } from '../request/request-context.ts';

/**
 * What a root field asks of its caller before anything else runs: to be signed in, to be a person (not an API client), or to be
 * allowed an act on something at least. On what exactly, the use case asks.
 */
export type Permission = 'SIGNED_IN' | 'PERSON' | Act;

/** The caller may not do this at all. */
export class ForbiddenError extends Error {}

/** Guards a query, mutation, subscription or field. Every root field carries one: see {@link findUnguardedFields}. */
export function Guarded(permission: Permission): MethodDecorator & PropertyDecorator {
  return Authorized<Permission>(permission);
}

/** Decides a {@link Guarded} field; a permission that it does not know is refused. An arrow, for type-graphql takes any other function for a class. */
export const checkPermission = ({ context }: { readonly context: RequestContext }, permissions: readonly Permission[]): true => {
  const caller = context.maybeCaller;
  if (!caller) throw new NotSignedInError('Not signed in');
  const allowed = permissions.length === 1 && isAllowed(permissions[0]!, caller);
  if (!allowed) throw new ForbiddenError('Not allowed');
  return true;
};

function isAllowed(permission: Permission, caller: RequestContext['caller']): boolean {
  if (permission === 'SIGNED_IN') return true;
  if (permission === 'PERSON') return caller.actor.kind === 'PERSON';
  return caller.acts.has(permission);
}

/** What each root field asks of its caller; undefined: nothing guards it. */
export function guardsOfRootFields(): ReadonlyMap<string, Permission | undefined> {
  const { queries, mutations, subscriptions, authorizedFields } = getMetadataStorage();
  const guardOf = (root: (typeof queries)[number] | (typeof subscriptions)[number]): Permission | undefined =>
    authorizedFields.find((field) => field.target === root.target && field.fieldName === root.methodName)?.roles[0];
  return new Map([...queries, ...mutations, ...subscriptions].map((root) => [root.schemaName, guardOf(root)]));
}

/** The root fields that nothing guards; the schema is not built while there are any. */
export function findUnguardedFields(): string[] {
  return [...guardsOfRootFields()].flatMap(([field, guard]) => (guard ? [] : [field]));
}
