import { GraphQLError } from 'graphql';
import { cancellable } from '../../platform/events/cancellable.ts';
import { formatCursor, parseCursor } from '../../platform/events/cursor.ts';
import type { LoggedEvent } from '../../platform/events/event-feed.ts';
import { followEvents } from '../../platform/events/follow-events.ts';
import { followState } from '../../platform/events/follow-state.ts';
import { present } from '../../platform/graphql/answer.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { progressScope } from '../access/index.ts';
import { readEnrollments, type EnrollmentFilter } from './enrollment.queries.ts';
import { presentEnrollment, presentProgress } from './enrollment.presenter.ts';
import { EnrollmentChange, type PlanProgress } from './enrollment.type.ts';
import { readPlanProgress } from './read-plan-progress.ts';

/** What a chunk of a bulk act tells of its people, and for whom steps have opened. */
export const bulkEvents: ReadonlySet<string> = new Set(['enrollments.assigned', 'enrollments.changed', 'steps.opened']);

const isEnrollmentEvent = ({ type }: LoggedEvent): boolean => type === 'enrollment.changed' || bulkEvents.has(type);

/** Whether an event may concern what is watched, by its ids alone; what passes is read again under the caller's own rights. */
function concerns(event: LoggedEvent, filter: EnrollmentFilter): boolean {
  if (!isEnrollmentEvent(event)) return false;
  const subject = filter.planId ?? filter.learningObjectId;
  if (subject && event.ids.subjectId !== subject) return false;
  return !filter.personId || event.ids.personId === undefined || event.ids.personId === filter.personId;
}

/** Changed enrollments that the filter lets through and the caller may see, each event once and in order. */
export function watchEnrollments(context: RequestContext, filter: EnrollmentFilter, after: string | null): AsyncIterableIterator<EnrollmentChange> {
  const { feed, database } = context.services;
  const { organizationId } = context.caller;
  const from = after ? parseCursor(after) : undefined;
  if (after && !from) throw new GraphQLError('`after` is not a cursor of this log.', { extensions: { code: 'BAD_USER_INPUT' } });
  return cancellable(async function* (signal) {
    const batches = followEvents(feed, database, organizationId, from, (event) => concerns(event, filter), signal);
    for await (const events of batches) {
      context.loaders.forget();
      yield* readChanges(context, filter, events);
    }
  });
}

async function* readChanges(context: RequestContext, filter: EnrollmentFilter, events: readonly LoggedEvent[]): AsyncGenerator<EnrollmentChange> {
  const scope = progressScope(context.caller);
  const idsOf = await readEventEnrollments(context, events);
  const rows = await context.read((transaction) => readEnrollments(transaction, [...new Set([...idsOf.values()].flat())], scope, filter));
  for (const event of events) {
    const seen = (idsOf.get(event) ?? []).flatMap((id) => rows.get(id) ?? []);
    if (seen.length === 0) continue;
    yield present(EnrollmentChange, {
      cursor: formatCursor(event.cursor),
      type: event.type,
      enrollmentIds: seen.map((row) => row.id),
      enrollments: seen.map((row) => presentEnrollment(row, context.services.database.clock())),
    });
  }
}

/** The enrollments that events speak of; those of the chunks of bulk acts stand with the operations, and are read together. */
export async function readEventEnrollments(context: RequestContext, events: readonly LoggedEvent[]): Promise<Map<LoggedEvent, string[]>> {
  const chunks = events.filter(({ type }) => type !== 'enrollment.changed' && type !== 'steps.opened');
  const openings = events.filter(({ type }) => type === 'steps.opened');
  const assigned = chunks.length > 0 ? await readAssigned(context, chunks) : new Map<LoggedEvent, string[]>();
  const opened = openings.length > 0 ? await readOpened(context, openings) : new Map<string, string[]>();
  return new Map(events.map((event) => [event, event.type === 'enrollment.changed' ? [String(event.ids.enrollmentId)] : (assigned.get(event) ?? opened.get(String(event.ids.openingId)) ?? [])]));
}

async function readAssigned(context: RequestContext, events: readonly LoggedEvent[]): Promise<Map<LoggedEvent, string[]>> {
  const rows = await context.read((transaction) =>
    transaction.query<{ place: number; ids: string[] }>(
      `SELECT n.place::int, array_agg(e.id) AS ids
       FROM unnest($2::uuid[], $3::int[], $4::uuid[]) WITH ORDINALITY AS n (operation_id, number, subject_id, place)
       JOIN operation_chunk c ON c.organization_id = $1 AND c.operation_id = n.operation_id AND c.number = n.number
       CROSS JOIN LATERAL unnest(c.subject_ids) AS s (person_id)
       JOIN enrollment e ON e.organization_id = $1 AND e.person_id = s.person_id AND e.subject_id = n.subject_id
       GROUP BY n.place`,
      [context.caller.organizationId, events.map(({ ids }) => ids.operationId), events.map(({ ids }) => ids.chunk), events.map(({ ids }) => ids.subjectId)],
    ),
  );
  return new Map(rows.map(({ place, ids }) => [events[place - 1]!, ids]));
}

async function readOpened(context: RequestContext, events: readonly LoggedEvent[]): Promise<Map<string, string[]>> {
  const rows = await context.read((transaction) =>
    transaction.query<{ id: string; ids: string[] }>(
      'SELECT t.opening_id AS id, array_agg(DISTINCT t.enrollment_id) AS ids FROM step_release t WHERE t.organization_id = $1 AND t.opening_id = ANY ($2::uuid[]) GROUP BY t.opening_id',
      [context.caller.organizationId, events.map(({ ids }) => ids.openingId)],
    ),
  );
  return new Map(rows.map(({ id, ids }) => [id, ids]));
}

/** The totals of a plan: now, and again after changes, coalesced. */
export function watchPlanProgress(context: RequestContext, planId: string): AsyncIterableIterator<PlanProgress> {
  const subjectId = readId(planId);
  return followState(context, {
    changedBy: (event) => isEnrollmentEvent(event) && event.ids.subjectId === subjectId,
    read: async () => presentProgress(await readPlanProgress(context, planId)),
  });
}
