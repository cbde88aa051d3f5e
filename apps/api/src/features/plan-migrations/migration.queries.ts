import type { EnrollmentStatus } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoader } from '../../platform/request/loader.ts';

/** One of a plan's people in their current cycle, as it is kept. */
export interface MigratedMember {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly status: EnrollmentStatus;
  /** The version that they are pinned to. */
  readonly versionId: string;
}

const current = `
  SELECT e.id AS "enrollmentId", e.person_id AS "personId", s.status, coalesce(s.plan_version_id, e.plan_version_id) AS "versionId"
  FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
  WHERE e.organization_id = $1 AND e.subject_id = $2 AND s.is_current AND s.status <> 'WITHDRAWN'`;

/** Everybody who has a plan, in the order of people. */
export function readMembers(transaction: Transaction, planId: string): Promise<MigratedMember[]> {
  return transaction.query<MigratedMember>(`${current} ORDER BY e.person_id`, [transaction.organizationId, planId]);
}

/** Those of some people who have it. */
export function readMembersAmong(transaction: Transaction, planId: string, personIds: readonly string[]): Promise<MigratedMember[]> {
  return transaction.query<MigratedMember>(`${current} AND e.person_id = ANY ($3::uuid[]) ORDER BY e.person_id`, [transaction.organizationId, planId, personIds]);
}

/**
 * Whether another bulk act is being carried out on people of the plan: whom it has not come to yet cannot be classified. Commits that could meet
 * wait for each other.
 */
export async function meetsRunningAct(transaction: Transaction, operationId: string, planId: string): Promise<boolean> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`assign:${planId}`]);
  const [row] = await transaction.query<{ meets: boolean }>(
    `SELECT EXISTS (
       SELECT FROM operation o WHERE o.organization_id = $1 AND o.state = 'APPLYING' AND o.id <> $2 AND (o.input->>'planId' = $3::text OR EXISTS (
         SELECT FROM operation_chunk c WHERE c.organization_id = $1 AND c.operation_id = o.id AND c.state = 'PENDING' AND c.target_id = $3::uuid))
     ) AS meets`,
    [transaction.organizationId, operationId, planId],
  );
  return row!.meets;
}

/** An enrollment and the version that it is pinned to from now on. */
export interface NewPin {
  readonly enrollmentId: string;
  readonly versionId: string;
}

/** Writes pins, dated; what an enrollment was pinned to before stays on record. */
export async function writePins(transaction: Transaction, operationId: string, pins: readonly NewPin[]): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO enrollment_pin (organization_id, id, enrollment_id, plan_version_id, valid_from, operation_id, created_at, created_by)
     SELECT $1, n.id, n.enrollment_id, n.version_id, $5, $6, $5, $7 FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS n (id, enrollment_id, version_id)`,
    [organizationId, pins.map(() => newId()), pins.map(({ enrollmentId }) => enrollmentId), pins.map(({ versionId }) => versionId), now, operationId, actor.id],
  );
}

/** Ends what is held for some people about milestones that their version no longer has. */
export async function endOverridesOfOtherKeys(transaction: Transaction, operationId: string, pins: readonly NewPin[]): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE override v SET valid_to = $4, ended_by = $5, ended_in = $6 FROM unnest($2::uuid[], $3::uuid[]) AS n (enrollment_id, version_id)
     WHERE v.organization_id = $1 AND v.enrollment_id = n.enrollment_id AND v.valid_to IS NULL AND v.milestone_key IS NOT NULL
       AND NOT EXISTS (SELECT FROM milestone m WHERE m.organization_id = $1 AND m.plan_version_id = n.version_id AND m.key = v.milestone_key)`,
    [organizationId, pins.map(({ enrollmentId }) => enrollmentId), pins.map(({ versionId }) => versionId), now, actor.id, operationId],
  );
}

/**
 * Begins the next cycle of people who completed a plan, in which they are asked for what is new: it counts facts from where the completed one did, and they have it
 * individually.
 *
 * @param pins the completed enrollments, each with what is asked
 * @returns the new enrollments
 */
export async function beginCycles(transaction: Transaction, operationId: string, pins: readonly NewPin[]): Promise<readonly string[]> {
  const { organizationId, now, actor } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `WITH begun AS (
       INSERT INTO enrollment (organization_id, id, person_id, plan_id, plan_version_id, cycle, cycle_starts_on, cycle_starts_at, enrolled_on, created_at, created_by)
       SELECT $1, n.id, e.person_id, e.plan_id, n.version_id,
         (SELECT max(x.cycle) + 1 FROM enrollment x WHERE x.organization_id = $1 AND x.person_id = e.person_id AND x.subject_id = e.subject_id),
         e.cycle_starts_on, e.cycle_starts_at, ($6::timestamptz AT TIME ZONE p.time_zone)::date, $6, $7
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS n (id, enrollment_id, version_id)
       JOIN enrollment e ON e.organization_id = $1 AND e.id = n.enrollment_id
       JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
       RETURNING id
     ), pinned AS (
       INSERT INTO enrollment_pin (organization_id, id, enrollment_id, plan_version_id, valid_from, operation_id, created_at, created_by)
       SELECT $1, n.pin_id, n.id, n.version_id, $6, $8, $6, $7 FROM unnest($2::uuid[], $4::uuid[], $9::uuid[]) AS n (id, version_id, pin_id)
     )
     INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, valid_from, operation_id, created_at, created_by)
     SELECT $1, n.source_id, n.id, 'INDIVIDUAL', $6, $8, $6, $7 FROM unnest($2::uuid[], $5::uuid[]) AS n (id, source_id) JOIN begun b ON b.id = n.id
     RETURNING enrollment_id AS id`,
    [
      organizationId,
      pins.map(() => newId()),
      pins.map(({ enrollmentId }) => enrollmentId),
      pins.map(({ versionId }) => versionId),
      pins.map(() => newId()),
      now,
      actor.id,
      operationId,
      pins.map(() => newId()),
    ],
  );
  return rows.map(({ id }) => id);
}

/** What a migration gave one person, as it is now. */
export interface MovedMember extends MigratedMember {
  /** The version that the migration pinned it to. */
  readonly movedTo: string;
  /** The one that it had been pinned to before; null: the migration began this cycle. */
  readonly movedFrom: string | null;
  readonly isCurrent: boolean;
}

/**
 * Everybody whom a migration gave something.
 *
 * @param among only these people; absent: all
 */
export function readMoved(transaction: Transaction, operationId: string, among: readonly string[] | null): Promise<MovedMember[]> {
  return transaction.query<MovedMember>(
    `SELECT e.id AS "enrollmentId", e.person_id AS "personId", s.status, coalesce(s.plan_version_id, e.plan_version_id) AS "versionId",
       n.plan_version_id AS "movedTo", s.is_current AS "isCurrent",
       CASE WHEN EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND x.operation_id = $2) THEN NULL
         ELSE coalesce((SELECT b.plan_version_id FROM enrollment_pin b WHERE b.organization_id = $1 AND b.enrollment_id = e.id AND b.valid_from < n.valid_from
           ORDER BY b.valid_from DESC LIMIT 1), e.plan_version_id) END AS "movedFrom"
     FROM enrollment_pin n
     JOIN enrollment e ON e.organization_id = $1 AND e.id = n.enrollment_id
     JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     WHERE n.organization_id = $1 AND n.operation_id = $2 AND ($3::uuid[] IS NULL OR e.person_id = ANY ($3::uuid[])) ORDER BY e.person_id`,
    [transaction.organizationId, operationId, among],
  );
}

/** Ends the sources of cycles that a migration began. */
export async function endBegunCycles(transaction: Transaction, of: { readonly operationId: string; readonly undoId: string; readonly enrollmentIds: readonly string[] }): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE enrollment_source SET valid_to = $5, ended_because = 'UNDONE', ended_by = $6, ended_in = $4
     WHERE organization_id = $1 AND operation_id = $2 AND enrollment_id = ANY ($3::uuid[]) AND valid_to IS NULL`,
    [organizationId, of.operationId, of.enrollmentIds, of.undoId, now, actor.id],
  );
}

/** The publishings of the next version of each of some plans that are not over, the newest first. */
export const openVersionOperationsLoader = defineLoader<string, readonly string[]>(async (transaction, planIds) => {
  const rows = await transaction.query<{ planId: string; id: string }>(
    `SELECT o.input->>'planId' AS "planId", o.id FROM operation o
     WHERE o.organization_id = $1 AND o.kind = 'MIGRATE_PLAN_VERSION' AND o.state IN ('PREVIEWED', 'APPLYING', 'FAILED') AND o.input->>'planId' = ANY ($2::text[])
       AND (o.committed_at IS NOT NULL OR EXISTS (SELECT FROM learning_plan p WHERE p.organization_id = $1 AND p.draft_version_id::text = o.input->>'versionId'))
     ORDER BY o.created_at DESC, o.id DESC`,
    [transaction.organizationId, planIds],
  );
  return new Map([...Map.groupBy(rows, ({ planId }) => planId)].map(([planId, alike]) => [planId, alike.map(({ id }) => id)]));
});
