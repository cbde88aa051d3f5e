import type { DueRule } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import type { MemberClass } from './classify-member.ts';
import { type Recipients, sourceKind } from './source-kind.ts';

/** What an assignment gives, and by whom. */
export interface Gift extends Recipients {
  readonly assignmentId: string;
  readonly planId: string;
  readonly dueRule: DueRule | null;
  readonly givenBy: string | null;
}

/**
 * Gives the plan to people: an enrollment where there is none, a source and a member for each, and standings as the evaluator sees them.
 * What somebody had kept of an audience that they left ends, now that they have it anew (2.5). The people are to be locked before.
 *
 * @param classes the class of each person, by id
 * @returns their enrollments
 */
export async function giveToPeople(transaction: Transaction, gift: Gift, classes: ReadonlyMap<string, MemberClass>): Promise<readonly string[]> {
  const people = [...classes.keys()];
  if (people.length === 0) return [];
  await enroll(transaction, gift, people);
  const enrollments = await addSources(transaction, gift, classes);
  await evaluateEnrollments(transaction, enrollments);
  return enrollments;
}

async function enroll(transaction: Transaction, { planId, givenBy }: Gift, people: readonly string[]): Promise<void> {
  const { organizationId, now } = transaction;
  await transaction.query(
    `INSERT INTO enrollment (organization_id, id, person_id, plan_id, cycle, plan_version_id, enrolled_on, created_at, created_by)
     SELECT $1, n.id, p.id, l.id, 1, l.published_version_id, ($5::timestamptz AT TIME ZONE p.time_zone)::date, $5, $6
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id)
     JOIN person p ON p.organization_id = $1 AND p.id = n.person_id
     JOIN learning_plan l ON l.organization_id = $1 AND l.id = $4
     WHERE NOT EXISTS (SELECT FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = $4)
     ORDER BY n.id
     ON CONFLICT (organization_id, person_id, subject_id, cycle) DO NOTHING`,
    [organizationId, people.map(() => newId()), people, planId, now, givenBy],
  );
}

async function addSources(transaction: Transaction, gift: Gift, classes: ReadonlyMap<string, MemberClass>): Promise<readonly string[]> {
  const { organizationId, now } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `WITH latest AS (
       SELECT DISTINCT ON (e.person_id) e.id, e.person_id, c.class, c.source_id, c.exception
       FROM unnest($2::uuid[], $3::text[], $4::uuid[], $11::text[]) AS c (person_id, class, source_id, exception)
       JOIN enrollment e ON e.organization_id = $1 AND e.person_id = c.person_id AND e.subject_id = $5
       ORDER BY e.person_id, e.cycle DESC
     ), released AS (
       UPDATE enrollment_source SET valid_to = $9, ended_because = 'REPLACED'
       WHERE organization_id = $1 AND enrollment_id IN (SELECT id FROM latest) AND kept AND valid_to IS NULL
     ), sourced AS (
       INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, due_rule, dormant, valid_from, created_at, created_by)
       SELECT $1, source_id, id, $6, $7, $8, class = 'CONFLICT', $9, $9, $10 FROM latest
     ), joined AS (
       INSERT INTO assignment_member (organization_id, assignment_id, person_id, subject_id, enrollment_id, state, reason)
       SELECT $1, $7, person_id, $5, id, class, exception FROM latest
       ON CONFLICT (organization_id, assignment_id, person_id, subject_id) DO UPDATE
       SET state = excluded.state, enrollment_id = excluded.enrollment_id, reason = excluded.reason
     )
     SELECT id FROM latest`,
    [
      organizationId,
      [...classes.keys()],
      Array.from(classes.values(), (each) => each.class),
      Array.from(classes, () => newId()),
      gift.planId,
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
