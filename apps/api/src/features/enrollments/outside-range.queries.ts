import { GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS, type AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { activePeople, audienceCondition } from '../audiences/index.ts';
import { finders } from '../catalogs/index.ts';
import type { PersonCondition } from '../people/index.ts';

/** People who have a plan assigned and would not find it by themselves. */
export interface OutsideRange {
  readonly people: number;
  /** The first few by name. */
  readonly sample: readonly string[];
}

/**
 * Who has a plan assigned in their current cycle and does not find it, of those whom the caller may see (X3): one pass over the people of the plan. Nobody,
 * where nobody finds it: such a plan is meant for those to whom it is assigned.
 */
export async function readOutsideRange(transaction: Transaction, planId: string, visible: PersonCondition, sampleSize: number): Promise<OutsideRange> {
  const [plan] = await transaction.query<{ found: AudienceExpression | null }>(`SELECT ${finders('$2::uuid')} AS found`, [transaction.organizationId, planId]);
  if (!plan?.found) return { people: 0, sample: [] };
  const parameters = new SqlParameters(transaction.organizationId);
  const [row] = await transaction.query<OutsideRange>(
    `WITH outside AS MATERIALIZED (
       SELECT p.id, p.name_key FROM enrollment e
       JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current AND s.status <> 'WITHDRAWN'
       JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
       WHERE e.organization_id = $1 AND e.subject_id = ${parameters.add(planId, 'uuid')} AND ${activePeople} AND ${visible(parameters)}
         AND NOT coalesce(${audienceCondition(plan.found, parameters)}, false)
         AND EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND x.valid_to IS NULL AND x.suppressed_reason IS NULL
           AND x.kind = ANY (${parameters.add([...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS], 'text[]')})))
     SELECT (SELECT count(*)::int FROM outside) AS people, ARRAY(SELECT id FROM outside ORDER BY name_key, id LIMIT ${parameters.add(sampleSize)}) AS sample`,
    parameters.values,
  );
  return row!;
}
