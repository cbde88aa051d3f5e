import type { AbsenceFacts, AudienceFacts, LostSource } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { recordsOf, type PersonCondition } from '../people/index.ts';

/** How a person stands to a plan, with all that an explanation of "why not" rests on. */
export interface AbsenceRow {
  /** Of the current cycle; null: there was never one. */
  readonly enrollmentId: string | null;
  readonly status: string | null;
  readonly lifecycle: AbsenceFacts['lifecycle'];
  readonly facts: AudienceFacts;
  readonly lost: readonly LostSource[];
  readonly assignments: AbsenceFacts['assignments'];
}

/** Reads by one statement how a person whom the caller may see stands to a plan; undefined when there is no such person or plan. */
export async function readAbsence(transaction: Transaction, visible: PersonCondition, planId: string, personId: string): Promise<AbsenceRow | undefined> {
  const parameters = new SqlParameters(transaction.organizationId, planId, personId);
  const [row] = await transaction.query<AbsenceRow>(
    `WITH RECURSIVE above AS (
       SELECT d.id AS own, d.id, d.parent_id FROM affiliation a JOIN department d ON d.organization_id = $1 AND d.id = a.department_id
       WHERE a.organization_id = $1 AND a.person_id = $3 AND a.valid_to IS NULL
       UNION SELECT b.own, d.id, d.parent_id FROM above b JOIN department d ON d.organization_id = $1 AND d.id = b.parent_id
     )
     SELECT e.id AS "enrollmentId", s.status, l.lifecycle,
       jsonb_build_object('personId', p.id, 'mergedIds', to_jsonb((${recordsOf('p.id')})[2:]), 'status', p.status, 'language', p.locale, 'partnerAccountId', p.partner_account_id, 'hiredOn', p.hire_date,
         'groupIds', coalesce((SELECT jsonb_agg(g.group_id) FROM group_membership g WHERE g.organization_id = $1 AND g.person_id = p.id AND g.valid_to IS NULL), '[]'),
         'positionIds', coalesce((SELECT jsonb_agg(a.position_id) FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL
           AND a.position_id IS NOT NULL), '[]'),
         'jobRoleIds', coalesce((SELECT jsonb_agg(a.job_role_id) FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL
           AND a.job_role_id IS NOT NULL), '[]'),
         'departments', coalesce((SELECT jsonb_agg(jsonb_build_object('id', b.own, 'ancestorIds', b.ancestors)) FROM (
           SELECT own, coalesce(jsonb_agg(id) FILTER (WHERE id <> own), '[]') AS ancestors FROM above GROUP BY own) b), '[]')) AS facts,
       coalesce((SELECT jsonb_agg(jsonb_build_object(
           'assignment', CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('number', a.number, 'name', a.name) END,
           'on', ((CASE WHEN x.suppressed_reason IS NOT NULL AND x.valid_to IS NULL THEN x.valid_from ELSE x.valid_to END) AT TIME ZONE p.time_zone)::date,
           'by', w.display_name, 'because', x.ended_because, 'suppressedBecause', CASE WHEN x.valid_to IS NULL THEN x.suppressed_reason END)
           ORDER BY coalesce(x.valid_to, 'infinity') DESC, x.id)
         FROM enrollment_source x
         LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = x.assignment_id
         LEFT JOIN person w ON w.organization_id = $1 AND w.id = CASE WHEN x.valid_to IS NULL THEN x.created_by ELSE x.ended_by END
         WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND (x.valid_to IS NULL) = (x.suppressed_reason IS NOT NULL)
           AND x.ended_because IS DISTINCT FROM 'SUPPRESSED'), '[]') AS lost,
       coalesce((SELECT jsonb_agg(jsonb_build_object('number', a.number, 'name', a.name, 'state', a.state, 'audience', CASE WHEN a.list_name IS NULL THEN a.audience END) ORDER BY a.number)
         FROM assignment_target t JOIN assignment a ON a.organization_id = $1 AND a.id = t.assignment_id
         WHERE t.organization_id = $1 AND t.plan_id = l.id AND a.state <> 'DRAFT'), '[]') AS assignments
     FROM person p
     JOIN learning_plan l ON l.organization_id = $1 AND l.id = $2
     LEFT JOIN LATERAL (SELECT n.id FROM enrollment n JOIN standing c ON c.organization_id = $1 AND c.enrollment_id = n.id AND c.is_current
       WHERE n.organization_id = $1 AND n.person_id = p.id AND n.subject_id = l.id) e ON true
     LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     WHERE p.organization_id = $1 AND p.id = $3 AND ${visible(parameters)}`,
    parameters.values,
  );
  return row;
}
