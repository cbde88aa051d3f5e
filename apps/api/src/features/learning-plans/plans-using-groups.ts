import { registerGroupUsers } from '../groups/index.ts';

/** A group in whose people a plan's visible range ends cannot be removed. */
registerGroupUsers(async (transaction, groupId) => {
  const rows = await transaction.query<{ name: string }>(
    `SELECT v.name FROM learning_plan l JOIN plan_version v ON v.organization_id = $1 AND v.id = coalesce(l.published_version_id, l.draft_version_id)
     WHERE l.organization_id = $1 AND l.lifecycle <> 'ARCHIVED' AND jsonb_path_exists(l.visible_range, '$.**.groupIds[*] ? (@ == $id)', jsonb_build_object('id', $2::text))
     ORDER BY v.name`,
    [transaction.organizationId, groupId],
  );
  return rows.map(({ name }) => ({ code: 'USED_BY_VISIBLE_RANGE', params: { name } }));
});
