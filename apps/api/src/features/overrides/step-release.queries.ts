import type { ReleaseAct, ReleaseChange } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { TakenBack } from '../assignments/index.ts';
import type { FactsExpression } from './plan-act.queries.ts';

/** What is done by hand with a step of some enrollments. */
export interface StepReleases {
  readonly milestoneKey: string;
  readonly act: ReleaseAct;
  readonly reason: string;
  /** The bulk act that it is part of. */
  readonly operationId: string | null;
  readonly changes: readonly (ReleaseChange & { readonly enrollmentId: string })[];
}

/** Keeps what was done by hand with a step, and what held before; whether it was seen stays as it is. */
export async function writeStepReleases(transaction: Transaction, { milestoneKey, act, reason, operationId, changes }: StepReleases): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `WITH changed AS MATERIALIZED (
       SELECT r.* FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, enrollment_id uuid, held_at timestamptz, released_at timestamptz)
     ), acts AS (
       INSERT INTO step_release_act (organization_id, id, enrollment_id, milestone_key, act, held_before, released_before, held_at, released_at, reason, operation_id, created_at, created_by)
       SELECT $1, c.id, c.enrollment_id, $3, $4, t.held_at, t.released_at, c.held_at, c.released_at, $5, $6, $7, $8
       FROM changed c LEFT JOIN step_release t ON t.organization_id = $1 AND t.enrollment_id = c.enrollment_id AND t.milestone_key = $3
     )
     INSERT INTO step_release (organization_id, enrollment_id, milestone_key, held_at, released_at) SELECT $1, c.enrollment_id, $3, c.held_at, c.released_at FROM changed c
     ON CONFLICT (organization_id, enrollment_id, milestone_key) DO UPDATE SET held_at = excluded.held_at, released_at = excluded.released_at`,
    [organizationId, JSON.stringify(changes.map(({ enrollmentId, heldAt, releasedAt }) => ({ id: newId(), enrollment_id: enrollmentId, held_at: heldAt, released_at: releasedAt }))), milestoneKey, act, reason, operationId, now, actor.id],
  );
}

/** Puts back what held before a bulk act, of some of its enrollments. */
export async function returnStepReleases(transaction: Transaction, { operationId, undoId, enrollmentIds }: TakenBack): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `WITH done AS MATERIALIZED (
       SELECT a.* FROM step_release_act a WHERE a.organization_id = $1 AND a.operation_id = $2 AND a.enrollment_id = ANY ($3::uuid[])
     ), acts AS (
       INSERT INTO step_release_act (organization_id, id, enrollment_id, milestone_key, act, held_before, released_before, held_at, released_at, reason, operation_id, created_at, created_by)
       SELECT $1, gen_random_uuid(), d.enrollment_id, d.milestone_key, 'TAKE_BACK', d.held_at, d.released_at, d.held_before, d.released_before, d.reason, $4, $5, $6 FROM done d
     )
     UPDATE step_release t SET held_at = d.held_before, released_at = d.released_before FROM done d
     WHERE t.organization_id = $1 AND t.enrollment_id = d.enrollment_id AND t.milestone_key = d.milestone_key`,
    [organizationId, operationId, enrollmentIds, undoId, now, actor.id],
  );
}

/**
 * What decides whether a bulk act on a step can be taken back from somebody, as `ReleaseUndoSituation` of the domain.
 *
 * @param opened whether the act may have opened it
 */
export const releaseUndoFacts =
  (operationId: string, milestoneKey: string, opened: boolean): FactsExpression =>
  (parameters) => {
    const [operation, key] = [parameters.add(operationId, 'uuid'), parameters.add(milestoneKey, 'uuid')];
    return `jsonb_build_object('plan', s.status, 'opened', ${String(opened)},
      'step', (SELECT m->>'status' FROM jsonb_array_elements(s.milestones) m WHERE m->>'key' = ${key}::text),
      'seen', EXISTS (SELECT FROM step_release t WHERE t.organization_id = $1 AND t.enrollment_id = e.id AND t.milestone_key = ${key} AND t.seen_at IS NOT NULL),
      'latest', coalesce((SELECT a.operation_id = ${operation} FROM step_release_act a WHERE a.organization_id = $1 AND a.enrollment_id = e.id AND a.milestone_key = ${key}
        ORDER BY a.created_at DESC, a.id DESC LIMIT 1), false))`;
  };

/** What was done by hand with a step of an enrollment, and who did it last. */
export interface StepReleaseRow {
  readonly enrollmentId: string;
  readonly milestoneKey: string;
  readonly heldAt: Date | null;
  readonly releasedAt: Date | null;
  readonly at: Date | null;
  readonly by: string | null;
  readonly reason: string | null;
}

/** The same of all steps of enrollments with which anything was done by hand. */
export const stepReleasesLoader = defineLoader<string, readonly StepReleaseRow[]>(async (transaction, enrollmentIds) =>
  Map.groupBy(
    await transaction.query<StepReleaseRow>(
      `SELECT t.enrollment_id AS "enrollmentId", t.milestone_key AS "milestoneKey", t.held_at AS "heldAt", t.released_at AS "releasedAt", a.created_at AS at, a.created_by AS by, a.reason
       FROM step_release t
       LEFT JOIN LATERAL (SELECT * FROM step_release_act a WHERE a.organization_id = $1 AND a.enrollment_id = t.enrollment_id AND a.milestone_key = t.milestone_key
         ORDER BY a.created_at DESC, a.id DESC LIMIT 1) a ON true
       WHERE t.organization_id = $1 AND t.enrollment_id = ANY ($2::uuid[]) AND (t.held_at IS NOT NULL OR t.released_at IS NOT NULL OR a.id IS NOT NULL)`,
      [transaction.organizationId, enrollmentIds],
    ),
    ({ enrollmentId }) => enrollmentId,
  ),
);

/** The names of the steps of enrollments that are held by hand and wait, in plan order; as they were last evaluated, as lists show everything. */
export const stepsHeldLoader = defineLoader<string, readonly string[]>(async (transaction, enrollmentIds) => {
  const rows = await transaction.query<{ id: string; names: string[] }>(
    `SELECT t.enrollment_id AS id, array_agg(m.name ORDER BY m.position) AS names
     FROM step_release t
     JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = t.enrollment_id AND s.status IN ('NOT_STARTED', 'IN_PROGRESS')
     JOIN milestone m ON m.organization_id = $1 AND m.plan_version_id = s.plan_version_id AND m.key = t.milestone_key
     WHERE t.organization_id = $1 AND t.enrollment_id = ANY ($2::uuid[]) AND t.held_at IS NOT NULL
       AND EXISTS (SELECT FROM jsonb_array_elements(s.milestones) k WHERE k->>'key' = t.milestone_key::text AND k->>'status' = 'NOT_RELEASED')
     GROUP BY t.enrollment_id`,
    [transaction.organizationId, enrollmentIds],
  );
  return new Map(rows.map(({ id, names }) => [id, names]));
});
