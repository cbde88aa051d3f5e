import { classifyCompletion, type CalendarDate, type CompletionClass } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readEvaluations } from '../enrollments/index.ts';
import { recordCompletions, recordPlanCompletions } from '../facts/index.ts';
import { holdPublishedVersion } from '../learning-plans/index.ts';
import { followWork, type PartOfAct } from './follow-work.ts';

/** A completion of content, or of a plan, that somebody records for somebody else. */
export interface RecordedWork {
  readonly personId: string;
  /** Content or a plan. */
  readonly subjectId: string;
  readonly isPlan: boolean;
  readonly completedOn: CalendarDate;
  readonly origin: 'MANUAL' | 'IMPORT' | 'API';
  readonly reason?: string | null;
  readonly evidenceFileId?: string | null;
}

/**
 * Records completions, with everything that follows: courses by their modules, and the plans of the people (U10–U13, E10). Who is not in a plan that they are
 * said to have completed has it on record, and nothing to do in it. The people are to be locked before.
 */
export async function recordWork(transaction: Transaction, work: readonly RecordedWork[], part: PartOfAct): Promise<void> {
  if (work.length === 0) return;
  const { operationId } = part;
  await recordCompletions(transaction, work.flatMap((each) => (each.isPlan ? [] : [{ ...each, learningObjectId: each.subjectId, operationId }])));
  const ofPlans = Map.groupBy(work.filter(({ isPlan }) => isPlan), ({ subjectId }) => subjectId);
  for (const [planId, completions] of ofPlans) await recordOfPlan(transaction, planId, completions, operationId);
  await followWork(transaction, work, part);
}

async function recordOfPlan(transaction: Transaction, planId: string, work: readonly RecordedWork[], operationId: string): Promise<void> {
  await holdPublishedVersion(transaction, planId);
  const enrollments = await enrollUnassigned(transaction, planId, work.map(({ personId }) => personId));
  const classes = await classifyAll(transaction, work, enrollments);
  await recordPlanCompletions(
    transaction,
    work.map((each) => ({ ...each, enrollmentId: enrollments.get(each.personId)!, completionClass: classes.get(each)!, operationId })),
  );
}

/** The current enrollments of some people in a plan, by person; those who have none begin one on the version that is published. Nothing holds them in it: what is recorded counts, and without that they never had it. */
async function enrollUnassigned(transaction: Transaction, planId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { organizationId, now, actor } = transaction;
  const parameters = [organizationId, planId, personIds];
  const added = await transaction.query<{ id: string; personId: string }>(
    `WITH enrolled AS (
       INSERT INTO enrollment (organization_id, id, person_id, cycle, enrolled_on, created_at, created_by, plan_id, plan_version_id)
       SELECT $1, n.id, p.id, 1, ($5::timestamptz AT TIME ZONE p.time_zone)::date, $5, $6, l.id, l.published_version_id
       FROM unnest($3::uuid[], $4::uuid[]) AS n (person_id, id)
       JOIN person p ON p.organization_id = $1 AND p.id = n.person_id
       JOIN learning_plan l ON l.organization_id = $1 AND l.id = $2
       WHERE NOT EXISTS (SELECT FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = $2)
       ON CONFLICT (organization_id, person_id, subject_id, cycle) DO NOTHING
       RETURNING id, person_id
     ), held AS (
       INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, valid_from, valid_to, ended_because, created_at, created_by)
       SELECT $1, gen_random_uuid(), id, 'SELF_STARTED', $5, $5, 'RECORDED', $5, $6 FROM enrolled
     )
     SELECT id, person_id AS "personId" FROM enrolled`,
    [...parameters, personIds.map(() => newId()), now, actor.id],
  );
  const rows = await transaction.query<{ id: string; personId: string }>(
    `SELECT e.id, e.person_id AS "personId" FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current
     WHERE e.organization_id = $1 AND e.subject_id = $2 AND e.person_id = ANY ($3::uuid[])`,
    parameters,
  );
  return new Map([...rows, ...added].map(({ id, personId }) => [personId, id]));
}

/** Assigned study or self-learning, by what was assigned on the day on which it was completed, whenever that is recorded (S7, S7b). */
async function classifyAll(transaction: Transaction, work: readonly RecordedWork[], enrollments: ReadonlyMap<string, string>): Promise<ReadonlyMap<RecordedWork, CompletionClass>> {
  const evaluations = await readEvaluations(transaction, [...enrollments.values()]);
  const situationOf = new Map(evaluations.flatMap(({ situation, enrollmentIds }) => enrollmentIds.map((id) => [id, situation] as const)));
  return new Map(
    work.map((each) => {
      const { sources, person } = situationOf.get(enrollments.get(each.personId)!)!;
      return [each, classifyCompletion({ on: each.completedOn, at: null }, sources, person.zone)];
    }),
  );
}
