import type { PlanCondition } from '../access/index.ts';
import type { PersonCondition } from '../people/index.ts';

/**
 * The plans that people have, as a condition on `learning_plan p`: people of enrollments that `visible` lets through. The first of them
 * is looked for along the index of a plan's enrollments (`ORDER BY` and `LIMIT` keep the planner to it): asked whether there is any, it
 * reads a million enrollments for each plan that nobody has.
 */
export function plansOfPeople(visible: PersonCondition): PlanCondition {
  // In the innermost place `p` is still the plan, beside the enrollment it is the person.
  return (parameters) => `coalesce((
    SELECT true FROM (SELECT p.id AS plan_id) had
    JOIN enrollment e ON e.organization_id = $1 AND e.subject_id = had.plan_id
    JOIN person p ON p.organization_id = e.organization_id AND p.id = e.person_id
    WHERE ${visible(parameters)} ORDER BY e.subject_id, e.id LIMIT 1), false)`;
}
