import {
  GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS, OWN_SOURCE_KINDS, type AssignmentState, type AudienceExpression, type CalendarDate, type DueRule, type SourceKind,
} from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoader, defineLoaderFor } from '../../platform/request/loader.ts';
import { activePeople } from '../audiences/index.ts';
import { planScope, type PlanCondition } from '../access/index.ts';
import type { RowsSql, SituatedRows } from '../operations/index.ts';
import type { PersonCondition } from '../people/index.ts';

/** An assignment as lists show it. */
export interface AssignmentRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly audience: AudienceExpression;
  readonly mode: 'ONE_TIME' | 'DYNAMIC';
  readonly onLeave: 'KEEP' | 'KEEP_IF_STARTED' | 'REMOVE';
  readonly dueRule: DueRule | null;
  readonly state: string;
  readonly operationId: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

const columns = `a.id, a.number, a.name, a.audience, a.mode, a.on_leave AS "onLeave", a.due_rule AS "dueRule", a.state, a.operation_id AS "operationId",
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
}

/** Which people are looked at, and what would be given to them; the people as a condition on `person p`. */
export interface AssignmentPeople {
  readonly people: PersonCondition;
  readonly subjectId: string;
  /** By when it would be due: what of the people that depends on tells them apart. */
  readonly dueRule: DueRule | null;
  /** Only these; absent: everybody. */
  readonly among?: readonly string[];
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
       WHERE o.organization_id = $1 AND o.kind = 'ASSIGN' AND o.state = 'APPLYING' AND o.id <> $2 AND o.input->>'planId' = $3
         AND theirs.person_id IN (SELECT unnest(subject_ids) FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2)
     ) AS meets`,
    [transaction.organizationId, operationId, planId],
  );
  return row!.meets;
}

/** A {@link MemberSituation} as statements group people by it. */
export interface StoredSituation extends Omit<MemberSituation, 'liveSources'> {
  /** What causes an enrollment still has: two bits for each kind of source, one for those with a due date of their own and one for those without. */
  readonly kinds: number | null;
}

const sourceKinds: readonly SourceKind[] = [...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS, ...OWN_SOURCE_KINDS];
const kindBits = `bit_or(1 << (2 * array_position('{${sourceKinds.join()}}'::text[], x.kind) - CASE WHEN x.due_rule IS NULL THEN 2 ELSE 1 END))`;

/** What the rule is asked with. */
export function readSituation({ kinds, ...situation }: StoredSituation): MemberSituation {
  const has = (bit: number): boolean => ((kinds ?? 0) & (1 << bit)) !== 0;
  const liveSources = sourceKinds.flatMap((kind, index) => [false, true].flatMap((hasDueRule) => (has(2 * index + Number(hasDueRule)) ? [{ kind, hasDueRule }] : [])));
  return { ...situation, liveSources };
}

/** Everybody in the audience with what decides about them: their latest enrollment in the subject, its live sources, and what their due date counts from. */
export function situatedPeople({ people, subjectId, dueRule, among: ids }: AssignmentPeople, now: Date): SituatedRows {
  const sql: RowsSql = (parameters) => {
    const subject = parameters.add(subjectId, 'uuid');
    const only = ids && parameters.add(ids, 'uuid[]');
    const today = dueRule === null ? 'NULL::date' : `(${parameters.add(now, 'timestamptz')} AT TIME ZONE p.time_zone)::date`;
    return `
      SELECT p.id, e.status, e.kinds, ${anchorColumn(dueRule)} AS "anchorOn", ${today} AS today FROM person p
      LEFT JOIN (
        SELECT DISTINCT ON (e.person_id) e.person_id, e.enrolled_on, s.status, (
          SELECT ${kindBits} FROM enrollment_source x
          WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND x.valid_to IS NULL AND x.suppressed_reason IS NULL) AS kinds
        FROM enrollment e LEFT JOIN standing s ON s.organization_id = $1 AND s.subject_id = ${subject} AND s.enrollment_id = e.id
        WHERE e.organization_id = $1 AND e.subject_id = ${subject}${only ? ` AND e.person_id = ANY (${only})` : ''}
        ORDER BY e.person_id, e.cycle DESC
      ) e ON e.person_id = p.id
      WHERE ${activePeople} AND ${people(parameters)}${only ? ` AND p.id = ANY (${only})` : ''}`;
  };
  return { sql, situation: ['status', 'kinds', 'anchorOn', 'today'] };
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
