import { registerGroupUsers } from '../groups/index.ts';

/** A group for whose people an assignment is still at work cannot be removed (2.5). */
registerGroupUsers(async (transaction, groupId) => {
  const rows = await transaction.query<{ name: string; number: number }>(
    `SELECT name, number FROM assignment
     WHERE organization_id = $1 AND (state IN ('DRAFT', 'SCHEDULED', 'APPLYING', 'ACTIVE') OR (mode = 'DYNAMIC' AND state = 'INACTIVE'))
       AND jsonb_path_exists(audience, '$.**.groupIds[*] ? (@ == $id)', jsonb_build_object('id', $2::text)) ORDER BY number`,
    [transaction.organizationId, groupId],
  );
  return rows.map((params) => ({ code: 'USED_BY_ASSIGNMENT', params }));
});
