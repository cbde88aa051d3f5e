import { may } from '@milepost/domain';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoader, type LoaderDefinition } from '../../platform/request/loader.ts';
import { operationKinds, type Operation, type OperationCondition } from './operation.ts';
import { findOperations } from './operation.queries.ts';

/** Who made an operation sees it; so does who could do all of it, and who reads everything that happens in the organization. */
export function visibleOperations(caller: Caller): OperationCondition {
  if (may(caller.viewer, 'AUDIT_READ')) return () => 'true';
  const others = operationKinds().map((kind) => ({ kind: kind.kind, within: kind.within(caller) }));
  return (parameters) => {
    const own = `o.created_by = ${parameters.add(caller.actor.id, 'uuid')}`;
    return `(${[own, ...others.map(({ kind, within }) => `(o.kind = ${parameters.add(kind)} AND ${within(parameters)})`)].join(' OR ')})`;
  };
}

const loaders = new WeakMap<Caller, LoaderDefinition<string, Operation>>();

/** Loads the operations that the caller may see. */
export function visibleOperationLoader(caller: Caller): LoaderDefinition<string, Operation> {
  const known = loaders.get(caller);
  if (known) return known;
  const visible = visibleOperations(caller);
  const loader = defineLoader<string, Operation>(
    async (transaction, ids) => new Map((await findOperations(transaction, ids, visible)).map((operation) => [operation.id, operation])),
  );
  loaders.set(caller, loader);
  return loader;
}
