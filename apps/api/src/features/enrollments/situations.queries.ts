import type { Situation } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { audienceName } from './person-record.queries.ts';

/** People whose situations are equal, and who therefore have equal standings. */
export interface SituationGroup {
  readonly situation: Situation;
  readonly enrollmentIds: readonly string[];
}

/** What is evaluated together: enrollments of one subject that are pinned to one version. */
export interface SituationScope {
  readonly enrollmentIds: readonly string[];
  /** What the version links, and what is interchangeable with it: id → equivalence key. */
  readonly linked: Readonly<Record<string, string | null>>;
  /** Whether due dates are counted from the hire date or the first sign-in: else they would only tell equal people apart. */
  readonly readsHireDate: boolean;
  readonly readsFirstSignIn: boolean;
  /** Whether a person can find the plan without being assigned, as a condition on `person p`; absent: nobody can. */
  readonly findable?: (parameters: SqlParameters) => string;
}

/**
 * Everything that the standings of some enrollments follow from, read by one statement and grouped by equality. A source is known by
 * its assignment, so that people of one assignment are alike.
 *
 * @param names whether sources carry the names of their assignments: for explanations; equal people differ by them in nothing else
 * @returns the groups of each scope, in the order of the scopes
 */
export async function readSituations(transaction: Transaction, scopes: readonly SituationScope[], names: 'WITH_NAMES' | 'WITHOUT_NAMES'): Promise<SituationGroup[][]> {
  if (scopes.length === 0) return [];
  const parameters = new SqlParameters(transaction.organizationId);
  const [only] = scopes;
  const asked = scopes.length === 1 ? askOne(parameters, only!) : askMany(parameters, scopes);
  const now = parameters.add(transaction.now, 'timestamptz');
  const rows = await transaction.query<SituationGroup & { place: number }>(
    `WITH situated AS (
       SELECT ${asked.place} AS place, e.id, jsonb_build_object(
         'enrollment', jsonb_build_object('enrolledOn', e.enrolled_on, 'cycle', e.cycle, 'cycleStartsOn', e.cycle_starts_on,
           'reevaluatedAt', e.reevaluated_at, 'stepReleases', ${stepReleases}),
         'person', jsonb_build_object('zone', p.time_zone, 'hiredOn', ${asked.hiredOn}, 'firstSignInAt', ${asked.firstSignInAt}),
         'facts', ${facts(asked.objects, asked.keys)}, 'planFacts', ${planFacts}, 'revocations', ${revocations}, 'itemStates', ${itemStates(asked.objects)},
         'overrides', ${overrides}, 'sources', ${sources(names === 'WITH_NAMES')},
         'plan', jsonb_build_object('findable', ${asked.findable}, 'archivedAt', NULL),
         'policies', jsonb_build_object('groupConflict', o.group_conflict),
         'now', ${now}) AS situation
       FROM ${asked.enrollments}
       JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
       JOIN organization o ON o.organization_id = $1
       WHERE e.organization_id = $1
     )
     SELECT place, situation, array_agg(id) AS "enrollmentIds" FROM situated GROUP BY place, situation`,
    parameters.values,
  );
  return scopes.map((_, place) => rows.filter((row) => row.place === place));
}

/** What differs between scopes, as the statement writes it; `enrollments` names `enrollment e`. */
interface AskedScopes {
  readonly place: string;
  readonly enrollments: string;
  readonly objects: string;
  readonly keys: string;
  readonly hiredOn: string;
  readonly firstSignInAt: string;
  readonly findable: string;
}

/** One scope by its values: bulk acts ask so, and the planner sees what it is about. */
function askOne(parameters: SqlParameters, scope: SituationScope): AskedScopes {
  return {
    place: '0',
    enrollments: `(SELECT * FROM enrollment WHERE organization_id = $1 AND id = ANY (${parameters.add(scope.enrollmentIds, 'uuid[]')})) e`,
    objects: parameters.add(Object.keys(scope.linked), 'uuid[]'),
    keys: parameters.add(JSON.stringify(scope.linked), 'jsonb'),
    hiredOn: scope.readsHireDate ? 'p.hire_date' : 'NULL',
    firstSignInAt: scope.readsFirstSignIn ? 'p.first_sign_in_at' : 'NULL',
    findable: scope.findable?.(parameters) ?? 'false',
  };
}

/** Many scopes as rows: a list of people's many plans takes one statement all the same. */
function askMany(parameters: SqlParameters, scopes: readonly SituationScope[]): AskedScopes {
  const rows = scopes.map(({ enrollmentIds, linked, readsHireDate, readsFirstSignIn }, place) => ({
    place,
    ids: enrollmentIds,
    objects: Object.keys(linked),
    keys: linked,
    readsHireDate,
    readsFirstSignIn,
  }));
  const findable = scopes.flatMap((scope, place) => (scope.findable ? [`WHEN ${place} THEN ${scope.findable(parameters)}`] : []));
  return {
    place: 'c.place',
    enrollments: `jsonb_to_recordset(${parameters.add(JSON.stringify(rows), 'jsonb')}) AS c (place integer, ids uuid[], objects uuid[], keys jsonb,
         "readsHireDate" boolean, "readsFirstSignIn" boolean)
       CROSS JOIN LATERAL unnest(c.ids) AS i (id) JOIN enrollment e ON e.organization_id = $1 AND e.id = i.id`,
    objects: 'c.objects',
    keys: 'c.keys',
    hiredOn: 'CASE WHEN c."readsHireDate" THEN p.hire_date END',
    firstSignInAt: 'CASE WHEN c."readsFirstSignIn" THEN p.first_sign_in_at END',
    findable: findable.length > 0 ? `CASE c.place ${findable.join(' ')} ELSE false END` : 'false',
  };
}

const list = (expression: string, from: string): string => `(SELECT coalesce(jsonb_agg(${expression}), '[]') FROM ${from})`;

const facts = (objects: string, keys: string): string =>
  list(
    `jsonb_build_object('id', f.id, 'learningObjectId', f.learning_object_id, 'equivalenceKey', ${keys}->>f.learning_object_id::text,
      'sessionId', f.session_id, 'completedOn', f.completed_on, 'completedAt', f.completed_at, 'recordedAt', f.recorded_at,
      'origin', f.origin, 'credits', nullif(f.credits, '[]')) ORDER BY f.id`,
    `completion_fact f WHERE f.organization_id = $1 AND f.person_id = e.person_id AND f.subject_id = ANY (${objects})`,
  );

const planFacts = list(
  `jsonb_build_object('id', f.id, 'completedOn', f.completed_on, 'completedAt', f.completed_at, 'recordedAt', f.recorded_at,
    'origin', f.origin, 'evidence', to_jsonb(f.evidence), 'completionClass', f.completion_class) ORDER BY f.id`,
  `completion_fact f WHERE f.organization_id = $1 AND f.person_id = e.person_id AND f.subject_id = e.plan_id AND f.cycle = e.cycle`,
);

const revocations = list(
  `jsonb_build_object('factId', r.completion_fact_id, 'at', r.revoked_at) ORDER BY r.completion_fact_id`,
  'revocation_fact r WHERE r.organization_id = $1 AND r.person_id = e.person_id',
);

const itemStates = (objects: string): string =>
  list(
    `jsonb_build_object('learningObjectId', i.learning_object_id, 'state', i.state, 'progress', i.progress,
      'startedAt', i.started_at, 'lastActivityAt', i.last_activity_at) ORDER BY i.learning_object_id`,
    `item_progress i WHERE i.organization_id = $1 AND i.person_id = e.person_id AND i.learning_object_id = ANY (${objects})`,
  );

const overrides = list(
  `jsonb_build_object('act', v.act, 'milestoneKey', v.milestone_key, 'units', trim_scale(v.units)::text, 'due', v.due_on,
    'note', v.note, 'from', v.valid_from, 'to', v.valid_to) ORDER BY v.id`,
  'override v WHERE v.organization_id = $1 AND v.enrollment_id = e.id',
);

const sources = (withNames: boolean): string => list(
  `jsonb_build_object('id', coalesce(s.assignment_id, s.id), 'kind', s.kind, 'dueRule', s.due_rule,
    'milestoneDueRules', coalesce(s.milestone_due_rules, '[]'), 'dormant', s.dormant, 'kept', s.kept,
    'suppressed', s.suppressed_reason IS NOT NULL, 'from', s.valid_from, 'to', s.valid_to${withNames ? `, 'name', ${audienceName}` : ''}) ORDER BY s.valid_from, s.id`,
  `enrollment_source s ${withNames ? 'LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = s.assignment_id' : ''}
   WHERE s.organization_id = $1 AND s.enrollment_id = e.id`,
);

const stepReleases = list(
  `jsonb_build_object('milestoneKey', t.milestone_key, 'heldAt', t.held_at, 'releasedAt', t.released_at, 'seenAt', t.seen_at)
    ORDER BY t.milestone_key`,
  'step_release t WHERE t.organization_id = $1 AND t.enrollment_id = e.id',
);
