import type { CompletionFact, EnrollmentSituation, Instant, ItemState, Override, PlanCompletionFact, Revocation, Situation, Source } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isGivenBack } from '../facts/index.ts';
import { recordsOf } from '../people/index.ts';
import { defineLoader } from '../../platform/request/loader.ts';

/** A completion of a learning object, or of a plan in one of its cycles. */
type RecordedFact = (CompletionFact | PlanCompletionFact) & {
  readonly learningObjectId: string | null;
  readonly planId: string | null;
  readonly cycle: number | null;
};

/** One of a person's enrollments as it is stored. */
export interface RecordedEnrollment {
  readonly id: string;
  readonly planId: string | null;
  readonly learningObjectId: string | null;
  readonly planVersionId: string | null;
  readonly status: string | null;
  /** Its plan is inactive at present: nobody new gets it. */
  readonly planInactive: boolean;
  readonly enrollment: EnrollmentSituation;
  readonly overrides: readonly Override[];
  /** Known by their assignments; without names. */
  readonly sources: readonly Source[];
}

/** Everything that the standings of one person follow from, beside the definitions of what the person is enrolled in. */
export interface PersonRecord {
  readonly person: Situation['person'];
  readonly policies: Situation['policies'];
  readonly facts: readonly RecordedFact[];
  readonly revocations: readonly Revocation[];
  readonly itemStates: readonly ItemState[];
  readonly enrollments: readonly RecordedEnrollment[];
}

const list = (fields: string, from: string, order = ''): string => `(SELECT coalesce(json_agg(json_build_object(${fields}) ${order}), '[]') FROM ${from})`;

/** The same of what belongs to the enrollments that were chosen, each with whose it is. */
const ofChosen = (table: string, fields: string, order?: string): string =>
  list(`'enrollmentId', x.enrollment_id, ${fields}`, `chosen JOIN ${table} x ON x.organization_id = $1 AND x.enrollment_id = chosen.id`, order);

/**
 * What the organization decides by, now and formerly, as an expression over `organization o`; the same for everybody, and read once. Whose
 * organization was never changed has nothing to look for.
 */
export const policies = `json_build_object('groupConflict', o.group_conflict, 'formerly', CASE WHEN o.row_version > 1 THEN (
  SELECT json_agg(json_build_object('groupConflict', r.group_conflict, 'until', r.until) ORDER BY r.until) FROM (
    SELECT group_conflict, lead(valid_from) OVER (ORDER BY valid_from, id) AS until FROM organization_revision WHERE organization_id = $1) r
  WHERE r.until IS NOT NULL) END)`;

/** The records of the person: given by whoever asks, or looked up. As one expression for both they would be planned for neither. */
const records = (given: string | undefined): string => (given === undefined ? recordsOf('$2::uuid') : `${given}::uuid[]`);

const recordStatement = (given?: '$5'): string => `
  WITH chosen AS MATERIALIZED (
    SELECT e.id, e.plan_id, e.learning_object_id, coalesce(s.plan_version_id, e.plan_version_id) AS plan_version_id, s.status, e.enrolled_on, e.cycle,
      e.cycle_starts_on, e.cycle_starts_at, e.reevaluated_at
    FROM enrollment e LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
    WHERE e.organization_id = $1 AND e.person_id = $2 AND ($3::uuid[] IS NULL OR e.id = ANY ($3) OR ($4 AND e.learning_object_id IS NOT NULL))
  ), records AS MATERIALIZED (SELECT ${records(given)} AS ids)
  SELECT json_build_object('zone', p.time_zone, 'hiredOn', p.hire_date, 'firstSignInAt', p.first_sign_in_at, 'mergedAway', p.merged_into_id IS NOT NULL) AS person,
    ${policies} AS policies,
    ${list(`'factId', r.completion_fact_id, 'at', r.revoked_at, 'givenBack', ${isGivenBack}`, `revocation_fact r WHERE r.organization_id = $1 AND r.person_id = ANY ((SELECT ids FROM records)::uuid[])`)} AS revocations,
    ${list(
      `'learningObjectId', i.learning_object_id, 'state', i.state, 'progress', i.progress, 'startedAt', i.started_at, 'lastActivityAt', i.last_activity_at`,
      `item_progress i WHERE i.organization_id = $1 AND i.person_id = ANY ((SELECT ids FROM records)::uuid[])`,
    )} AS "itemStates",
    ${list(
      `'id', c.id, 'planId', c.plan_id, 'learningObjectId', c.learning_object_id, 'planVersionId', c.plan_version_id, 'status', c.status,
       'enrolledOn', c.enrolled_on, 'cycle', c.cycle, 'cycleStartsOn', c.cycle_starts_on, 'cycleStartsAt', c.cycle_starts_at, 'reevaluatedAt', c.reevaluated_at,
       'planInactive', EXISTS (SELECT FROM learning_plan l WHERE l.organization_id = $1 AND l.id = c.plan_id AND l.lifecycle = 'INACTIVE')`,
      'chosen c',
    )} AS enrollments,
    ${ofChosen('step_release', `'milestoneKey', x.milestone_key, 'heldAt', x.held_at, 'releasedAt', x.released_at, 'seenAt', x.seen_at`)} AS "stepReleases",
    ${ofChosen(
      'override',
      `'id', x.id, 'act', x.act, 'milestoneKey', x.milestone_key, 'units', trim_scale(x.units)::text, 'due', x.due_on, 'note', x.note,
       'from', x.valid_from, 'to', x.valid_to`,
      'ORDER BY x.id',
    )} AS overrides,
    ${ofChosen(
      'enrollment_source',
      `'id', coalesce(x.assignment_id, x.id), 'kind', x.kind, 'dueRule', x.due_rule, 'milestoneDueRules', coalesce(x.milestone_due_rules, '[]'),
       'dormant', x.dormant, 'kept', x.kept, 'suppressed', x.suppressed_reason IS NOT NULL, 'from', x.valid_from, 'to', x.valid_to`,
      'ORDER BY x.valid_from, x.id',
    )} AS sources
  FROM person p JOIN organization o ON o.organization_id = $1 WHERE p.organization_id = $1 AND p.id = $2`;

type OfEnrollment<T> = T & { readonly enrollmentId: string };

interface RecordRow extends Pick<PersonRecord, 'person' | 'policies' | 'revocations' | 'itemStates'> {
  readonly enrollments: readonly (Pick<RecordedEnrollment, 'id' | 'planId' | 'learningObjectId' | 'planVersionId' | 'status' | 'planInactive'> & Omit<EnrollmentSituation, 'stepReleases'>)[];
  readonly stepReleases: readonly OfEnrollment<EnrollmentSituation['stepReleases'][number]>[];
  readonly overrides: readonly OfEnrollment<Override>[];
  readonly sources: readonly OfEnrollment<Source>[];
}

const factStatement = (given?: '$2'): string => `
  SELECT id, learning_object_id AS "learningObjectId", plan_id AS "planId", cycle, session_id AS "sessionId", completed_on::text AS "completedOn",
    (completed_at AT TIME ZONE 'UTC')::text AS "completedAt", (recorded_at AT TIME ZONE 'UTC')::text AS "recordedAt", origin, evidence, nullif(credits, '[]') AS credits, completion_class AS "completionClass"
  FROM completion_fact WHERE organization_id = $1 AND person_id = ANY (${records(given)})`;

const statements = { record: recordStatement(), recordOfGiven: recordStatement('$5'), facts: factStatement(), factsOfGiven: factStatement('$2') };

/** Its moments are those of UTC, as PostgreSQL writes them; read as dates and written again they would cost more than the evaluation. */
type FactRow = Omit<RecordedFact, 'completedAt' | 'recordedAt'> & { readonly completedAt: string | null; readonly recordedAt: string };

/**
 * Reads a person's record, with all enrollments or only some, by two statements that travel together: facts are many and alike, and come as
 * rows; the rest are a few of many kinds, and come as one. Undefined when there is no such person.
 *
 * @param only these enrollments; with `andContent` also those in content by itself
 * @param recordIds all records of the person, where they are known already
 */
export async function readPersonRecord(
  transaction: Transaction,
  personId: string,
  { only, andContent = false, recordIds }: { readonly only?: readonly string[]; readonly andContent?: boolean; readonly recordIds?: readonly string[] } = {},
): Promise<PersonRecord | undefined> {
  const { organizationId } = transaction;
  const [[row], facts] = await Promise.all([
    transaction.query<RecordRow>(recordIds ? statements.recordOfGiven : statements.record, [organizationId, personId, only ?? null, andContent, ...(recordIds ? [recordIds] : [])]),
    transaction.query<FactRow>(recordIds ? statements.factsOfGiven : statements.facts, [organizationId, recordIds ?? personId]),
  ]);
  if (!row) return undefined;
  const { person, policies, revocations, itemStates } = row;
  const [stepReleases, overrides, sources] = [byEnrollment(row.stepReleases), byEnrollment(row.overrides), byEnrollment(row.sources)];
  const enrollments = row.enrollments.map(({ id, planId, learningObjectId, planVersionId, status, planInactive, ...enrollment }) => ({
    id,
    planId,
    learningObjectId,
    planVersionId,
    status,
    planInactive,
    enrollment: { ...enrollment, stepReleases: stepReleases.get(id) ?? [] },
    overrides: overrides.get(id) ?? [],
    sources: sources.get(id) ?? [],
  }));
  return { person, policies, revocations, itemStates, facts: facts.map(toFact), enrollments };
}

function byEnrollment<T extends { readonly enrollmentId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(rows, ({ enrollmentId }) => enrollmentId);
}

function toFact(row: FactRow): RecordedFact {
  return { ...row, completedAt: row.completedAt && toInstant(row.completedAt), recordedAt: toInstant(row.recordedAt) } as RecordedFact;
}

function toInstant(utc: string): Instant {
  return `${utc.slice(0, 10)}T${utc.slice(11)}Z` as Instant;
}

/** A record as it is after something that is about to be written: new completions of learning objects, and how far the person is with items. */
export function addToRecord(record: PersonRecord, facts: readonly CompletionFact[], items: readonly ItemState[]): PersonRecord {
  const known = new Map([...record.itemStates, ...items].map((item) => [item.learningObjectId, item]));
  return {
    ...record,
    facts: [...record.facts, ...facts.map((fact) => ({ ...fact, planId: null, cycle: null }))],
    itemStates: [...known.values()],
  };
}

/** What sources are known by to learners, by assignment: the departments, groups, positions or job roles chosen, else its own name. */
export const sourceNameLoader = defineLoader<string, string>(async (transaction, assignmentIds) => {
  const rows = await transaction.query<{ id: string; name: string }>(
    `SELECT a.id, ${audienceName} AS name FROM assignment a WHERE a.organization_id = $1 AND a.id = ANY ($2::uuid[])`,
    [transaction.organizationId, assignmentIds],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
});

/** The same as an expression over `assignment a`. */
export const audienceName = `coalesce(${['department', 'person_group', 'job_position', 'job_role']
  .map(
    (table, index) => `(SELECT string_agg(x.name, ', ' ORDER BY x.name) FROM ${table} x WHERE x.organization_id = $1
      AND a.audience->'${['departmentIds', 'groupIds', 'positionIds', 'jobRoleIds'][index]}' ? x.id::text)`,
  )
  .join(', ')}, a.name)`;
