import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql, SituatedRows } from '../operations/index.ts';

/** The people who have a plan and are not done with it, with the enrollment that counts; `people` narrows to some. */
const open = (parameters: { add(value: unknown, type?: string): string }, planId: string, people?: readonly string[]): string => `
  FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current AND s.status IN ('NOT_STARTED', 'IN_PROGRESS')
  WHERE e.organization_id = $1 AND e.plan_id = ${parameters.add(planId, 'uuid')} ${people ? `AND e.person_id = ANY (${parameters.add(people, 'uuid[]')})` : ''}`;

/** The people who have a plan and are not done with it, as rows of one class. */
export function openPeople(planId: string, become: 'KEEPS' | 'CLOSED'): RowsSql {
  return (parameters) => `SELECT e.person_id AS id, '${become}' AS class ${open(parameters, planId)}`;
}

/** The enrollments of some people that are open in a plan, by person. */
export async function readOpenEnrollments(transaction: Transaction, planId: string, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<{ personId: string; id: string }>(`SELECT e.person_id AS "personId", e.id ${open(parameters, planId, people)}`, parameters.values);
  return new Map(rows.map(({ personId, id }) => [personId, id]));
}

/** Whom the archiving of a plan closed, each with whether they are closed still, and their enrollment; `people` narrows to some. */
export function closedBy(planId: string, operationId: string, people?: readonly string[]): SituatedRows {
  return {
    sql: (parameters) => {
      const [plan, operation] = [parameters.add(planId, 'uuid'), parameters.add(operationId, 'uuid')];
      return `
        SELECT r.person_id AS id, coalesce(s.status = 'NOT_COMPLETED', false) AS "isClosed"
        FROM operation_chunk c
        CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
        LEFT JOIN (enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current)
          ON e.organization_id = $1 AND e.plan_id = ${plan} AND e.person_id = r.person_id
        WHERE c.organization_id = $1 AND c.operation_id = ${operation} AND r.outcome = 'CLOSED' ${people ? `AND r.person_id = ANY (${parameters.add(people, 'uuid[]')})` : ''}`;
    },
    situation: ['isClosed'],
  };
}

/** The enrollments of some people that are closed in a plan. */
export async function readClosedEnrollments(transaction: Transaction, planId: string, people: readonly string[]): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT e.id FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current AND s.status = 'NOT_COMPLETED'
     WHERE e.organization_id = $1 AND e.plan_id = $2 AND e.person_id = ANY ($3::uuid[])`,
    [transaction.organizationId, planId, people],
  );
  return rows.map(({ id }) => id);
}

/** The dynamic assignments in force that give a plan, whether or not it is in use. */
export async function findDynamicAssignmentsOf(transaction: Transaction, planId: string): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT a.id FROM assignment a JOIN assignment_target t ON t.organization_id = $1 AND t.assignment_id = a.id AND t.plan_id = $2
     WHERE a.organization_id = $1 AND a.state = 'ACTIVE' AND a.mode = 'DYNAMIC' ORDER BY a.number`,
    [transaction.organizationId, planId],
  );
  return rows.map(({ id }) => id);
}
