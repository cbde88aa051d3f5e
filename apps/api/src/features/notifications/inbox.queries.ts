import type { NoticeType } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { recordsOf } from '../people/index.ts';

/** A delivery with what it is about as that is now. */
export interface InboxRow {
  readonly id: string;
  readonly type: NoticeType;
  readonly planId: string | null;
  readonly learningObjectId: string | null;
  readonly name: string;
  readonly at: Date;
  readonly readAt: Date | null;
  /** What the person has of it at present. */
  readonly enrollmentId: string | null;
  readonly due: string | null;
  /** The step that it is about, as long as that is open to them. */
  readonly step: string | null;
}

/** One page of what a person was told, the newest first. */
export async function findInbox(transaction: Transaction, personId: string, unreadOnly: boolean, first: number, after: readonly (string | number)[] | undefined): Promise<Page<InboxRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['d.organization_id = $1', `d.person_id = ANY (${recordsOf(parameters.add(personId, 'uuid'))})`];
  if (unreadOnly) conditions.push('d.read_at IS NULL');
  if (after) conditions.push(`(d.created_at, d.id) < (${parameters.add(after[0], 'timestamptz')}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<InboxRow>(
    `SELECT d.id, d.type, d.plan_id AS "planId", d.learning_object_id AS "learningObjectId", coalesce(l.name, o.name) AS name, d.created_at AS at, d.read_at AS "readAt",
       held.id AS "enrollmentId", held.due_on::text AS due, held.step
     FROM (SELECT * FROM delivery d WHERE ${conditions.join(' AND ')} ORDER BY d.created_at DESC, d.id DESC ${limitPage(first)}) d
     LEFT JOIN learning_plan l ON l.organization_id = $1 AND l.id = d.plan_id
     LEFT JOIN learning_object o ON o.organization_id = $1 AND o.id = d.learning_object_id
     LEFT JOIN LATERAL (
       SELECT e.id, s.due_on, (SELECT m.name FROM milestone m JOIN jsonb_array_elements(s.milestones) k ON k->>'key' = m.key::text AND k->>'status' <> 'NOT_RELEASED'
         WHERE m.organization_id = $1 AND m.plan_version_id = s.plan_version_id AND m.key = d.milestone_key) AS step
       FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current AND s.status <> 'WITHDRAWN'
       WHERE e.organization_id = $1 AND e.person_id = $2 AND e.subject_id = d.subject_id
     ) held ON true
     ORDER BY d.created_at DESC, d.id DESC`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.at.toISOString(), row.id]);
}

/** How much of it the person has not read yet. */
export async function countUnread(transaction: Transaction, personId: string): Promise<number> {
  const [row] = await transaction.query<{ unread: number }>(
    `SELECT count(*)::int AS unread FROM delivery d WHERE d.organization_id = $1 AND d.read_at IS NULL AND d.person_id = ANY (${recordsOf('$2::uuid')})`,
    [transaction.organizationId, personId],
  );
  return row!.unread;
}

/**
 * Notes that a person has read some of it; what was read before stays read when it was.
 *
 * @param ids null: all that has come so far
 * @returns how much was unread
 */
export function markRead(transaction: Transaction, personId: string, ids: readonly string[] | null): Promise<number> {
  return transaction.execute(
    `UPDATE delivery d SET read_at = $3 WHERE d.organization_id = $1 AND d.read_at IS NULL AND d.person_id = ANY (${recordsOf('$2::uuid')})
       AND ($4::uuid[] IS NULL OR d.id = ANY ($4::uuid[]))`,
    [transaction.organizationId, personId, transaction.now, ids],
  );
}
