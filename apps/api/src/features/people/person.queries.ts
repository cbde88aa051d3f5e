import type { Transaction } from '../../platform/database/transaction.ts';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { foundBy, inDepartments } from './person-conditions.queries.ts';
import { personColumns, personJoins, type PersonRow } from './person.loaders.ts';

/** Which people a list shows; what is absent does not narrow it. */
export interface PeopleFilter {
  readonly search?: string | null;
  readonly statuses?: readonly string[] | null;
  readonly departmentId?: string | null;
  readonly partnerAccountId?: string | null;
  readonly managerId?: string | null;
}

/** Turns a condition on `person p` into SQL, with its values. */
export type PersonCondition = (parameters: SqlParameters) => string;

/**
 * One page of people in the order of their names.
 *
 * @param visible which people the caller may see
 */
export async function findPeople(
  transaction: Transaction,
  visible: PersonCondition,
  filter: PeopleFilter,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<PersonRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['p.organization_id = $1', 'p.merged_into_id IS NULL', visible(parameters), ...filterConditions(parameters, filter)];
  if (after) conditions.push(`(p.name_key, p.id) > (${parameters.add(after[0])}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<PersonRow>(
    `SELECT ${personColumns} FROM (
       SELECT p.id FROM person p WHERE ${conditions.join(' AND ')} ORDER BY p.name_key, p.id ${limitPage(first)}
     ) found JOIN person p ON p.organization_id = $1 AND p.id = found.id ${personJoins} ORDER BY p.name_key, p.id`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.nameKey, row.id]);
}

/** How many people a filter leaves. */
export async function countPeople(transaction: Transaction, visible: PersonCondition, filter: PeopleFilter): Promise<number> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['p.organization_id = $1', 'p.merged_into_id IS NULL', visible(parameters), ...filterConditions(parameters, filter)];
  const [row] = await transaction.query<{ people: string }>(
    `SELECT count(*) AS people FROM person p WHERE ${conditions.join(' AND ')}`,
    parameters.values,
  );
  return Number(row!.people);
}

function filterConditions(parameters: SqlParameters, filter: PeopleFilter): string[] {
  const conditions: string[] = [];
  if (filter.search?.trim()) conditions.push(foundBy(parameters, filter.search));
  if (filter.statuses?.length) conditions.push(`p.status = ANY (${parameters.add(filter.statuses, 'text[]')})`);
  if (filter.departmentId) conditions.push(inDepartments(parameters, [filter.departmentId], true));
  if (filter.partnerAccountId) conditions.push(`p.partner_account_id = ${parameters.add(filter.partnerAccountId, 'uuid')}`);
  if (filter.managerId) conditions.push(`p.manager_id = ${parameters.add(filter.managerId, 'uuid')}`);
  return conditions;
}

interface DepartmentTreeRow {
  id: string;
  parentId: string | null;
  name: string;
  path: string[];
  rowVersion: number;
  peopleCount: number;
}

/**
 * Departments, parents before children, with how many active people are in or below each.
 *
 * @param visible whose departments, with all above them, and who is counted; absent: all departments, and everybody
 */
export async function listDepartments(transaction: Transaction, visible?: PersonCondition): Promise<DepartmentTreeRow[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const seen = visible ? `AND ${visible(parameters)}` : '';
  return transaction.query<DepartmentTreeRow>(
    `WITH RECURSIVE tree AS (
       SELECT id, parent_id, name, row_version, ARRAY[name] AS path, ARRAY[id] AS ids FROM department
       WHERE organization_id = $1 AND parent_id IS NULL AND removed_at IS NULL
       UNION ALL
       SELECT d.id, d.parent_id, d.name, d.row_version, t.path || d.name, t.ids || d.id FROM department d
       JOIN tree t ON d.organization_id = $1 AND d.parent_id = t.id AND d.removed_at IS NULL
     ), own AS (
       SELECT a.department_id, a.person_id FROM affiliation a
       JOIN person p ON p.organization_id = $1 AND p.id = a.person_id AND p.status = 'ACTIVE' ${seen}
       WHERE a.organization_id = $1 AND a.valid_to IS NULL AND a.department_id IS NOT NULL
     ), counted AS (
       SELECT above.id, count(DISTINCT own.person_id) AS people FROM tree t CROSS JOIN LATERAL unnest(t.ids) AS above (id)
       JOIN own ON own.department_id = t.id GROUP BY above.id
     )
     SELECT t.id, t.parent_id AS "parentId", t.name, t.path, t.row_version AS "rowVersion", coalesce(c.people, 0)::int AS "peopleCount"
     FROM tree t ${visible ? '' : 'LEFT '}JOIN counted c ON c.id = t.id ORDER BY t.path`,
    parameters.values,
  );
}

/** Who has one of a kind now, as a condition on `person p` and `n`. */
const holders = {
  job_position: 'EXISTS (SELECT FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL AND a.position_id = n.id)',
  job_role: 'EXISTS (SELECT FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL AND a.job_role_id = n.id)',
  partner_account: 'p.partner_account_id = n.id',
} as const;

/**
 * Positions, job roles or partner accounts, by name.
 *
 * @param visible whose; absent: all that there are
 */
export async function listNamed(transaction: Transaction, table: keyof typeof holders, visible?: PersonCondition): Promise<{ id: string; name: string }[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const held = visible ? `AND EXISTS (SELECT FROM person p WHERE p.organization_id = $1 AND ${visible(parameters)} AND ${holders[table]})` : '';
  return transaction.query(`SELECT n.id, n.name FROM ${table} n WHERE n.organization_id = $1 AND n.removed_at IS NULL ${held} ORDER BY n.name_key`, parameters.values);
}

/** The id of the record that is left, of one that was merged into it: whoever kept the old id finds the person (2.1). */
export async function resolveMerged(transaction: Transaction, personId: string): Promise<string> {
  const [row] = await transaction.query<{ id: string }>(
    'SELECT merged_into_id AS id FROM person WHERE organization_id = $1 AND id = $2 AND merged_into_id IS NOT NULL',
    [transaction.organizationId, personId],
  );
  return row?.id ?? personId;
}

/** The person, if the caller may see them: one row or none. */
export async function findVisible(transaction: Transaction, visible: PersonCondition, personId: string): Promise<{ id: string }[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['p.organization_id = $1', visible(parameters), `p.id = ${parameters.add(personId, 'uuid')}`];
  return transaction.query(`SELECT p.id FROM person p WHERE ${conditions.join(' AND ')}`, parameters.values);
}

/** What people are locked for: to record something of them, or to change themselves, also what others know them by. */
export type PeopleLock = 'TO_RECORD' | 'TO_CHANGE';

/** As weak as each may be: whoever only refers to a person waits for nobody but those who change them. */
const strengths: Readonly<Record<PeopleLock, string>> = { TO_RECORD: 'FOR NO KEY UPDATE', TO_CHANGE: 'FOR UPDATE' };

/**
 * Locks people up to the end of the transaction, in the order of their ids as everybody does who locks several. What the next statement
 * sees is what had been committed when all were locked.
 */
export async function lockPeople(transaction: Transaction, ids: readonly string[], lock: PeopleLock): Promise<void> {
  await transaction.query(`SELECT id FROM person WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id ${strengths[lock]}`, [
    transaction.organizationId,
    ids,
  ]);
}
