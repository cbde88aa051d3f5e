import type { AssignmentState, AudienceExpression, CalendarDate, DueRule, ListIdentifier, SourceKind } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoader, defineLoaderFor } from '../../platform/request/loader.ts';
import { activePeople } from '../audiences/index.ts';
import { planScope, type PlanCondition } from '../access/index.ts';
import { lockPeople, type PersonCondition } from '../people/index.ts';

/** An assignment as lists show it. */
export interface AssignmentRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly audience: AudienceExpression;
  /** The file whose people it is for; null: it is for an audience. */
  readonly listName: string | null;
  readonly mode: 'ONE_TIME' | 'DYNAMIC';
  readonly onLeave: 'KEEP' | 'KEEP_IF_STARTED' | 'REMOVE';
  readonly dueRule: DueRule | null;
  readonly state: string;
  readonly operationId: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

const columns = `a.id, a.number, a.name, a.audience, a.list_name AS "listName", a.mode, a.on_leave AS "onLeave", a.due_rule AS "dueRule", a.state, a.operation_id AS "operationId",
  a.created_at AS "createdAt", a.created_by AS "createdBy"`;

/** Which assignments a list shows; what is absent does not narrow it. */
export interface AssignmentFilter {
  readonly id?: string;
  readonly planId?: string | null;
}

/** One page of the assignments of visible plans, the newest first. */
export async function findAssignments(
  transaction: Transaction,
  visible: PlanCondition,
  filter: AssignmentFilter,
  first: number,
  after?: readonly (string | number | null)[],
): Promise<Page<AssignmentRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const planId = filter.planId ? ` AND p.id = ${parameters.add(filter.planId, 'uuid')}` : '';
  const conditions = [
    'a.organization_id = $1',
    "a.state <> 'DRAFT'",
    `EXISTS (SELECT FROM assignment_target t JOIN learning_plan p ON p.organization_id = $1 AND p.id = t.plan_id
      WHERE t.organization_id = $1 AND t.assignment_id = a.id${planId} AND ${visible(parameters)})`,
  ];
  if (filter.id) conditions.push(`a.id = ${parameters.add(filter.id, 'uuid')}`);
  if (after) conditions.push(`a.number < ${parameters.add(after[0], 'bigint')}`);
  const rows = await transaction.query<AssignmentRow>(
    `SELECT ${columns} FROM assignment a WHERE ${conditions.join(' AND ')} ORDER BY a.number DESC ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.number]);
}

export const assignmentTargetsLoader = defineLoader<string, readonly { planId: string | null; learningObjectId: string | null }[]>(
  async (transaction, ids) => {
    const rows = await transaction.query<{ assignmentId: string; planId: string | null; learningObjectId: string | null }>(
      `SELECT assignment_id AS "assignmentId", plan_id AS "planId", learning_object_id AS "learningObjectId" FROM assignment_target
       WHERE organization_id = $1 AND assignment_id = ANY ($2::uuid[]) ORDER BY subject_id`,
      [transaction.organizationId, ids],
    );
    return Map.groupBy(rows, (row) => row.assignmentId);
  },
);

/** How many members assignments have, by state. */
export type MemberCounts = readonly { readonly state: string; readonly people: number }[];

/** Counts the members of assignments by state, those only whom a condition on `person p` lets through. */
export async function countMembers(transaction: Transaction, visible: PersonCondition | undefined, ids: readonly string[]): Promise<ReadonlyMap<string, MemberCounts>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const wanted = parameters.add(ids, 'uuid[]');
  const rows = await transaction.query<{ assignmentId: string; state: string; people: number }>(
    `SELECT m.assignment_id AS "assignmentId", m.state, count(*)::int AS people
     FROM assignment_member m ${visible ? `JOIN person p ON p.organization_id = $1 AND p.id = m.person_id AND ${visible(parameters)}` : ''}
     WHERE m.organization_id = $1 AND m.assignment_id = ANY (${wanted}) GROUP BY 1, 2 ORDER BY 1, 2`,
    parameters.values,
  );
  return Map.groupBy(rows, (row) => row.assignmentId);
}

/** What decides how an assignment meets a person; people of one situation are classified alike. */
export interface MemberSituation {
  /** Of their latest enrollment; null when they have none. */
  readonly status: string | null;
  /** The causes that it still has. */
  readonly liveSources: readonly { readonly kind: SourceKind; readonly hasDueRule: boolean }[];
  /** The day that the assignment's due rule counts from; null: unknown, not yet, or no matter. */
  readonly anchorOn: CalendarDate | null;
  /** In the zone of the person; null where there is no due rule. */
  readonly today: CalendarDate | null;
  /** Suspended: named by a list all the same. */
  readonly isAway: boolean;
  /** An employee without a job number, where that matters. */
  readonly isNumberless: boolean;
}

/** Which people are looked at, and what would be given to them; the people as a condition on `person p`. */
export interface AssignmentPeople {
  readonly people: PersonCondition;
  readonly subjectId: string;
  /** By when it would be due: what of the people that depends on tells them apart. */
  readonly dueRule: DueRule | null;
  /** They are named by a list: also who is suspended, and with whether they have a job number if the list did not find them by it. */
  readonly list?: { readonly by: ListIdentifier };
}

/**
 * Writes the rows of an assignment's preview in chunks, by one statement: everybody in the audience with the class that `classOf`
 * gives to each of the few situations.
 *
 * @returns how many rows each class has, and a hash over all of them
 */
export async function writePreviewRows(
  transaction: Transaction,
  operationId: string,
  audience: AssignmentPeople,
  classes: readonly { readonly situation: MemberSituation; readonly class: string }[],
  chunkSize: number,
): Promise<{ counts: Record<string, number>; hash: string; rowsTotal: number }> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
  const parameters = new SqlParameters(transaction.organizationId);
  const from = situatedPeople(parameters, audience, transaction.now);
  const classMap = parameters.add(JSON.stringify(classes.map((each) => ({ ...each.situation, class: each.class }))), 'jsonb');
  const operation = parameters.add(operationId, 'uuid');
  const size = parameters.add(chunkSize, 'integer');
  const [row] = await transaction.query<{ counts: Record<string, number>; hash: string; rowsTotal: number }>(
    `WITH people AS (${from}),
     classed AS MATERIALIZED (
       SELECT p.id, c.class, ((row_number() OVER (ORDER BY p.id)) - 1) / ${size} AS number FROM people p
       JOIN jsonb_to_recordset(${classMap}) AS c (status text, "liveSources" jsonb, "anchorOn" date, today date, "isAway" boolean, "isNumberless" boolean, class text)
         ON c.status IS NOT DISTINCT FROM p.status AND c."liveSources" = p.live_sources
           AND coalesce(c."anchorOn", 'infinity') = coalesce(p.anchor_on, 'infinity') AND coalesce(c.today, 'infinity') = coalesce(p.today, 'infinity')
           AND c."isAway" = p.is_away AND c."isNumberless" = p.is_numberless
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, ${operation}, number, array_agg(id ORDER BY id), array_agg(class ORDER BY id) FROM classed GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, people), '{}') FROM (SELECT class, count(*) AS people FROM classed GROUP BY class) g) AS counts,
       (SELECT coalesce(md5(string_agg(part, '' ORDER BY number)), 'none') FROM (
         SELECT number, md5(string_agg(id::text || class, ',' ORDER BY id)) AS part FROM classed GROUP BY number) h) AS hash,
       (SELECT count(*)::int FROM classed) AS "rowsTotal"`,
    parameters.values,
  );
  return row!;
}

/** The situations that occur in the audience. */
export async function readMemberSituations(transaction: Transaction, audience: AssignmentPeople): Promise<MemberSituation[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  return transaction.query<MemberSituation>(
    `SELECT DISTINCT ${situationColumns} FROM (${situatedPeople(parameters, audience, transaction.now)}) people`,
    parameters.values,
  );
}

/**
 * The situations of some people as they are now, each with who is in it. The people are locked first, so that whoever records something
 * of one of them at the same time comes either before, and is seen, or after, and sees.
 */
export async function lockSituations(transaction: Transaction, audience: AssignmentPeople, ids: readonly string[]): Promise<SharedSituation[]> {
  await lockPeople(transaction, ids, 'TO_RECORD');
  return readSharedSituations(transaction, audience);
}

/** A situation with who is in it. */
export type SharedSituation = MemberSituation & { readonly personIds: readonly string[] };

/** The situations that occur among people, each with who is in it. */
export async function readSharedSituations(transaction: Transaction, audience: AssignmentPeople): Promise<SharedSituation[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  return transaction.query(
    `SELECT ${situationColumns}, array_agg(id) AS "personIds" FROM (${situatedPeople(parameters, audience, transaction.now)}) people GROUP BY 1, 2, 3, 4, 5, 6`,
    parameters.values,
  );
}

/**
 * Whether another assignment of the plan is being carried out and has not come yet to somebody whom this one is for. Commits of
 * assignments of one plan wait for each other here, up to the end of the transaction.
 */
export async function meetsRunningAssignment(transaction: Transaction, operationId: string, planId: string): Promise<boolean> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`assign:${planId}`]);
  const [row] = await transaction.query<{ meets: boolean }>(
    `SELECT EXISTS (
       SELECT FROM operation o
       JOIN operation_chunk c ON c.organization_id = $1 AND c.operation_id = o.id AND c.state = 'PENDING'
       CROSS JOIN LATERAL unnest(c.subject_ids) AS theirs (person_id)
       WHERE o.organization_id = $1 AND o.kind IN ('ASSIGN', 'IMPORT_ASSIGNMENT') AND o.state = 'APPLYING' AND o.id <> $2 AND o.input->>'planId' = $3
         AND theirs.person_id IN (SELECT unnest(subject_ids) FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2)
     ) AS meets`,
    [transaction.organizationId, operationId, planId],
  );
  return row!.meets;
}

const situationColumns = `status, live_sources AS "liveSources", anchor_on::text AS "anchorOn", today::text AS today, is_away AS "isAway", is_numberless AS "isNumberless"`;

/** Everybody in the audience with what decides about them: their latest enrollment in the subject, its live sources, and what their due date counts from. */
function situatedPeople(parameters: SqlParameters, { people, subjectId, dueRule, list }: AssignmentPeople, now: Date): string {
  const subject = parameters.add(subjectId, 'uuid');
  const today = dueRule === null ? 'NULL::date' : `(${parameters.add(now, 'timestamptz')} AT TIME ZONE p.time_zone)::date`;
  return `
    SELECT p.id, s.status, coalesce(l.live_sources, '[]') AS live_sources, ${anchorColumn(dueRule)} AS anchor_on, ${today} AS today,
      ${list ? "p.status <> 'ACTIVE'" : 'false'} AS is_away, ${list?.by === 'EMAIL' ? 'p.employee_number IS NULL AND p.partner_account_id IS NULL' : 'false'} AS is_numberless
    FROM person p
    LEFT JOIN LATERAL (SELECT e.id, e.enrolled_on FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = ${subject}
      ORDER BY e.cycle DESC LIMIT 1) e ON true
    LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(DISTINCT jsonb_build_object('kind', x.kind, 'hasDueRule', x.due_rule IS NOT NULL)) AS live_sources
      FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND x.valid_to IS NULL
        AND x.suppressed_reason IS NULL) l ON true
    WHERE ${list ? "p.organization_id = $1 AND p.status <> 'LEFT'" : activePeople} AND ${people(parameters)}`;
}

/** Which assignments are of plans that the caller may assign to everybody in their reach. */
export const assignableLoader = defineLoaderFor<Caller, string, true>(async (transaction, ids, caller) => {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<{ id: string }>(
    `SELECT t.assignment_id AS id FROM assignment_target t JOIN learning_plan p ON p.organization_id = $1 AND p.id = t.plan_id
     WHERE t.organization_id = $1 AND t.assignment_id = ANY (${parameters.add(ids, 'uuid[]')}) AND ${planScope(caller, 'PLAN_ASSIGN')(parameters)}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, true]));
});

/** Puts an assignment into a state that its lifecycle allows. */
export async function setAssignmentState(transaction: Transaction, assignmentId: string, state: AssignmentState): Promise<void> {
  await transaction.query('UPDATE assignment SET state = $3, updated_at = $4, updated_by = $5 WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    assignmentId,
    state,
    transaction.now,
    transaction.actor.id,
  ]);
}

/** Only what a rule is counted from tells people apart: of everything else equal people stay equal. */
function anchorColumn(dueRule: DueRule | null): string {
  switch (dueRule?.kind === 'RELATIVE' ? dueRule.anchor : null) {
    case 'HIRE_DATE':
      return 'p.hire_date';
    case 'FIRST_SIGN_IN':
      return '(p.first_sign_in_at AT TIME ZONE p.time_zone)::date';
    case 'ENROLLED':
      return 'e.enrolled_on';
    default:
      return 'NULL::date';
  }
}
