import { GraphQLError } from 'graphql';
import { cancellable } from '../../platform/events/cancellable.ts';
import { formatCursor, parseCursor } from '../../platform/events/cursor.ts';
import type { LoggedEvent } from '../../platform/events/event-feed.ts';
import { followEvents } from '../../platform/events/follow-events.ts';
import { present } from '../../platform/graphql/answer.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { readChangedPairs, readChangedRecords, type ChangedPair } from './changed-records.queries.ts';
import { isPlanType, type TrainingFilter, type TrainingScope, type TrainingType } from './training-record.queries.ts';
import { TrainingProgressChange, TrainingRecordChange } from './training-record.type.ts';

/** So many records one message names; of more it tells the number. */
export const mostNamed = 100;

/** What tells that records of content, or of plans, may stand otherwise: of one person, or of the people of a part of a bulk act. */
const eventsOf = (type: TrainingType): readonly string[] => (isPlanType(type) ? ['enrollment.changed', 'enrollments.changed'] : ['training.changed', 'completions.changed']);

/** What changes in a list of training progress: what came together is told together, and read under the caller's own rights. */
export function watchTrainingProgress(context: RequestContext, type: TrainingType, scope: TrainingScope, filter: TrainingFilter, after: string | null): AsyncIterableIterator<TrainingProgressChange> {
  const { feed, database } = context.services;
  const from = after ? parseCursor(after) : undefined;
  if (after && !from) throw new GraphQLError('`after` is not a cursor of this log.', { extensions: { code: 'BAD_USER_INPUT' } });
  const types = eventsOf(type);
  const concerns = ({ type: event, ids }: LoggedEvent): boolean =>
    types.includes(event) && (!filter.itemId || !ids.subjectId || ids.subjectId === filter.itemId) && (!filter.personId || !ids.personId || ids.personId === filter.personId);
  return cancellable(async function* (signal) {
    for await (const events of followEvents(feed, database, context.caller.organizationId, from, concerns, signal)) {
      context.loaders.forget();
      const changes = await context.read(async (transaction) => {
        const [single, parts] = [events.filter(({ ids }) => ids.personId), events.filter(({ ids }) => ids.operationId)];
        const pairs = [...single.flatMap(pairOf), ...(await readChangedPairs(transaction, parts))];
        return readChangedRecords(transaction, type, scope, filter, pairs);
      });
      const known = new Map(changes.map(({ personId, itemId, record }) => [`${personId}:${itemId}`, record]));
      if (known.size === 0) continue;
      yield present(TrainingProgressChange, {
        cursor: formatCursor(events.at(-1)!.cursor),
        count: known.size,
        changes: [...known].slice(0, mostNamed).map(([id, record]) => present(TrainingRecordChange, { id, state: (record?.state ?? null) as never, onDate: record?.onDate ?? null })),
      });
    }
  });
}

function pairOf({ ids: { personId, subjectId } }: LoggedEvent): ChangedPair[] {
  return personId && subjectId ? [{ personId: String(personId), itemId: String(subjectId) }] : [];
}
