import { followState } from '../../platform/events/follow-state.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { readGroup } from './group.presenter.ts';
import type { GroupType } from './group.type.ts';

/** A group now, and again after it or its people have changed, coalesced; ends when it is gone or no longer for the caller. */
export function watchGroup(context: RequestContext, id: string): AsyncIterableIterator<GroupType> {
  const groupId = readId(id);
  return followState(context, {
    changedBy: ({ type, ids }) => type.startsWith('group.') && ids.groupId === groupId,
    read: () => readGroup(context, id),
  });
}
