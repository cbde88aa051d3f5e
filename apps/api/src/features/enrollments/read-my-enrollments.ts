import type { Standing } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateNow, type Evaluation } from './evaluate-enrollments.ts';

/** One of a learner's enrollments, evaluated at this moment. */
export interface LearnerEnrollment extends Evaluation {
  readonly enrollmentId: string;
}

/** What a learner has, whole or one of it, evaluated at this moment. */
export async function readMyEnrollments(transaction: Transaction, personId: string, only?: string): Promise<LearnerEnrollment[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT e.id FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     WHERE e.organization_id = $1 AND e.person_id = $2 AND s.status <> 'WITHDRAWN' AND ($3::uuid IS NULL OR e.id = $3)`,
    [transaction.organizationId, personId, only ?? null],
  );
  const evaluations = await evaluateNow(
    transaction,
    rows.map((row) => row.id),
  );
  const all = evaluations.flatMap((evaluation) => evaluation.enrollmentIds.map((enrollmentId) => ({ ...evaluation, enrollmentId })));
  return all.sort((a, b) => urgency(a.standing) - urgency(b.standing) || compareDue(a.standing, b.standing) || a.enrollmentId.localeCompare(b.enrollmentId));
}

/** What is open before what is done. */
function urgency({ status }: Standing): number {
  if (status === 'IN_PROGRESS' || status === 'NOT_STARTED') return 0;
  return status === 'NOT_COMPLETED' ? 1 : 2;
}

function compareDue(a: Standing, b: Standing): number {
  const last = '9999-12-31';
  return (a.effectiveDue?.date ?? last).localeCompare(b.effectiveDue?.date ?? last);
}

/** Names and lengths of content, for a learner's pages. */
export interface ContentInfo {
  readonly id: string;
  readonly kind: 'MODULE' | 'COURSE' | 'ACTIVITY' | 'EXAM';
  readonly name: string;
  readonly durationMinutes: number | null;
}

/** Content by id. */
export async function readContentInfo(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, ContentInfo>> {
  const rows = await transaction.query<ContentInfo>(
    `SELECT id, kind, name, duration_minutes AS "durationMinutes" FROM learning_object WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
