import type { CompletionFact, Revocation } from '@milepost/domain';
import { recordsOf } from '../people/index.ts';
import { newId } from '../../platform/database/new-id.ts';
import { isGivenBack } from './revocations.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A completion of a learning object to be recorded. */
export interface NewCompletion {
  /** Given where something else has to name it before it is written. */
  readonly id?: string;
  readonly personId: string;
  readonly learningObjectId: string;
  readonly completedOn: string;
  /** The instant, where it is known. */
  readonly completedAt?: Date | null;
  readonly origin: 'AUTO' | 'MANUAL' | 'IMPORT' | 'EVENT' | 'PACKAGE' | 'API';
  /** AUTO: the facts that it rests on. */
  readonly evidence?: readonly string[];
  readonly reason?: string | null;
  /** An uploaded file that shows it. */
  readonly evidenceFileId?: string | null;
  readonly operationId?: string | null;
}

/** Records completions. Facts are only ever added: a mistake is revoked by a fact of its own. */
export async function recordCompletions(transaction: Transaction, completions: readonly NewCompletion[]): Promise<void> {
  if (completions.length === 0) return;
  const rows = completions.map((completion) => ({ ...completion, id: completion.id ?? newId() }));
  await transaction.query(
    `INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, completed_at, recorded_at, origin,
       evidence, reason, evidence_file_id, operation_id, created_at, created_by)
     SELECT $1, r.id, r."personId", o.id, o.kind, r."completedOn", r."completedAt", $3, r.origin, coalesce(r.evidence, '{}'), r.reason, r."evidenceFileId", r."operationId", $3, $4
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "personId" uuid, "learningObjectId" uuid, "completedOn" date, "completedAt" timestamptz, origin text, evidence uuid[],
       reason text, "evidenceFileId" uuid, "operationId" uuid)
     JOIN learning_object o ON o.organization_id = $1 AND o.id = r."learningObjectId"`,
    [transaction.organizationId, JSON.stringify(rows), transaction.now, transaction.actor.id],
  );
}

/** A completion of a plan to be recorded by hand or from a file; those that evaluation finds are written with the standings. */
export interface NewPlanCompletion {
  readonly enrollmentId: string;
  readonly completedOn: string;
  readonly origin: 'MANUAL' | 'IMPORT' | 'API';
  readonly completionClass: 'ASSIGNED' | 'SELF';
  readonly reason?: string | null;
  readonly evidenceFileId?: string | null;
  readonly operationId: string;
}

/** Records completions of plans, each in the cycle of its enrollment. */
export async function recordPlanCompletions(transaction: Transaction, completions: readonly NewPlanCompletion[]): Promise<void> {
  const rows = completions.map((completion) => ({ ...completion, id: newId() }));
  await transaction.query(
    `INSERT INTO completion_fact (organization_id, id, person_id, plan_id, kind, cycle, completed_on, recorded_at, origin, completion_class, reason, evidence_file_id,
       operation_id, created_at, created_by)
     SELECT $1, r.id, e.person_id, e.plan_id, 'PLAN', e.cycle, r."completedOn", $3, r.origin, r."completionClass", r.reason, r."evidenceFileId", r."operationId", $3, $4
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "enrollmentId" uuid, "completedOn" date, origin text, "completionClass" text, reason text, "evidenceFileId" uuid,
       "operationId" uuid)
     JOIN enrollment e ON e.organization_id = $1 AND e.id = r."enrollmentId"`,
    [transaction.organizationId, JSON.stringify(rows), transaction.now, transaction.actor.id],
  );
}

/** What is on record of one person about some learning objects: facts, revoked ones too, and the revocations. */
export interface PersonFacts {
  readonly facts: readonly CompletionFact[];
  readonly revocations: readonly Revocation[];
}

/** A course and its modules, or a module by itself, as a condition; `$1` is the organization. */
export const ofCourse = (column: string, course: string): string =>
  `(${column} = ${course} OR ${column} IN (SELECT m.module_id FROM course_module m WHERE m.organization_id = $1 AND m.course_id = ${course}))`;

/** Reads the facts of one person about a course and its modules. */
export async function readPersonFacts(transaction: Transaction, personId: string, courseId: string): Promise<PersonFacts> {
  const [row] = await transaction.query<PersonFacts>(
    `SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'learningObjectId', f.learning_object_id, 'completedOn', f.completed_on,
         'completedAt', f.completed_at, 'recordedAt', f.recorded_at, 'origin', f.origin) ORDER BY f.id)
       FROM completion_fact f WHERE f.organization_id = $1 AND f.person_id = ANY (${recordsOf('$2::uuid')}) AND ${ofCourse('f.subject_id', '$3')}), '[]') AS facts,
       coalesce((SELECT jsonb_agg(jsonb_build_object('factId', r.completion_fact_id, 'at', r.revoked_at, 'givenBack', ${isGivenBack}))
       FROM revocation_fact r WHERE r.organization_id = $1 AND r.person_id = ANY (${recordsOf('$2::uuid')})), '[]') AS revocations`,
    [transaction.organizationId, personId, courseId],
  );
  return row!;
}
