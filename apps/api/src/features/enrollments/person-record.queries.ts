import type { CompletionFact, EnrollmentSituation, ItemState, Override, PlanCompletionFact, Revocation, Situation, Source } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
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

const list = (expression: string, from: string): string => `(SELECT coalesce(json_agg(${expression}), '[]') FROM ${from})`;

const facts = list(
  `json_build_object('id', f.id, 'learningObjectId', f.learning_object_id, 'planId', f.plan_id, 'cycle', f.cycle, 'sessionId', f.session_id,
    'completedOn', f.completed_on, 'completedAt', f.completed_at, 'recordedAt', f.recorded_at, 'origin', f.origin, 'evidence', f.evidence,
    'credits', nullif(f.credits, '[]'), 'completionClass', f.completion_class) ORDER BY f.id`,
  'completion_fact f WHERE f.organization_id = $1 AND f.person_id = $2',
);

const enrollments = list(
  `json_build_object('id', e.id, 'planId', e.plan_id, 'learningObjectId', e.learning_object_id,
    'planVersionId', coalesce(s.plan_version_id, e.plan_version_id), 'status', s.status,
    'enrollment', json_build_object('enrolledOn', e.enrolled_on, 'cycle', e.cycle, 'cycleStartsOn', e.cycle_starts_on,
      'reevaluatedAt', e.reevaluated_at, 'stepReleases', ${list(
        `json_build_object('milestoneKey', t.milestone_key, 'heldAt', t.held_at, 'releasedAt', t.released_at, 'seenAt', t.seen_at)`,
        'step_release t WHERE t.organization_id = $1 AND t.enrollment_id = e.id',
      )}),
    'overrides', ${list(
      `json_build_object('act', v.act, 'milestoneKey', v.milestone_key, 'units', trim_scale(v.units)::text, 'due', v.due_on,
        'note', v.note, 'from', v.valid_from, 'to', v.valid_to) ORDER BY v.id`,
      'override v WHERE v.organization_id = $1 AND v.enrollment_id = e.id',
    )},
    'sources', ${list(
      `json_build_object('id', coalesce(x.assignment_id, x.id), 'kind', x.kind, 'dueRule', x.due_rule,
        'milestoneDueRules', coalesce(x.milestone_due_rules, '[]'), 'dormant', x.dormant, 'kept', x.kept,
        'suppressed', x.suppressed_reason IS NOT NULL, 'from', x.valid_from, 'to', x.valid_to) ORDER BY x.valid_from, x.id`,
      'enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id',
    )})`,
  `enrollment e LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
   WHERE e.organization_id = $1 AND e.person_id = $2 AND ($3::uuid[] IS NULL OR e.id = ANY ($3))`,
);

/** Reads a person's record by one statement, with all enrollments or only some; undefined when there is no such person. */
export async function readPersonRecord(transaction: Transaction, personId: string, only?: readonly string[]): Promise<PersonRecord | undefined> {
  const [row] = await transaction.query<PersonRecord>(
    `SELECT json_build_object('zone', p.time_zone, 'hiredOn', p.hire_date, 'firstSignInAt', p.first_sign_in_at) AS person,
       json_build_object('groupConflict', o.group_conflict) AS policies,
       ${facts} AS facts,
       ${list(`json_build_object('factId', r.completion_fact_id, 'at', r.revoked_at)`, 'revocation_fact r WHERE r.organization_id = $1 AND r.person_id = $2')} AS revocations,
       ${list(
         `json_build_object('learningObjectId', i.learning_object_id, 'state', i.state, 'progress', i.progress, 'startedAt', i.started_at,
           'lastActivityAt', i.last_activity_at)`,
         'item_progress i WHERE i.organization_id = $1 AND i.person_id = $2',
       )} AS "itemStates",
       ${enrollments} AS enrollments
     FROM person p JOIN organization o ON o.organization_id = $1 WHERE p.organization_id = $1 AND p.id = $2`,
    [transaction.organizationId, personId, only ?? null],
  );
  return row;
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
