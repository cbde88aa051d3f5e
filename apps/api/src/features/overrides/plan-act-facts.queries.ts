import { GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS, OWN_SOURCE_KINDS, type SourceKind } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { FactsExpression } from './plan-act.queries.ts';

/** Sources that give the plan now. */
const isLive = 'x.valid_to IS NULL AND x.suppressed_reason IS NULL';

function hasLive(parameters: SqlParameters, kinds: readonly SourceKind[], further = 'true'): string {
  return `EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND ${isLive}
    AND x.kind = ANY (${parameters.add(kinds, 'text[]')}) AND ${further})`;
}

/** Which sources a rule would give again: those of a dynamic assignment that goes on, unless the person has left its audience. */
export const isRuled = `a.mode = 'DYNAMIC' AND a.state IN ('APPLYING', 'ACTIVE', 'INACTIVE') AND NOT x.kept`;

const assigning = [...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS];

/** @param assignmentId the only assignment that is taken away; null: all */
export const unassignFacts =
  (assignmentId: string | null): FactsExpression =>
  (parameters) => {
    const only = assignmentId === null ? 'true' : `x.assignment_id = ${parameters.add(assignmentId, 'uuid')}`;
    return `jsonb_build_object('status', s.status, 'assigned', ${hasLive(parameters, assigning, only)},
      'others', ${hasLive(parameters, assigning, `(${only}) IS NOT TRUE`)}, 'own', ${hasLive(parameters, OWN_SOURCE_KINDS)},
      'ruled', EXISTS (SELECT FROM enrollment_source x JOIN assignment a ON a.organization_id = $1 AND a.id = x.assignment_id
        WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND ${isLive} AND ${isRuled} AND ${only}))`;
  };

/** @param assignmentId the only assignment that is asked about; null: all */
export const liftFacts =
  (assignmentId: string | null): FactsExpression =>
  (parameters) =>
    `jsonb_build_object('suppressed', EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id
      AND x.valid_to IS NULL AND x.suppressed_reason IS NOT NULL ${assignmentId === null ? '' : `AND x.assignment_id = ${parameters.add(assignmentId, 'uuid')}`}))`;

/** @param due the day; null: no due date */
export const setDueFacts =
  (due: string | null): FactsExpression =>
  (parameters, now) => {
    const day = parameters.add(due, 'date');
    return `jsonb_build_object('status', s.status, 'grouped', ${hasLive(parameters, GROUP_SOURCE_KINDS)},
      'same', EXISTS (SELECT FROM override v WHERE v.organization_id = $1 AND v.enrollment_id = e.id AND v.valid_to IS NULL AND v.milestone_key IS NULL
        AND v.act = 'ADJUST_DUE' AND v.due_on IS NOT DISTINCT FROM ${day}),
      'past', coalesce(${day} < (${parameters.add(now, 'timestamptz')} AT TIME ZONE p.time_zone)::date, false))`;
  };

export const waiveFacts =
  (milestoneKey: string): FactsExpression =>
  (parameters) => {
    const key = parameters.add(milestoneKey, 'uuid');
    return `jsonb_build_object('status', s.status, 'grouped', ${hasLive(parameters, GROUP_SOURCE_KINDS)},
      'waived', EXISTS (SELECT FROM override v WHERE v.organization_id = $1 AND v.enrollment_id = e.id AND v.valid_to IS NULL AND v.milestone_key = ${key}
        AND v.act = 'WAIVE'),
      'milestone', (SELECT m->>'status' FROM jsonb_array_elements(s.milestones) m WHERE m->>'key' = ${key}::text))`;
  };

export const resolveFacts: FactsExpression = (parameters, now) => `jsonb_build_object('status', s.status,
  'today', ((${parameters.add(now, 'timestamptz')} AT TIME ZONE p.time_zone)::date)::text,
  'exception', (SELECT min(m.reason) FROM assignment_member m WHERE m.organization_id = $1 AND m.enrollment_id = e.id AND m.state = 'EXCEPTION'))`;

/**
 * What an act came to for a person, and whether something else changed the same since.
 *
 * @param operationId the act that is to be taken back
 */
export const undoFacts =
  (operationId: string, changing: ReadonlySet<string>): FactsExpression =>
  (parameters) => {
    const operation = parameters.add(operationId, 'uuid');
    const classes = parameters.add([...changing], 'text[]');
    const chunk = `operation_chunk c JOIN operation o ON o.organization_id = $1 AND o.id = c.operation_id
      CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
      WHERE c.organization_id = $1 AND c.operation_id = ${operation} AND r.person_id = p.id`;
    const since = `(SELECT o.committed_at FROM operation o WHERE o.organization_id = $1 AND o.id = ${operation})`;
    return `jsonb_build_object('status', s.status,
      'changed', EXISTS (SELECT FROM ${chunk} AND r.outcome = ANY (${classes})),
      'touchedSince', EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id
          AND ((x.valid_from > ${since} AND x.operation_id IS DISTINCT FROM ${operation}) OR (x.valid_to > ${since} AND x.ended_in IS DISTINCT FROM ${operation})))
        OR EXISTS (SELECT FROM override v WHERE v.organization_id = $1 AND v.enrollment_id = e.id
          AND ((v.valid_from > ${since} AND v.operation_id IS DISTINCT FROM ${operation}) OR (v.valid_to > ${since} AND v.ended_in IS DISTINCT FROM ${operation}))))`;
  };
