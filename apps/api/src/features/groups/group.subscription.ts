import { cancellable } from '../../platform/events/cancellable.ts';
import { followChanges } from '../../platform/events/follow-events.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { readGroup } from './group.presenter.ts';
import type { GroupType } from './group.type.ts';

/** A group now, and again after it or its people have changed, coalesced; ends when it is gone or no longer for the caller. */
export function watchGroup(context: RequestContext, id: string): AsyncIterableIterator<GroupType> {
  const wanted = readId(id);
  return cancellable(async function* (signal) {
    const first = await readGroup(context, id);
    if (!first) return;
    yield first;
    const changes = followChanges(context.services.feed, context.caller.organizationId, ({ type, ids }) => type.startsWith('group.') && ids.groupId === wanted, signal);
    for await (const _change of changes) {
      context.loaders.forget();
      const group = await readGroup(context, id);
      if (!group) return;
      yield group;
    }
  });
}
