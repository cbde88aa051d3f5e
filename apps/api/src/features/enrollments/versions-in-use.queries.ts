import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import { progressScope } from '../access/index.ts';

/** A version that somebody is pinned to. */
export interface VersionInUse {
  readonly planId: string;
  readonly id: string;
  /** Of what a version asks beyond another one: that of the version. */
  readonly number: number;
  /** How many people are on it in their current cycle, of those whose progress the caller may read; who withdrew is not counted. */
  readonly people: number;
}

/**
 * The versions of each of some plans that anybody is pinned to, in whatever cycle, the newest first: counted at this moment, in one pass over a plan's people. For
 * whoever reads the progress of everybody, that is a pass over an index.
 */
export const versionsInUseLoader = defineLoaderFor<Caller, string, readonly VersionInUse[]>(async (transaction, planIds, caller) => {
  const parameters = new SqlParameters(transaction.organizationId);
  const visible = progressScope(caller)(parameters);
  const whose = visible === 'true' ? '' : `JOIN enrollment e ON e.organization_id = $1 AND e.id = s.enrollment_id JOIN person p ON p.organization_id = $1 AND p.id = e.person_id`;
  const rows = await transaction.query<VersionInUse>(
    `SELECT v.plan_id AS "planId", v.id, v.number, u.people FROM (
       SELECT s.plan_version_id AS id, (count(*) FILTER (WHERE s.is_current AND s.status <> 'WITHDRAWN' AND ${visible}))::int AS people
       FROM standing s ${whose} WHERE s.organization_id = $1 AND s.subject_id = ANY (${parameters.add(planIds, 'uuid[]')}) GROUP BY 1
     ) u JOIN plan_version v ON v.organization_id = $1 AND v.id = u.id ORDER BY v.number DESC, v.delta_from NULLS FIRST`,
    parameters.values,
  );
  return Map.groupBy(rows, ({ planId }) => planId);
});
