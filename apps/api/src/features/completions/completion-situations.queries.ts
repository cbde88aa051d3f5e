import { notRevoked } from '../facts/index.ts';
import type { SituatedRows } from '../operations/index.ts';
import { recordsOf, type PersonCondition } from '../people/index.ts';

/** People, and the one thing whose completion is recorded or taken back. */
export interface AskedCompletions {
  readonly itemId: string;
  readonly isPlan: boolean;
  readonly people: PersonCondition;
}

/** Whether a person, by default `person p`, has a completion of an item that was not taken back and is such, by expressions. */
export const live = (item: string, more = '', person = 'p.id'): string => `EXISTS (SELECT FROM completion_fact f WHERE f.organization_id = $1 AND f.person_id = ANY (${recordsOf(person)}) AND f.subject_id = ${item}
    AND ${notRevoked} ${more})`;

const current = (item: string): string =>
  `enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = ${item}`;

/** A completion of a plan counts in the cycle that the person is in. */
export const ofPlanCycle = (item: string): string => `AND EXISTS (SELECT FROM ${current(item)} AND e.cycle = f.cycle)`;

/** Content has no cycles of its own; who was given it anew begins again on that day. */
export const ofContentCycle = (item: string): string => `AND NOT EXISTS (SELECT FROM ${current(item)} AND e.cycle > 1 AND f.completed_on < e.cycle_starts_on)`;

/** What decides how a completion that is recorded comes out for each of some people: whether one counts already, in the cycle that they are in. */
export function addingSituations({ itemId, isPlan, people }: AskedCompletions, completedOn: string): SituatedRows {
  return {
    situation: ['zone', 'hiredOn', 'completed', 'sameDay'],
    sql: (parameters) => {
      const item = parameters.add(itemId, 'uuid');
      const inCycle = isPlan ? ofPlanCycle(item) : ofContentCycle(item);
      return `
        SELECT p.id, p.time_zone AS zone, p.hire_date::text AS "hiredOn", ${live(item, inCycle)} AS completed,
          ${live(item, `${inCycle} AND f.completed_on = ${parameters.add(completedOn, 'date')}`)} AS "sameDay"
        FROM person p WHERE p.organization_id = $1 AND p.merged_into_id IS NULL AND ${people(parameters)}`;
    },
  };
}

/** Whether each of some people has completed it: of a plan, in the cycle that they are in. */
export function revokingSituations({ itemId, isPlan, people }: AskedCompletions): SituatedRows {
  return {
    situation: ['completed'],
    sql: (parameters) => {
      const item = parameters.add(itemId, 'uuid');
      return `SELECT p.id, ${live(item, isPlan ? ofPlanCycle(item) : '')} AS completed
        FROM person p WHERE p.organization_id = $1 AND p.merged_into_id IS NULL AND ${people(parameters)}`;
    },
  };
}
