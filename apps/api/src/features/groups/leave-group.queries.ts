import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql } from '../operations/index.ts';
import { among, type PersonCondition } from '../people/index.ts';

/** Who of some people, or of all that may be seen, would leave a group; those named who are not in it are told too. */
export function leavingRows(groupId: string, personIds: readonly string[] | null, visible: PersonCondition): RowsSql {
  return (parameters) => {
    const group = parameters.add(groupId, 'uuid');
    const isMember = `EXISTS (SELECT FROM group_membership m WHERE m.organization_id = $1 AND m.group_id = ${group} AND m.person_id = p.id AND m.valid_to IS NULL)`;
    return `SELECT p.id, CASE WHEN ${isMember} THEN 'LEAVES' ELSE 'NOT_IN' END AS class FROM person p
      WHERE p.organization_id = $1 AND ${visible(parameters)} AND ${personIds ? among(parameters, personIds) : isMember}`;
  };
}

/** Ends the memberships of some people, dated, with the bulk act that did it; answers whose. */
export async function endMemberships(transaction: Transaction, groupId: string, personIds: readonly string[]): Promise<string[]> {
  const { organizationId, now, actor } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `UPDATE group_membership SET valid_to = $4, ended_because = 'BY_HAND', ended_by = $5
     WHERE organization_id = $1 AND group_id = $2 AND person_id = ANY ($3::uuid[]) AND valid_to IS NULL RETURNING person_id AS id`,
    [organizationId, groupId, personIds, now, actor.id],
  );
  return rows.map(({ id }) => id);
}

/** Whom a bulk act took out of a group, each with whether they are out of it still. */
export function tookOut(groupId: string, operationId: string): RowsSql {
  return (parameters) => {
    const group = parameters.add(groupId, 'uuid');
    return `SELECT r.id, CASE WHEN EXISTS (SELECT FROM person_group g WHERE g.organization_id = $1 AND g.id = ${group} AND g.removed_at IS NULL)
        AND NOT EXISTS (SELECT FROM group_membership m WHERE m.organization_id = $1 AND m.group_id = ${group} AND m.person_id = r.id AND m.valid_to IS NULL)
        THEN 'TAKEN_BACK' ELSE 'LEFT_CHANGED_SINCE' END AS class
      FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (id, outcome)
      WHERE c.organization_id = $1 AND c.operation_id = ${parameters.add(operationId, 'uuid')} AND r.outcome = 'LEAVES'`;
  };
}

/** Brings people back into a group, with the cause that they were in it for; answers whom. */
export async function returnMembers(transaction: Transaction, groupId: string, personIds: readonly string[], undoId: string): Promise<string[]> {
  const { organizationId, now, actor } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause, operation_id, created_at, created_by)
     SELECT $1, n.id, $2, n.person_id, $5, (SELECT m.cause FROM group_membership m WHERE m.organization_id = $1 AND m.group_id = $2 AND m.person_id = n.person_id
       ORDER BY m.valid_to DESC NULLS LAST LIMIT 1), $6, $5, $7
     FROM unnest($3::uuid[], $4::uuid[]) AS n (id, person_id)
     ON CONFLICT (organization_id, group_id, person_id) WHERE valid_to IS NULL DO NOTHING RETURNING person_id AS id`,
    [organizationId, groupId, personIds.map(() => newId()), personIds, now, undoId, actor.id],
  );
  return rows.map(({ id }) => id);
}
