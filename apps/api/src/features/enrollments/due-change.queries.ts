import type { DueChange, DueChangeCause } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { survivorOf, type PersonCondition } from '../people/index.ts';

/** A moved due date on its way to its row. */
export interface DueChangeToWrite extends DueChange {
  readonly id: string;
  readonly enrollmentId: string;
}

/** Writes moved due dates; rows of one batch were moved by one evaluation. */
export async function writeDueChanges(transaction: Transaction, batchId: string, changes: readonly DueChangeToWrite[]): Promise<void> {
  await transaction.query(
    `INSERT INTO due_change (organization_id, id, batch_id, enrollment_id, milestone_key, due_before, due_after, cause, source_before, source_after, anchor,
       recorded_at, created_by)
     SELECT $1, r.id, $3, r."enrollmentId", r."milestoneKey", r.before, r.after, r.cause, r."sourceBefore", r."sourceAfter", r.anchor, $4, $5
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "enrollmentId" uuid, "milestoneKey" uuid, before date, after date, cause text, "sourceBefore" uuid,
       "sourceAfter" uuid, anchor text)`,
    [transaction.organizationId, JSON.stringify(changes), batchId, transaction.now, transaction.actor.id],
  );
}

/**
 * Brings the memberships of assignments in line with whose date holds now: one that waited and has taken over is a conflict no longer, and
 * is one again when what came before it is back (L35, L58).
 */
export async function settleTakeovers(transaction: Transaction, enrollmentIds: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE assignment_member m
     SET state = CASE WHEN m.state = 'CONFLICT' THEN 'APPLIED' ELSE 'CONFLICT' END, reason = CASE WHEN m.state = 'CONFLICT' THEN 'TAKEOVER' END
     FROM standing s JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = s.enrollment_id AND x.dormant AND x.valid_to IS NULL
       AND x.suppressed_reason IS NULL
     WHERE s.organization_id = $1 AND s.enrollment_id = ANY ($2::uuid[])
       AND m.organization_id = $1 AND m.assignment_id = x.assignment_id AND m.enrollment_id = s.enrollment_id
       AND CASE m.state WHEN 'CONFLICT' THEN s.due_source_id = m.assignment_id
         WHEN 'APPLIED' THEN m.reason = 'TAKEOVER' AND s.due_origin = 'GROUP_ASSIGNMENT' AND s.due_source_id <> m.assignment_id END`,
    [transaction.organizationId, enrollmentIds],
  );
}

/** A moved due date as it is read. */
export interface DueChangeRow {
  readonly id: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly planId: string | null;
  readonly learningObjectId: string | null;
  readonly milestoneKey: string | null;
  readonly milestoneName: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly cause: DueChangeCause;
  readonly nameBefore: string | null;
  readonly nameAfter: string | null;
  readonly anchor: DueChange['anchor'];
  readonly at: Date;
  readonly byId: string | null;
}

/** Which moved due dates a list shows; what is absent does not narrow it. */
export interface DueChangeFilter {
  readonly enrollmentId?: string | null;
  readonly personId?: string | null;
  readonly planId?: string | null;
  readonly since?: Date | null;
}

/** In which order: as it happened, for who reads on from where they were; or the newest first, for who looks. */
export type DueChangeOrder = 'OLDEST_FIRST' | 'NEWEST_FIRST';

/** One page of moved due dates of people whom a condition on `person p` of `enrollment e` lets through. */
export async function findDueChanges(
  transaction: Transaction,
  visible: PersonCondition,
  filter: DueChangeFilter,
  order: DueChangeOrder,
  first: number,
  after?: readonly (string | number | null)[],
): Promise<Page<DueChangeRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['c.organization_id = $1', visible(parameters)];
  if (filter.enrollmentId) conditions.push(`c.enrollment_id = ${parameters.add(filter.enrollmentId, 'uuid')}`);
  if (filter.personId) conditions.push(`e.person_id = ${survivorOf(parameters.add(filter.personId, 'uuid'))}`);
  if (filter.planId) conditions.push(`e.plan_id = ${parameters.add(filter.planId, 'uuid')}`);
  if (filter.since) conditions.push(`c.recorded_at >= ${parameters.add(filter.since, 'timestamptz')}`);
  const newestFirst = order === 'NEWEST_FIRST';
  if (after) conditions.push(`c.id ${newestFirst ? '<' : '>'} ${parameters.add(after[0], 'uuid')}`);
  const rows = await transaction.query<DueChangeRow>(
    `SELECT c.id, c.enrollment_id AS "enrollmentId", e.person_id AS "personId", e.plan_id AS "planId", e.learning_object_id AS "learningObjectId",
       c.milestone_key AS "milestoneKey", m.name AS "milestoneName", c.due_before::text AS before, c.due_after::text AS after, c.cause,
       b.name AS "nameBefore", a.name AS "nameAfter", c.anchor, c.recorded_at AS at, c.created_by AS "byId"
     FROM due_change c
     JOIN enrollment e ON e.organization_id = $1 AND e.id = c.enrollment_id
     JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
     LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     LEFT JOIN milestone m ON m.organization_id = $1 AND m.plan_version_id = s.plan_version_id AND m.key = c.milestone_key
     LEFT JOIN assignment b ON b.organization_id = $1 AND b.id = c.source_before
     LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = c.source_after
     WHERE ${conditions.join(' AND ')} ORDER BY c.id ${newestFirst ? 'DESC' : ''} ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.id]);
}
