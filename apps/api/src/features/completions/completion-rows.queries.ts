import type { AddedCompletionSituation, CalendarDate } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { notRevoked } from '../facts/index.ts';
import { ofContentCycle, ofPlanCycle } from './completion-situations.queries.ts';

/** A completion that a row of a file says. */
export interface SaidCompletion {
  readonly personId: string;
  readonly itemId: string;
  readonly isPlan: boolean;
  readonly completedOn: CalendarDate;
}

/**
 * What decides how completions of several things come out, each by its place in the list; undefined for whoever is not there any more.
 *
 * @param ownOperationId what this act itself has recorded already does not count
 */
export async function readSituations(transaction: Transaction, said: readonly SaidCompletion[], ownOperationId: string): Promise<readonly (AddedCompletionSituation | undefined)[]> {
  const rows = await transaction.query<AddedCompletionSituation & { readonly place: number }>(
    `WITH said AS MATERIALIZED (
       SELECT r.*, p.time_zone, p.hire_date FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::date[]) WITH ORDINALITY AS r (person_id, item_id, is_plan, day, place)
       JOIN person p ON p.organization_id = $1 AND p.id = r.person_id AND p.merged_into_id IS NULL AND p.status <> 'LEFT'
     ), recorded AS MATERIALIZED (
       SELECT place, person_id AS id, item_id, is_plan, day, person_id AS record_id FROM said
       UNION ALL SELECT r.place, r.person_id, r.item_id, r.is_plan, r.day, m.id FROM said r JOIN person m ON m.organization_id = $1 AND m.merged_into_id = r.person_id
     ), counting AS MATERIALIZED (
       SELECT p.place, bool_or(f.completed_on = p.day) AS same_day FROM recorded p
       JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = p.record_id AND f.subject_id = p.item_id
       WHERE ${notRevoked} AND f.operation_id IS DISTINCT FROM $6
         AND CASE WHEN p.is_plan THEN true ${ofPlanCycle('p.item_id')} ELSE true ${ofContentCycle('p.item_id')} END
       GROUP BY p.place
     )
     SELECT s.place::int, s.time_zone AS zone, s.hire_date::text AS "hiredOn", c.place IS NOT NULL AS completed, coalesce(c.same_day, false) AS "sameDay"
     FROM said s LEFT JOIN counting c ON c.place = s.place`,
    [
      transaction.organizationId,
      said.map(({ personId }) => personId),
      said.map(({ itemId }) => itemId),
      said.map(({ isPlan }) => isPlan),
      said.map(({ completedOn }) => completedOn),
      ownOperationId,
    ],
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return said.map((_, index) => byPlace.get(index + 1));
}
