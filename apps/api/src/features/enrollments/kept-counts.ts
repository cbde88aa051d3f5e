/** Whether a row of standings is among what somebody still has to do by a moment. */
export const owes = `status IN ('NOT_STARTED', 'IN_PROGRESS') AND due_ends_at IS NOT NULL`;

/**
 * The parts of a statement that keep the exact counts of status, day of completion and due date. They add up what its parts `changed`
 * (status), `finished` (on_date) and `owed` (due_ends_at) tell for each `subject_id`: so many `people` more, or fewer.
 *
 * @param shard the parameter that spreads writers over rows
 */
export const keepCounts = (shard: string): string => `
  counted AS (
    INSERT INTO status_count (organization_id, subject_id, status, shard, people)
    SELECT $1, subject_id, status, ${shard}, sum(people) FROM changed GROUP BY subject_id, status HAVING sum(people) <> 0
    ORDER BY subject_id, status
    ON CONFLICT (organization_id, subject_id, status, shard) DO UPDATE SET people = status_count.people + excluded.people
  ), dated AS (
    INSERT INTO daily_completion (organization_id, subject_id, on_date, shard, people)
    SELECT $1, subject_id, on_date, ${shard}, sum(people) FROM finished GROUP BY subject_id, on_date HAVING sum(people) <> 0
    ORDER BY subject_id, on_date
    ON CONFLICT (organization_id, subject_id, on_date, shard) DO UPDATE SET people = daily_completion.people + excluded.people
  ), due AS (
    INSERT INTO due_count (organization_id, subject_id, due_ends_at, shard, people)
    SELECT $1, subject_id, due_ends_at, ${shard}, sum(people) FROM owed GROUP BY subject_id, due_ends_at HAVING sum(people) <> 0
    ORDER BY subject_id, due_ends_at
    ON CONFLICT (organization_id, subject_id, due_ends_at, shard) DO UPDATE SET people = due_count.people + excluded.people
  )`;

/** Statuses are counted in so many rows each, so that writers do not all wait for one. */
const countShards = 8;

/** One of the rows over which counts are spread. */
export function anyShard(): number {
  return Math.floor(Math.random() * countShards);
}
