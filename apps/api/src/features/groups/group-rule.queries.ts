import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Preview } from '../operations/index.ts';
import { changesOf } from './evaluate-groups.queries.ts';

/** The names that the rows of a preview have for those who join and those who leave. */
export interface ChangeClasses {
  readonly joins: string;
  readonly leaves: string;
}

/**
 * Writes the rows of a preview of a rule in chunks, by one statement: who would join and who would leave. The hash holds these people,
 * and `stamp` for what else the preview rests on.
 */
export async function writeRuleRows(
  transaction: Transaction,
  operationId: string,
  changes: (parameters: SqlParameters) => string,
  stamp: string,
  chunkSize: number,
): Promise<Preview> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
  const parameters = new SqlParameters(transaction.organizationId);
  const [row] = await transaction.query<Preview>(
    `WITH classed AS MATERIALIZED (
       SELECT id, class, ((row_number() OVER (ORDER BY class, id)) - 1) / ${parameters.add(chunkSize, 'integer')} AS number FROM (${changes(parameters)}) c
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, ${parameters.add(operationId, 'uuid')}, number, array_agg(id ORDER BY class, id), array_agg(class ORDER BY class, id) FROM classed GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, people), '{}') FROM (SELECT class, count(*) AS people FROM classed GROUP BY class) g) AS counts,
       md5(${parameters.add(stamp, 'text')} || (SELECT coalesce(md5(string_agg(id::text || class, ',' ORDER BY id, class)), 'none') FROM classed)) AS hash,
       (SELECT count(*)::int FROM classed) AS "rowsTotal"`,
    parameters.values,
  );
  return row!;
}

/** Who a rule would bring in and out, as `id` and `class`. */
export function ruleChanges(groupId: string, rule: AudienceExpression, classes: ChangeClasses): (parameters: SqlParameters) => string {
  return (parameters) =>
    `SELECT "personId" AS id, CASE WHEN joins THEN ${parameters.add(classes.joins, 'text')} ELSE ${parameters.add(classes.leaves, 'text')} END AS class
     FROM (${changesOf(parameters, groupId, rule)}) x`;
}

/** What the group was before and after an operation changed its rule, by the revisions that are kept. */
export interface RuleHistory {
  /** The operation that changed the rule last; null where the group is gone. */
  readonly lastOperationId: string | null;
  /** The rule before this operation; null: the group came to be with it. */
  readonly before: AudienceExpression | null;
  readonly isCommitted: boolean;
}

/** What is kept of the rule of a group around an operation. */
export async function readRuleHistory(transaction: Transaction, groupId: string, operationId: string): Promise<RuleHistory> {
  const [row] = await transaction.query<RuleHistory>(
    `WITH r AS (SELECT rule, operation_id, valid_from, id FROM group_revision WHERE organization_id = $1 AND group_id = $2),
     own AS (SELECT valid_from, id FROM r WHERE operation_id = $3 LIMIT 1)
     SELECT CASE WHEN NOT EXISTS (SELECT FROM person_group WHERE organization_id = $1 AND id = $2 AND removed_at IS NOT NULL)
         THEN (SELECT operation_id FROM r WHERE operation_id IS NOT NULL ORDER BY valid_from DESC, id DESC LIMIT 1) END AS "lastOperationId",
       CASE WHEN EXISTS (SELECT FROM own)
         THEN (SELECT rule FROM r WHERE (valid_from, id) < (SELECT valid_from, id FROM own) ORDER BY valid_from DESC, id DESC LIMIT 1)
         ELSE (SELECT rule FROM person_group WHERE organization_id = $1 AND id = $2) END AS before,
       EXISTS (SELECT FROM own) AS "isCommitted"`,
    [transaction.organizationId, groupId, operationId],
  );
  return row!;
}

/** Whether another rule of the group is being carried out. Commits of rules of one organization wait for each other here. */
export async function isOtherRuleRunning(transaction: Transaction, groupId: string, operationId: string): Promise<boolean> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`group-rules:${transaction.organizationId}`]);
  const [row] = await transaction.query<{ running: boolean }>(
    `SELECT EXISTS (SELECT FROM operation WHERE organization_id = $1 AND kind = 'GROUP_RULE' AND state = 'APPLYING' AND id <> $2
       AND input->>'groupId' = $3) AS running`,
    [transaction.organizationId, operationId, groupId],
  );
  return row!.running;
}

/** Names of groups, for whoever is told of them. */
export async function readGroupNames(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.query<{ id: string; name: string }>('SELECT id, name FROM person_group WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [
    transaction.organizationId,
    ids,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Which of some people are in a group now. */
export async function readMembersAmong(transaction: Transaction, groupId: string, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>(
    'SELECT person_id AS id FROM group_membership WHERE organization_id = $1 AND group_id = $2 AND person_id = ANY ($3::uuid[]) AND valid_to IS NULL',
    [transaction.organizationId, groupId, people],
  );
  return new Set(rows.map((row) => row.id));
}
