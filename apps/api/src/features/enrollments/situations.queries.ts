import { withSeenSteps, type CompletionFact, type Instant, type SeenStep, type Situation } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isGivenBack } from '../facts/index.ts';
import { audienceName, policies } from './person-record.queries.ts';

/** People whose situations are equal, and who therefore have equal standings. */
export interface SituationGroup {
  readonly situation: Situation;
  /** The same without the steps that were seen; one and the same for all groups that differ by nothing else. */
  readonly unseen: Situation;
  /** What was seen, and on which day; of the moments only that matters. */
  readonly seen: readonly SeenStep[];
  readonly enrollmentIds: readonly string[];
}

/** What is evaluated together: enrollments of one subject that are pinned to one version. */
export interface SituationScope {
  readonly enrollmentIds: readonly string[];
  /** Instead: people as if each had it from this moment on, told by their own ids; a plan, or content by itself. Only where one scope is asked about. */
  readonly newcomers?: { readonly personIds: readonly string[]; readonly planId: string | null };
  /** What the version links, and what is interchangeable with it: id → equivalence key. */
  readonly linked: Readonly<Record<string, string | null>>;
  /** Whether due dates are counted from the hire date or the first sign-in: else they would only tell equal people apart. */
  readonly readsHireDate: boolean;
  readonly readsFirstSignIn: boolean;
  /** Whether a person can find the plan without being assigned, as a condition on `person p`; absent: nobody can. */
  readonly findable?: (parameters: SqlParameters) => string;
  /** When the plan was archived; absent: it is not. */
  readonly archivedAt?: Instant | null;
}

/**
 * Everything that the standings of some enrollments follow from, read by one statement and grouped by equality. A source is known by
 * its assignment, so that people of one assignment are alike. Lists are gathered table by table, not person by person, and situations
 * are compared as text: it takes half the time.
 *
 * @param names whether sources carry the names of their assignments: for explanations; equal people differ by them in nothing else. ALIKE: facts are known by their place only,
 * in the order of their ids, so that people who did the same at the same time are alike: for what is only compared, of people without revocations
 * @returns the groups of each scope, in the order of the scopes
 */
export async function readSituations(transaction: Transaction, scopes: readonly SituationScope[], names: 'WITH_NAMES' | 'WITHOUT_NAMES' | 'ALIKE'): Promise<SituationGroup[][]> {
  if (scopes.length === 0) return [];
  const parameters = new SqlParameters(transaction.organizationId);
  const [only] = scopes;
  const asked = scopes.length === 1 ? askOne(parameters, only!, transaction.now) : askMany(parameters, scopes);
  const now = parameters.add(transaction.now, 'timestamptz');
  const rows = await transaction.query<{ place: number; situation: string; seen: string | null; enrollmentIds: readonly string[] }>(
    `WITH chosen AS MATERIALIZED (${asked.enrollments}), record AS MATERIALIZED (${records(asked)}), situated AS (
       SELECT e.place, e.id, seen_steps.list::text AS seen, json_build_object(
         'enrollment', json_build_object('enrolledOn', e.enrolled_on, 'cycle', e.cycle, 'cycleStartsOn', e.cycle_starts_on, 'cycleStartsAt', e.cycle_starts_at,
           'reevaluatedAt', e.reevaluated_at, 'stepReleases', coalesce(step_releases.list, '[]')),
         'person', json_build_object('zone', p.time_zone, 'hiredOn', ${asked.hiredOn}, 'firstSignInAt', ${asked.firstSignInAt}, 'mergedAway', p.merged_into_id IS NOT NULL),
         'facts', coalesce(facts.list, '[]'), 'planFacts', coalesce(plan_facts.list, '[]'), 'revocations', coalesce(revocations.list, '[]'),
         'itemStates', coalesce(item_states.list, '[]'), 'overrides', coalesce(overrides.list, '[]'), 'sources', coalesce(sources.list, '[]'),
         'plan', json_build_object('findable', ${asked.findable}),
         'policies', ${policies},
         'now', ${now})::text AS situation
       FROM chosen e
       JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
       JOIN organization o ON o.organization_id = $1
       ${facts(asked, names === 'ALIKE')} AS facts ON facts.id = e.id
       ${planFacts} AS plan_facts ON plan_facts.id = e.id
       ${revocations} AS revocations ON revocations.id = e.id
       ${itemStates(asked)} AS item_states ON item_states.id = e.id
       ${overrides} AS overrides ON overrides.id = e.id
       ${sources(names === 'WITH_NAMES')} AS sources ON sources.id = e.id
       ${stepReleases} AS step_releases ON step_releases.id = e.id
       ${seenSteps} AS seen_steps ON seen_steps.id = e.id
     )
     SELECT place, situation, seen, array_agg(id) AS "enrollmentIds" FROM situated GROUP BY place, situation, seen`,
    parameters.values,
  );
  return scopes.map(({ archivedAt = null }, place) => {
    const ofScope = Map.groupBy(rows.filter((row) => row.place === place), ({ situation }) => situation);
    return [...ofScope].flatMap(([text, alike]) => {
      const read = readSituation(text, names === 'ALIKE');
      const unseen = { ...read, plan: { ...read.plan, archivedAt } };
      return alike.map(({ seen: list, enrollmentIds }) => {
        const seen = list === null ? [] : (JSON.parse(list) as SeenStep[]);
        return { situation: withSeenSteps(unseen, seen), unseen, seen, enrollmentIds };
      });
    });
  });
}

function readSituation(text: string, isAlike: boolean): Situation {
  const situation = JSON.parse(text) as Situation;
  return isAlike ? { ...situation, facts: situation.facts.map((fact, place) => ({ ...fact, id: String(place).padStart(6, '0') as CompletionFact['id'] })) } : situation;
}

/** What differs between scopes, as the statement writes it; `enrollments` names their rows `chosen`, read as `e`, and in lists as `x`. */
interface AskedScopes {
  readonly enrollments: string;
  /** What of a row lists compare with, beside its enrollment. */
  readonly carried: string;
  readonly objects: string;
  readonly keys: string;
  readonly hiredOn: string;
  readonly firstSignInAt: string;
  readonly findable: string;
}

const columns = 'e.id, e.person_id, e.plan_id, e.cycle, e.enrolled_on, e.cycle_starts_on, e.cycle_starts_at, e.reevaluated_at';

/** One scope by its values: bulk acts ask so, and the planner sees what it is about. */
function askOne(parameters: SqlParameters, scope: SituationScope, now: Date): AskedScopes {
  const { newcomers } = scope;
  return {
    enrollments: newcomers
      ? `SELECT 0 AS place, p.id, p.id AS person_id, ${parameters.add(newcomers.planId, 'uuid')} AS plan_id, 1 AS cycle, (${parameters.add(now, 'timestamptz')} AT TIME ZONE p.time_zone)::date AS enrolled_on,
           NULL::date AS cycle_starts_on, NULL::timestamptz AS cycle_starts_at, NULL::timestamptz AS reevaluated_at
         FROM person p WHERE p.organization_id = $1 AND p.id = ANY (${parameters.add(newcomers.personIds, 'uuid[]')})`
      : `SELECT 0 AS place, ${columns} FROM enrollment e WHERE e.organization_id = $1 AND e.id = ANY (${parameters.add(scope.enrollmentIds, 'uuid[]')})`,
    carried: '',
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
    enrollments: `SELECT c.place, c.objects, c.keys, c."readsHireDate", c."readsFirstSignIn", ${columns}
      FROM jsonb_to_recordset(${parameters.add(JSON.stringify(rows), 'jsonb')}) AS c (place integer, ids uuid[], objects uuid[], keys jsonb,
        "readsHireDate" boolean, "readsFirstSignIn" boolean)
      CROSS JOIN LATERAL unnest(c.ids) AS i (id) JOIN enrollment e ON e.organization_id = $1 AND e.id = i.id`,
    carried: ', x.objects, x.keys',
    objects: 'x.objects',
    keys: 'x.keys',
    hiredOn: 'CASE WHEN e."readsHireDate" THEN p.hire_date END',
    firstSignInAt: 'CASE WHEN e."readsFirstSignIn" THEN p.first_sign_in_at END',
    findable: findable.length > 0 ? `CASE e.place ${findable.join(' ')} ELSE false END` : 'false',
  };
}

/** The chosen enrollments once more for each record that was merged into that of their person: what was done under it is read through. */
const records = ({ carried }: AskedScopes): string => `
  SELECT x.id, x.person_id, x.plan_id, x.cycle${carried} FROM chosen x
  UNION ALL SELECT x.id, m.id, x.plan_id, x.cycle${carried} FROM chosen x JOIN person m ON m.organization_id = $1 AND m.merged_into_id = x.person_id`;

/** Joins a list for each enrollment that has one; `from` joins its table to the chosen enrollments `x`, or to the records of their people. */
const lists = (fields: string, order: string, from: string, of: 'chosen' | 'record' = 'chosen'): string =>
  `LEFT JOIN (SELECT x.id, json_agg(json_build_object(${fields}) ORDER BY ${order}) AS list FROM ${of} x JOIN ${from} GROUP BY x.id)`;

const facts = ({ objects, keys }: AskedScopes, isAlike: boolean): string =>
  lists(
    `${isAlike ? '' : `'id', f.id, `}'learningObjectId', f.learning_object_id, 'equivalenceKey', ${keys}->>f.learning_object_id::text,
      'sessionId', f.session_id, 'completedOn', f.completed_on, 'completedAt', f.completed_at, 'recordedAt', f.recorded_at,
      'origin', f.origin, 'credits', nullif(f.credits, '[]')`,
    'f.id',
    `completion_fact f ON f.organization_id = $1 AND f.person_id = x.person_id AND f.subject_id = ANY (${objects})`,
    'record',
  );

const planFacts = lists(
  `'id', f.id, 'completedOn', f.completed_on, 'completedAt', f.completed_at, 'recordedAt', f.recorded_at,
    'origin', f.origin, 'evidence', to_json(f.evidence), 'completionClass', f.completion_class`,
  'f.id',
  'completion_fact f ON f.organization_id = $1 AND f.person_id = x.person_id AND f.subject_id = x.plan_id AND f.cycle = x.cycle',
  'record',
);

const revocations = lists(
  `'factId', r.completion_fact_id, 'at', r.revoked_at, 'givenBack', ${isGivenBack}`,
  'r.completion_fact_id',
  'revocation_fact r ON r.organization_id = $1 AND r.person_id = x.person_id',
  'record',
);

const itemStates = ({ objects }: AskedScopes): string =>
  lists(
    `'learningObjectId', i.learning_object_id, 'state', i.state, 'progress', i.progress, 'startedAt', i.started_at, 'lastActivityAt', i.last_activity_at`,
    'i.learning_object_id',
    `item_progress i ON i.organization_id = $1 AND i.person_id = x.person_id AND i.learning_object_id = ANY (${objects})`,
    'record',
  );

const overrides = lists(
  `'act', v.act, 'milestoneKey', v.milestone_key, 'units', trim_scale(v.units)::text, 'due', v.due_on, 'note', v.note, 'from', v.valid_from, 'to', v.valid_to`,
  'v.id',
  'override v ON v.organization_id = $1 AND v.enrollment_id = x.id',
);

const sources = (withNames: boolean): string =>
  lists(
    `'id', coalesce(s.assignment_id, s.id), 'kind', s.kind, 'dueRule', s.due_rule,
      'milestoneDueRules', coalesce(s.milestone_due_rules, '[]'), 'dormant', s.dormant, 'kept', s.kept,
      'suppressed', s.suppressed_reason IS NOT NULL, 'from', s.valid_from, 'to', s.valid_to${withNames ? `, 'name', ${audienceName}` : ''}`,
    's.valid_from, s.id',
    `enrollment_source s ON s.organization_id = $1 AND s.enrollment_id = x.id
     ${withNames ? 'LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = s.assignment_id' : ''}`,
  );

const stepReleases = lists(
  `'milestoneKey', t.milestone_key, 'heldAt', t.held_at, 'releasedAt', t.released_at`,
  't.milestone_key',
  'step_release t ON t.organization_id = $1 AND t.enrollment_id = x.id AND num_nonnulls(t.held_at, t.released_at) > 0',
);

const seenSteps = lists(
  `'milestoneKey', t.milestone_key, 'seenAt', date_trunc('day', t.seen_at, q.time_zone)`,
  't.milestone_key',
  `step_release t ON t.organization_id = $1 AND t.enrollment_id = x.id AND t.seen_at IS NOT NULL
   JOIN person q ON q.organization_id = $1 AND q.id = x.person_id`,
);
