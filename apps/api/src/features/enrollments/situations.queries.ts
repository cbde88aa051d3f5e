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
  /** Whether sources carry the names of their assignments: for explanations; equal people differ by them in nothing else. */
  readonly withNames: boolean;
  /** Whether a person can find the plan without being assigned, as a condition on `person p`. */
  readonly findable: (parameters: SqlParameters) => string;
}

/**
 * Everything that the standings of some enrollments follow from, read by one statement and grouped by equality. A source is known by
 * its assignment, so that people of one assignment are alike. Lists are gathered table by table, not person by person, and situations
 * are compared as text: it takes half the time.
 */
export async function readSituations(transaction: Transaction, scope: SituationScope): Promise<SituationGroup[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const ids = parameters.add(scope.enrollmentIds, 'uuid[]');
  const objects = parameters.add(Object.keys(scope.linked), 'uuid[]');
  const keys = parameters.add(JSON.stringify(scope.linked), 'jsonb');
  const now = parameters.add(transaction.now, 'timestamptz');
  const groups = await transaction.query<{ situation: string; enrollmentIds: readonly string[] }>(
    `WITH chosen AS MATERIALIZED (
       SELECT id, person_id, plan_id, cycle, enrolled_on, cycle_starts_on, reevaluated_at FROM enrollment
       WHERE organization_id = $1 AND id = ANY (${ids})
     ), situated AS (
       SELECT e.id, json_build_object(
         'enrollment', json_build_object('enrolledOn', e.enrolled_on, 'cycle', e.cycle, 'cycleStartsOn', e.cycle_starts_on,
           'reevaluatedAt', e.reevaluated_at, 'stepReleases', coalesce(step_releases.list, '[]')),
         'person', json_build_object('zone', p.time_zone, 'hiredOn', ${scope.readsHireDate ? 'p.hire_date' : 'NULL'},
           'firstSignInAt', ${scope.readsFirstSignIn ? 'p.first_sign_in_at' : 'NULL'}),
         'facts', coalesce(facts.list, '[]'), 'planFacts', coalesce(plan_facts.list, '[]'), 'revocations', coalesce(revocations.list, '[]'),
         'itemStates', coalesce(item_states.list, '[]'), 'overrides', coalesce(overrides.list, '[]'), 'sources', coalesce(sources.list, '[]'),
         'plan', json_build_object('findable', ${scope.findable(parameters)}, 'archivedAt', NULL),
         'policies', json_build_object('groupConflict', o.group_conflict),
         'now', ${now})::text AS situation
       FROM chosen e
       JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
       JOIN organization o ON o.organization_id = $1
       ${facts(objects, keys)} AS facts ON facts.key = e.person_id
       ${planFacts} AS plan_facts ON plan_facts.key = e.id
       ${revocations} AS revocations ON revocations.key = e.person_id
       ${itemStates(objects)} AS item_states ON item_states.key = e.person_id
       ${overrides(ids)} AS overrides ON overrides.key = e.id
       ${sources(ids, scope.withNames)} AS sources ON sources.key = e.id
       ${stepReleases(ids)} AS step_releases ON step_releases.key = e.id
     )
     SELECT situation, array_agg(id) AS "enrollmentIds" FROM situated GROUP BY situation`,
    parameters.values,
  );
  return groups.map(({ situation, enrollmentIds }) => ({ situation: JSON.parse(situation) as Situation, enrollmentIds }));
}

/** Joins a list for each key that has one. */
const lists = (key: string, fields: string, order: string, from: string): string =>
  `LEFT JOIN (SELECT ${key} AS key, json_agg(json_build_object(${fields}) ORDER BY ${order}) AS list FROM ${from} GROUP BY 1)`;

const ofChosen = (alias: string): string => `${alias}.organization_id = $1 AND ${alias}.person_id IN (SELECT person_id FROM chosen)`;

const facts = (objects: string, keys: string): string =>
  lists(
    'f.person_id',
    `'id', f.id, 'learningObjectId', f.learning_object_id, 'equivalenceKey', ${keys}->>f.learning_object_id::text,
      'sessionId', f.session_id, 'completedOn', f.completed_on, 'completedAt', f.completed_at, 'recordedAt', f.recorded_at,
      'origin', f.origin, 'credits', nullif(f.credits, '[]')`,
    'f.id',
    `completion_fact f WHERE ${ofChosen('f')} AND f.subject_id = ANY (${objects})`,
  );

const planFacts = lists(
  'x.id',
  `'id', f.id, 'completedOn', f.completed_on, 'completedAt', f.completed_at, 'recordedAt', f.recorded_at,
    'origin', f.origin, 'evidence', to_json(f.evidence), 'completionClass', f.completion_class`,
  'f.id',
  'chosen x JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = x.person_id AND f.subject_id = x.plan_id AND f.cycle = x.cycle',
);

const revocations = lists(
  'r.person_id',
  `'factId', r.completion_fact_id, 'at', r.revoked_at`,
  'r.completion_fact_id',
  `revocation_fact r WHERE ${ofChosen('r')}`,
);

const itemStates = (objects: string): string =>
  lists(
    'i.person_id',
    `'learningObjectId', i.learning_object_id, 'state', i.state, 'progress', i.progress, 'startedAt', i.started_at, 'lastActivityAt', i.last_activity_at`,
    'i.learning_object_id',
    `item_progress i WHERE ${ofChosen('i')} AND i.learning_object_id = ANY (${objects})`,
  );

const overrides = (ids: string): string =>
  lists(
    'v.enrollment_id',
    `'act', v.act, 'milestoneKey', v.milestone_key, 'units', trim_scale(v.units)::text, 'due', v.due_on, 'note', v.note, 'from', v.valid_from, 'to', v.valid_to`,
    'v.id',
    `override v WHERE v.organization_id = $1 AND v.enrollment_id = ANY (${ids})`,
  );

const sources = (ids: string, withNames: boolean): string =>
  lists(
    's.enrollment_id',
    `'id', coalesce(s.assignment_id, s.id), 'kind', s.kind, 'dueRule', s.due_rule,
      'milestoneDueRules', coalesce(s.milestone_due_rules, '[]'), 'dormant', s.dormant, 'kept', s.kept,
      'suppressed', s.suppressed_reason IS NOT NULL, 'from', s.valid_from, 'to', s.valid_to${withNames ? `, 'name', ${audienceName}` : ''}`,
    's.valid_from, s.id',
    `enrollment_source s ${withNames ? 'LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = s.assignment_id' : ''}
     WHERE s.organization_id = $1 AND s.enrollment_id = ANY (${ids})`,
  );

const stepReleases = (ids: string): string =>
  lists(
    't.enrollment_id',
    `'milestoneKey', t.milestone_key, 'heldAt', t.held_at, 'releasedAt', t.released_at, 'seenAt', t.seen_at`,
    't.milestone_key',
    `step_release t WHERE t.organization_id = $1 AND t.enrollment_id = ANY (${ids})`,
  );
