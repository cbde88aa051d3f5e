import { formatCursor } from '../../platform/events/cursor.ts';
import type { LoggedEvent } from '../../platform/events/event-feed.ts';
import { followState } from '../../platform/events/follow-state.ts';
import { present } from '../../platform/graphql/answer.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { LearningCentreChange } from './learning-centre.type.ts';
import { readOffered } from './read-learning-centre.ts';

/** What may change what somebody finds: plans and catalogs, and what audiences read of people. */
const audienceEvents: ReadonlySet<string> = new Set(['plan.changed', 'catalog.changed', 'departments.changed', 'group.changed', 'group.members_changed']);

function mayConcern({ type, ids }: LoggedEvent, personId: string): boolean {
  if (audienceEvents.has(type)) return ids.personId === undefined || ids.personId === personId;
  return (type === 'people.changed' || type === 'enrollment.changed') && (ids.personId === undefined || ids.personId === personId);
}

/** What the signed-in person finds since, and no longer; read again after what may have changed it, at most four times a second. */
export function watchLearningCentre(context: RequestContext): AsyncIterableIterator<LearningCentreChange> {
  const { id } = context.caller.actor;
  let known: ReadonlySet<string> | undefined;
  return followState(context, {
    changedBy: (event) => mayConcern(event, id),
    read: async () => {
      const cursor = formatCursor(context.services.feed.readUpTo);
      const now = await context.read((transaction) => readOffered(transaction, id));
      const before = known ?? now;
      known = now;
      return present(LearningCentreChange, { cursor, arrived: [...now].filter((each) => !before.has(each)), gone: [...before].filter((each) => !now.has(each)) });
    },
  });
}
