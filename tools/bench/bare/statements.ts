/*
 * What somebody would write who has nothing but the tables and one page to serve: no sign-in, no tenant, no rules, one statement
 * that answers JSON. They run as a role that row-level security does not bind.
 */

/** The learner's home: $1 organization, $2 person. */
export const learnerHome = `
  SELECT json_build_object('data', json_build_object('myLearning', json_build_object('cursor', '0-0', 'plans', coalesce(json_agg(json_build_object(
    'enrollmentId', e.id, 'planId', e.plan_id, 'name', v.name, 'status', s.status, 'progress', s.progress::float8,
    'due', CASE WHEN s.due_on IS NOT NULL THEN json_build_object('date', s.due_on, 'endsAt', s.due_ends_at, 'timeZone', p.time_zone) END,
    'overdue', s.status IN ('NOT_STARTED', 'IN_PROGRESS') AND s.due_ends_at < now(), 'completedOn', s.completed_on, 'minutesLeft', coalesce(n.minutes, 0),
    'next', n.next) ORDER BY s.status IN ('NOT_STARTED', 'IN_PROGRESS') DESC, s.due_on, e.id), '[]'))))::text AS body
  FROM enrollment e
  JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
  JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
  JOIN plan_version v ON v.organization_id = $1 AND v.id = s.plan_version_id
  LEFT JOIN LATERAL (
    SELECT sum(o.minutes) AS minutes, (array_agg(o.next ORDER BY o.position))[1] AS next FROM (
      SELECT m.position, (t."unitsRequired" - t."unitsEarned") * 30 AS minutes, i.next
      FROM milestone m
      JOIN jsonb_to_recordset(s.milestones) AS t (key uuid, "unitsRequired" numeric, "unitsEarned" numeric, "satisfiedOn" date) ON t.key = m.key
      LEFT JOIN LATERAL (
        SELECT json_build_object('kind', l.kind, 'learningObjectId', l.id, 'name', l.name, 'milestoneName', m.name, 'opensOn', NULL) AS next
        FROM milestone_item x JOIN learning_object l ON l.organization_id = $1 AND l.id = x.learning_object_id
        WHERE x.organization_id = $1 AND x.plan_version_id = v.id AND x.milestone_key = m.key AND NOT EXISTS (
          SELECT FROM completion_fact f WHERE f.organization_id = $1 AND f.person_id = e.person_id AND f.subject_id = x.learning_object_id)
        ORDER BY x.position LIMIT 1) i ON true
      WHERE m.organization_id = $1 AND m.plan_version_id = v.id AND m.metric <> 'NONE' AND t."satisfiedOn" IS NULL) o
  ) n ON s.status IN ('NOT_STARTED', 'IN_PROGRESS')
  WHERE e.organization_id = $1 AND e.person_id = $2 AND s.status <> 'WITHDRAWN'`;

const page = (condition: string): string => `
  WITH page AS (
    SELECT e.id, e.person_id FROM enrollment e
    WHERE e.organization_id = $1 AND e.id > $2 AND ${condition} ORDER BY e.id LIMIT 51
  ), placed AS (
    SELECT page.*, a.department_id FROM page LEFT JOIN affiliation a ON a.organization_id = $1 AND a.person_id = page.person_id AND a.valid_to IS NULL
  ), path AS (
    WITH RECURSIVE up AS (
      SELECT DISTINCT d.id AS leaf, d.id, d.parent_id, d.name, 0 AS height FROM placed JOIN department d ON d.organization_id = $1 AND d.id = placed.department_id
      UNION ALL SELECT up.leaf, d.id, d.parent_id, d.name, up.height + 1 FROM department d JOIN up ON d.organization_id = $1 AND d.id = up.parent_id
    ) SELECT leaf, max(name) FILTER (WHERE height = 0) AS name, json_agg(name ORDER BY height DESC) AS path FROM up GROUP BY leaf
  ), rows AS (
    SELECT row_number() OVER (ORDER BY placed.id) AS place, placed.id, json_build_object('id', placed.id, 'status', s.status,
      'overdue', s.status IN ('NOT_STARTED', 'IN_PROGRESS') AND s.due_ends_at < now(), 'progress', s.progress::float8,
      'completionClass', s.completion_class, 'completedOn', s.completed_on, 'completedLate', s.completed_late,
      'due', CASE WHEN s.due_on IS NOT NULL THEN json_build_object('date', s.due_on, 'endsAt', s.due_ends_at, 'timeZone', p.time_zone) END,
      'person', json_build_object('id', p.id, 'displayName', p.display_name, 'employeeNumber', p.employee_number,
        'department', json_build_object('id', path.leaf, 'name', path.name, 'path', path.path))) AS node
    FROM placed
    JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = placed.id
    JOIN person p ON p.organization_id = $1 AND p.id = placed.person_id
    LEFT JOIN path ON path.leaf = placed.department_id
  )
  SELECT json_build_object('data', json_build_object('enrollments', json_build_object(
    'edges', json_agg(json_build_object('node', node) ORDER BY place) FILTER (WHERE place <= 50),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(id::text) FILTER (WHERE place = 50)))))::text AS body FROM rows`;

/** A page of 50 enrollments: $1 organization, $2 the last id before it, $3 the plan. */
export const planPage = page('e.subject_id = $3');
/** The same of all plans: $1 organization, $2 the last id before it. */
export const organizationPage = page('true');

/** The totals of a plan out of the counters: $1 organization, $2 plan. */
export const planTotals = `
  SELECT json_build_object('data', json_build_object('planProgress', json_build_object('planId', $2::uuid,
    'total', (SELECT sum(people) FROM status_count WHERE organization_id = $1 AND subject_id = $2 AND status <> 'WITHDRAWN'),
    'overdue', (SELECT coalesce(sum(people), 0) FROM due_count WHERE organization_id = $1 AND subject_id = $2 AND due_ends_at < now()),
    'counts', (SELECT json_agg(json_build_object('status', status, 'people', people)) FROM (
      SELECT status, sum(people) AS people FROM status_count WHERE organization_id = $1 AND subject_id = $2 GROUP BY status) c),
    'completions', (SELECT coalesce(json_agg(json_build_object('date', on_date, 'people', people) ORDER BY on_date), '[]') FROM (
      SELECT on_date, sum(people) AS people FROM daily_completion WHERE organization_id = $1 AND subject_id = $2 AND on_date > current_date - 90
      GROUP BY on_date) d))))::text AS body`;

/** The same counted from the standings themselves: $1 organization, $2 plan. */
export const planTotalsCounted = `
  SELECT json_build_object('data', json_build_object('planProgress', json_build_object('planId', $2::uuid, 'total', count(*),
    'overdue', count(*) FILTER (WHERE status IN ('NOT_STARTED', 'IN_PROGRESS') AND due_ends_at < now()),
    'counts', (SELECT json_agg(json_build_object('status', status, 'people', people)) FROM (
      SELECT status, count(*) AS people FROM standing WHERE organization_id = $1 AND subject_id = $2 GROUP BY status) c),
    'completions', (SELECT json_agg(json_build_object('date', on_date, 'people', people) ORDER BY on_date) FROM (
      SELECT completed_on AS on_date, count(*) AS people FROM standing WHERE organization_id = $1 AND subject_id = $2
        AND completed_on > current_date - 90 GROUP BY 1) d))))::text AS body
  FROM standing WHERE organization_id = $1 AND subject_id = $2`;

/** A draft as the editor shows it, with its milestones and what they link: $1 organization, $2 plan. */
export const draftEditor = `
  SELECT json_build_object('data', json_build_object('learningPlan', json_build_object('id', p.id, 'code', p.code, 'name', p.name,
    'lifecycle', p.lifecycle, 'preset', p.preset, 'rowVersion', p.row_version, 'owner', (
      SELECT json_build_object('id', o.id, 'name', o.display_name) FROM person o WHERE o.organization_id = $1 AND o.id = p.owner_id),
    'draftVersion', json_build_object('id', v.id, 'number', v.number, 'rowVersion', v.row_version, 'name', v.name, 'description', v.description,
      'dueRule', v.due_rule, 'lookback', v.lookback, 'endPolicy', v.end_policy, 'milestones', (
        SELECT json_agg(json_build_object('key', m.key, 'position', m.position, 'name', m.name, 'description', m.description, 'metric', m.metric,
          'units', m.units::text, 'dueRule', m.due_rule, 'releaseRule', m.release_rule, 'items', x.items) ORDER BY m.position)
        FROM milestone m LEFT JOIN (
          SELECT i.milestone_key, json_agg(json_build_object('position', i.position, 'mandatory', i.mandatory, 'learningObjectId', l.id,
            'learningObject', json_build_object('id', l.id, 'name', l.name, 'kind', l.kind, 'status', l.status, 'durationMinutes', l.duration_minutes,
              'expiresOn', l.expires_on, 'credits', (SELECT coalesce(json_agg(json_build_object('creditType', c.credit_type, 'amount', c.amount::text)), '[]')
                FROM credit_line c WHERE c.organization_id = $1 AND c.course_id = l.id))) ORDER BY i.position) AS items
          FROM milestone_item i JOIN learning_object l ON l.organization_id = $1 AND l.id = i.learning_object_id
          WHERE i.organization_id = $1 AND i.plan_version_id = (SELECT draft_version_id FROM learning_plan WHERE organization_id = $1 AND id = $2)
          GROUP BY i.milestone_key) x ON x.milestone_key = m.key
        WHERE m.organization_id = $1 AND m.plan_version_id = v.id)))))::text AS body
  FROM learning_plan p JOIN plan_version v ON v.organization_id = $1 AND v.id = p.draft_version_id WHERE p.organization_id = $1 AND p.id = $2`;

/** The rows that the checks on publish look at, one by one, without looking: $1 organization, $2 plan. */
export const draftChecks = `
  SELECT json_build_object('data', json_build_object('items', json_agg(json_build_object('milestone', m.key, 'name', m.name, 'units', m.units,
    'id', l.id, 'item', l.name, 'status', l.status, 'expiresOn', l.expires_on, 'mandatory', i.mandatory,
    'modules', (SELECT count(*) FROM course_module c WHERE c.organization_id = $1 AND c.course_id = l.id),
    'credits', (SELECT count(*) FROM credit_line c WHERE c.organization_id = $1 AND c.course_id = l.id)))))::text AS body
  FROM learning_plan p JOIN milestone m ON m.organization_id = $1 AND m.plan_version_id = p.draft_version_id
  JOIN milestone_item i ON i.organization_id = $1 AND i.plan_version_id = m.plan_version_id AND i.milestone_key = m.key
  JOIN learning_object l ON l.organization_id = $1 AND l.id = i.learning_object_id WHERE p.organization_id = $1 AND p.id = $2`;
