import type { DueRule } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateEnrollments, renewPins } from '../enrollments/index.ts';
import { holdPublishedVersion } from '../learning-plans/index.ts';
import { isCycleThatCounts } from './assignment.queries.ts';
import type { Target } from './assignment-target.ts';
import type { MemberClass } from './classify-member.ts';
import { type Recipients, sourceKind } from './source-kind.ts';

/** What an assignment gives, and by whom. */
export interface Gift extends Recipients {
  readonly assignmentId: string;
  readonly target: Target;
  readonly dueRule: DueRule | null;
  readonly givenBy: string | null;
}

/**
 * Gives a plan or content to people: an enrollment where there is none, or a new cycle, a source and a member for each, and standings as the evaluator sees them.
 * What somebody had kept of an audience that they left ends, now that they have it anew (2.5). The people are to be locked before.
 *
 * @param classes the class of each person, by id
 * @returns their enrollments
 */
export async function giveToPeople(transaction: Transaction, gift: Gift, classes: ReadonlyMap<string, MemberClass>): Promise<readonly string[]> {
  const people = [...classes.keys()];
  if (people.length === 0) return [];
  if (gift.target.plan) await holdPublishedVersion(transaction, gift.target.id);
  const again = people.filter((id) => classes.get(id)!.startsCycle);
  await enroll(transaction, gift, people);
  if (again.length > 0) await startCycles(transaction, gift, again);
  const enrollments = await addSources(transaction, gift, classes);
  if (gift.target.plan) await renewPins(transaction, enrollments);
  await evaluateEnrollments(transaction, enrollments);
  return enrollments;
}

async function enroll(transaction: Transaction, { target, givenBy }: Gift, people: readonly string[]): Promise<void> {
  const { organizationId, now } = transaction;
  const subject = target.plan ? 'plan_id, plan_version_id' : 'learning_object_id';
  const given = target.plan ? 'l.id, l.published_version_id' : 'l.id';
  await transaction.query(
    `INSERT INTO enrollment (organization_id, id, person_id, cycle, enrolled_on, created_at, created_by, ${subject})
     SELECT $1, n.id, p.id, 1, ($5::timestamptz AT TIME ZONE p.time_zone)::date, $5, $6, ${given}
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id)
     JOIN person p ON p.organization_id = $1 AND p.id = n.person_id
     JOIN ${target.plan ? 'learning_plan' : 'learning_object'} l ON l.organization_id = $1 AND l.id = $4
     WHERE NOT EXISTS (SELECT FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = $4)
     ORDER BY n.id
     ON CONFLICT (organization_id, person_id, subject_id, cycle) DO NOTHING`,
    [organizationId, people.map(() => newId()), people, target.id, now, givenBy],
  );
}

/** Begins the next cycle of each of some people: what was done before this moment belongs to the earlier ones (E9). */
async function startCycles(transaction: Transaction, { target, givenBy }: Gift, people: readonly string[]): Promise<void> {
  const { organizationId, now } = transaction;
  await evaluateEnrollments(transaction, await readUnevaluated(transaction, target.id, people));
  const subject = target.plan ? 'plan_id, plan_version_id' : 'learning_object_id';
  const given = target.plan ? 'l.id, l.published_version_id' : 'l.id';
  await transaction.query(
    `INSERT INTO enrollment (organization_id, id, person_id, cycle, cycle_starts_on, cycle_starts_at, enrolled_on, created_at, created_by, ${subject})
     SELECT $1, n.id, p.id, (SELECT max(e.cycle) + 1 FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = $4),
       d.today, $5, d.today, $5, $6, ${given}
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id)
     JOIN person p ON p.organization_id = $1 AND p.id = n.person_id
     CROSS JOIN LATERAL (SELECT ($5::timestamptz AT TIME ZONE p.time_zone)::date AS today) d
     JOIN ${target.plan ? 'learning_plan' : 'learning_object'} l ON l.organization_id = $1 AND l.id = $4
     ORDER BY n.id`,
    [organizationId, people.map(() => newId()), people, target.id, now, givenBy],
  );
}

/** The first cycles of those who completed content that nobody had given them: they too are on record. */
async function readUnevaluated(transaction: Transaction, subjectId: string, people: readonly string[]): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT e.id FROM enrollment e WHERE e.organization_id = $1 AND e.subject_id = $2 AND e.person_id = ANY ($3::uuid[])
       AND NOT EXISTS (SELECT FROM standing s WHERE s.organization_id = $1 AND s.enrollment_id = e.id)`,
    [transaction.organizationId, subjectId, people],
  );
  return rows.map((row) => row.id);
}

async function addSources(transaction: Transaction, gift: Gift, classes: ReadonlyMap<string, MemberClass>): Promise<readonly string[]> {
  const { organizationId, now } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `WITH latest AS (
       SELECT e.id, n.person_id, n.state, n.source_id, n.exception
       FROM unnest($2::uuid[], $3::text[], $4::uuid[], $11::text[]) AS n (person_id, state, source_id, exception)
       CROSS JOIN LATERAL (
         SELECT e.id FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = n.person_id AND e.subject_id = $5 AND ${isCycleThatCounts}
         ORDER BY e.cycle DESC LIMIT 1
       ) e
     ), released AS (
       UPDATE enrollment_source SET valid_to = $9, ended_because = 'REPLACED', ended_by = $10
       WHERE organization_id = $1 AND enrollment_id IN (SELECT id FROM latest) AND kept AND valid_to IS NULL
     ), sourced AS (
       INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, due_rule, dormant, valid_from, created_at, created_by)
       SELECT $1, source_id, id, $6, $7, $8, state = 'CONFLICT', $9, $9, $10 FROM latest
     ), joined AS (
       INSERT INTO assignment_member (organization_id, assignment_id, person_id, subject_id, enrollment_id, state, reason)
       SELECT $1, $7, person_id, $5, id, state, exception FROM latest
       ON CONFLICT (organization_id, assignment_id, person_id, subject_id) DO UPDATE
       SET state = excluded.state, enrollment_id = excluded.enrollment_id, reason = excluded.reason
     )
     SELECT id FROM latest`,
    [
      organizationId,
      [...classes.keys()],
      Array.from(classes.values(), (each) => each.state),
      Array.from(classes, () => newId()),
      gift.target.id,
      sourceKind(gift),
      gift.assignmentId,
      gift.dueRule ? JSON.stringify(gift.dueRule) : null,
      now,
      gift.givenBy,
      Array.from(classes.values(), (each) => each.exception),
    ],
  );
  return rows.map((row) => row.id);
}
