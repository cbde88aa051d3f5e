import { registerGroupUsers } from '../groups/index.ts';

/** A group for whose people a catalog is cannot be removed. */
registerGroupUsers(async (transaction, groupId) => {
  const rows = await transaction.query<{ name: string }>(
    `SELECT name FROM catalog WHERE organization_id = $1 AND removed_at IS NULL AND jsonb_path_exists(audience, '$.**.groupIds[*] ? (@ == $id)', jsonb_build_object('id', $2::text)) ORDER BY name`,
    [transaction.organizationId, groupId],
  );
  return rows.map(({ name }) => ({ code: 'USED_BY_CATALOG', params: { name } }));
});
