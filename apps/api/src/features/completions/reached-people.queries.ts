import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import { peopleScope } from '../access/index.ts';

/** Of some people those for whom the caller may record completions and take them back. */
export const reachedPersonLoader = defineLoaderFor<Caller, string, true>(async (transaction, personIds, caller) => {
  const parameters = new SqlParameters(transaction.organizationId, personIds);
  const rows = await transaction.query<{ id: string }>(
    `SELECT p.id FROM person p WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND ${peopleScope(caller, 'COMPLETIONS_CHANGE')(parameters)}`,
    parameters.values,
  );
  return new Map(rows.map(({ id }) => [id, true]));
});
