import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Move } from './move-belongings.queries.ts';

/** An enrollment of the record that is merged away, and the survivor's in the same plan and cycle. */
export interface EnrollmentPair {
  readonly fromId: string;
  readonly intoId: string;
  readonly isNew: boolean;
}

/** Pairs the enrollments of two records, giving the survivor those that it lacks, pinned and dated as they were. */
export async function pairEnrollments(transaction: Transaction, { fromId, intoId }: Pick<Move, 'fromId' | 'intoId'>): Promise<EnrollmentPair[]> {
  const { organizationId, now, actor } = transaction;
  const known = await transaction.query<{ fromId: string; intoId: string | null }>(
    `SELECT e.id AS "fromId", o.id AS "intoId" FROM enrollment e
     LEFT JOIN enrollment o ON o.organization_id = $1 AND o.person_id = $3 AND o.subject_id = e.subject_id AND o.cycle = e.cycle
     WHERE e.organization_id = $1 AND e.person_id = $2 ORDER BY e.id`,
    [organizationId, fromId, intoId],
  );
  const pairs = known.map((pair) => ({ fromId: pair.fromId, intoId: pair.intoId ?? newId(), isNew: pair.intoId === null }));
  const made = pairs.filter(({ isNew }) => isNew);
  await transaction.query(
    `INSERT INTO enrollment (organization_id, id, person_id, plan_id, learning_object_id, cycle, cycle_starts_on, cycle_starts_at, plan_version_id, enrolled_on, reevaluated_at, created_at, created_by)
     SELECT $1, n.id, $4, e.plan_id, e.learning_object_id, e.cycle, e.cycle_starts_on, e.cycle_starts_at, coalesce(s.plan_version_id, e.plan_version_id), e.enrolled_on, e.reevaluated_at, $5, $6
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, from_id) JOIN enrollment e ON e.organization_id = $1 AND e.id = n.from_id
     LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id`,
    [organizationId, made.map((pair) => pair.intoId), made.map((pair) => pair.fromId), intoId, now, actor.id],
  );
  return pairs;
}

const pairRows = `jsonb_to_recordset($2::jsonb) AS n ("fromId" uuid, "intoId" uuid, "isNew" boolean)`;

/**
 * Recreates sources on the survivor as they were, with their beginnings, and ends those of the record: the reasons to have something are
 * united, and one that both have by the same assignment stays the survivor's (2.6). Of an enrollment that the survivor did not have, past
 * reasons come too.
 */
export async function moveSources(transaction: Transaction, pairs: readonly EnrollmentPair[], { intoId, operationId }: Move): Promise<void> {
  const { organizationId, now, actor } = transaction;
  const parameters = [organizationId, JSON.stringify(pairs)];
  const sources = await transaction.query<{ id: string }>(
    `SELECT x.id FROM ${pairRows} JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = n."fromId"
     WHERE (x.valid_to IS NULL OR n."isNew") AND NOT EXISTS (SELECT FROM enrollment_source o WHERE o.organization_id = $1 AND o.enrollment_id = n."intoId"
       AND o.valid_to IS NULL AND o.kind = x.kind AND o.assignment_id IS NOT DISTINCT FROM x.assignment_id)`,
    parameters,
  );
  await transaction.query(
    `INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, cause_id, due_rule, milestone_due_rules, dormant, kept, suppressed_reason,
       valid_from, valid_to, ended_because, ended_by, operation_id, created_at, created_by)
     SELECT $1, c.id, n."intoId", x.kind, x.assignment_id, x.cause_id, x.due_rule, x.milestone_due_rules, x.dormant, x.kept, x.suppressed_reason,
       x.valid_from, x.valid_to, x.ended_because, x.ended_by, $5, $6, x.created_by
     FROM unnest($3::uuid[], $4::uuid[]) AS c (id, source_id) JOIN enrollment_source x ON x.organization_id = $1 AND x.id = c.source_id
     JOIN ${pairRows} ON n."fromId" = x.enrollment_id`,
    [...parameters, sources.map(() => newId()), sources.map(({ id }) => id), operationId, now],
  );
  await transaction.query(
    `WITH joined AS (
       INSERT INTO assignment_member (organization_id, assignment_id, person_id, subject_id, enrollment_id, state, reason)
       SELECT $1, m.assignment_id, $3, m.subject_id, n."intoId", m.state, m.reason FROM ${pairRows}
       JOIN assignment_member m ON m.organization_id = $1 AND m.enrollment_id = n."fromId"
       ON CONFLICT (organization_id, assignment_id, person_id, subject_id) DO UPDATE SET state = excluded.state, reason = excluded.reason, enrollment_id = excluded.enrollment_id
       WHERE assignment_member.state IN ('REMOVED', 'ENDED') AND excluded.state NOT IN ('REMOVED', 'ENDED')
     ), left_behind AS (
       UPDATE assignment_member m SET state = 'REMOVED', reason = 'MERGED' FROM ${pairRows}
       WHERE m.organization_id = $1 AND m.enrollment_id = n."fromId" AND m.state NOT IN ('REMOVED', 'ENDED', 'DETACHED')
     )
     UPDATE enrollment_source x SET valid_to = $4, ended_because = 'MERGED', ended_by = $5, ended_in = $6 FROM ${pairRows}
     WHERE x.organization_id = $1 AND x.enrollment_id = n."fromId" AND x.valid_to IS NULL`,
    [...parameters, intoId, now, actor.id, operationId],
  );
}

/** Recreates individual rules on the survivor where it has none of the same kind, and ends those of the record; so too what was done to steps by hand. */
export async function moveOverrides(transaction: Transaction, pairs: readonly EnrollmentPair[], { operationId }: Move): Promise<void> {
  const { organizationId, now, actor } = transaction;
  const parameters = [organizationId, JSON.stringify(pairs)];
  const ended = await transaction.query<{ id: string }>(
    `UPDATE override v SET valid_to = $3, ended_by = $4, ended_in = $5 FROM ${pairRows}
     WHERE v.organization_id = $1 AND v.enrollment_id = n."fromId" AND v.valid_to IS NULL RETURNING v.id`,
    [...parameters, now, actor.id, operationId],
  );
  await transaction.query(
    `INSERT INTO override (organization_id, id, enrollment_id, milestone_key, act, units, due_on, note, reason, operation_id, valid_from, created_at, created_by)
     SELECT $1, c.id, n."intoId", v.milestone_key, v.act, v.units, v.due_on, v.note, v.reason, $5, v.valid_from, $6, v.created_by
     FROM unnest($3::uuid[], $4::uuid[]) AS c (id, override_id) JOIN override v ON v.organization_id = $1 AND v.id = c.override_id
     JOIN ${pairRows} ON n."fromId" = v.enrollment_id
     WHERE NOT EXISTS (SELECT FROM override o WHERE o.organization_id = $1 AND o.enrollment_id = n."intoId" AND o.valid_to IS NULL AND o.act = v.act
       AND o.milestone_key IS NOT DISTINCT FROM v.milestone_key)`,
    [...parameters, ended.map(() => newId()), ended.map(({ id }) => id), operationId, now],
  );
  await transaction.query(
    `INSERT INTO step_release (organization_id, enrollment_id, milestone_key, held_at, released_at, seen_at)
     SELECT $1, n."intoId", t.milestone_key, t.held_at, t.released_at, t.seen_at FROM ${pairRows}
     JOIN step_release t ON t.organization_id = $1 AND t.enrollment_id = n."fromId" ON CONFLICT DO NOTHING`,
    parameters,
  );
}

/** Memberships of the survivor whose sources an undo has taken back end with them. */
export async function leaveTakenBack(transaction: Transaction, intoId: string, enrollmentIds: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE assignment_member m SET state = 'REMOVED', reason = 'UNDONE'
     WHERE m.organization_id = $1 AND m.person_id = $2 AND m.enrollment_id = ANY ($3::uuid[]) AND m.state NOT IN ('REMOVED', 'ENDED', 'DETACHED')
       AND NOT EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = m.enrollment_id AND x.assignment_id = m.assignment_id AND x.valid_to IS NULL)`,
    [transaction.organizationId, intoId, enrollmentIds],
  );
}

/** All enrollments of some records. */
export async function readEnrollmentIds(transaction: Transaction, personIds: readonly string[]): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>('SELECT id FROM enrollment WHERE organization_id = $1 AND person_id = ANY ($2::uuid[]) ORDER BY id', [
    transaction.organizationId,
    personIds,
  ]);
  return rows.map(({ id }) => id);
}
