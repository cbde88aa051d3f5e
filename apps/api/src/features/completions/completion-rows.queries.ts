import type { AddedCompletionSituation, CalendarDate } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { live, ofContentCycle, ofPlanCycle } from './completion-situations.queries.ts';

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
  const others = 'AND f.operation_id IS DISTINCT FROM $6';
  const completed = (cycle: string): string => live('r.item_id', `${cycle} ${others}`);
  const sameDay = (cycle: string): string => live('r.item_id', `${cycle} AND f.completed_on = r.day ${others}`);
  const either = (of: (cycle: string) => string): string => `CASE WHEN r.is_plan THEN ${of(ofPlanCycle('r.item_id'))} ELSE ${of(ofContentCycle('r.item_id'))} END`;
  const rows = await transaction.query<AddedCompletionSituation & { readonly place: number }>(
    `SELECT r.place::int, p.time_zone AS zone, p.hire_date::text AS "hiredOn", ${either(completed)} AS completed, ${either(sameDay)} AS "sameDay"
     FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::date[]) WITH ORDINALITY AS r (person_id, item_id, is_plan, day, place)
     JOIN person p ON p.organization_id = $1 AND p.id = r.person_id AND p.merged_into_id IS NULL AND p.status <> 'LEFT'`,
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
