import { evaluateEnrollments } from '../features/enrollments/index.ts';
import { previewAssignment } from '../features/assignments/index.ts';
import type { Database } from '../platform/database/database.ts';
import { refreshStatistics } from '../platform/database/refresh-statistics.ts';
import type { SeedClock } from './load-demonstration.ts';
import { letHappen, type Scene } from './load-happenings.ts';
import { carryOut } from './run-operation.ts';
import { seedAccounts, seedAssignments, seedHappenings, seedHistory, type SeedAssignment } from './seed-data.ts';
import type { SeedNames } from './seed-names.ts';
import type { WhenIdle } from './when-idle.ts';

const dayMilliseconds = 86_400_000;
const chunkSize = 400;
const filled = ['completion_fact', 'item_progress', 'standing', 'standing_history'];
/** History is told in steps of so many days: each step records what was completed in it and evaluates whom that concerns. */
const stepDays = 28;

/**
 * Assigns the plans of the demonstration, lets a year of learning happen and what admins did meanwhile, by the product's own use cases with
 * the clock set back.
 */
export async function loadHistory(scene: Scene, whenIdle: WhenIdle, now: Date, clock: SeedClock): Promise<void> {
  const { database, names, admin: { organizationId } } = scene;
  const completions = new CompletionSchedule();
  const told: Told[] = [
    ...seedAssignments().map((each) => ({ daysAgo: each.startedDaysAgo, tell: (at: Date) => assign(scene, each, completions, at) })),
    ...seedHappenings().map((each) => ({ daysAgo: each.daysAgo, tell: (at: Date) => letHappen(scene, each, at) })),
  ].toSorted((a, b) => b.daysAgo - a.daysAgo);
  let day = told[0]!.daysAgo;
  let steps = 0;
  // Whoever can sign in finds their modules done too; of everybody else the courses are enough.
  const inDetail = seedAccounts().map((account) => names.personId(account.key));
  for (; day >= 0; day -= stepDays) {
    for (const { daysAgo, tell } of told.filter((each) => each.daysAgo <= day && each.daysAgo > day - stepDays)) {
      const at = new Date(now.getTime() - daysAgo * dayMilliseconds);
      clock.now = () => at;
      await tell(at);
      // What follows from it happens on its day too.
      await whenIdle();
    }
    const until = new Date(now.getTime() - Math.max(0, day - stepDays) * dayMilliseconds);
    clock.now = () => until;
    // Once there is something to count.
    if (steps++ < 2) await database.write({ organizationId }, (transaction) => refreshStatistics(transaction, filled, Number.MAX_SAFE_INTEGER));
    await recordUntil(database, organizationId, completions.due(until), inDetail);
  }
}

/** Something that happened on a day. */
interface Told {
  readonly daysAgo: number;
  readonly tell: (at: Date) => Promise<void>;
}

async function assign({ database, names, plans, admin }: Scene, assignment: SeedAssignment, completions: CompletionSchedule, at: Date): Promise<void> {
  const { name, audience, dueRule, mode, onLeave, notify } = assignment;
  for (const code of assignment.plans) {
    const planId = plans.get(code)!;
    const input = { name, planId, audience: names.audience(audience), dueRule: (dueRule ?? null) as never, mode, onLeave, notify, confirmEverybody: true };
    await carryOut(database, admin, name, (transaction) => previewAssignment(transaction, admin, input));
    await completions.plan(database, admin.organizationId, code, planId, names, at);
  }
}

/** One thing that somebody will have completed. */
interface ScheduledCompletion {
  readonly personId: string;
  readonly courseId: string;
  readonly at: Date;
}

/** Who will complete what, and when: drawn once from the rates of the demonstration, always the same. */
class CompletionSchedule {
  private waiting: ScheduledCompletion[] = [];
  private readonly random = mulberry32(seedHistory().seed);
  private readonly drawn = new Set<string>();

  /** Draws for everybody who has the plan and has not been drawn for yet. */
  async plan(database: Database, organizationId: string, code: string, planId: string, names: SeedNames, from: Date): Promise<void> {
    const history = seedHistory();
    const rates = history.plans.find((each) => each.plan === code);
    if (!rates) return;
    const untouched = new Set(history.untouched.filter((each) => each.plans.includes(code)).map((each) => names.personId(each.account)));
    const people = await database.read({ organizationId }, (transaction) =>
      transaction.query<{ personId: string; courses: string[] }>(
        `SELECT e.person_id AS "personId", (SELECT array_agg(i.learning_object_id ORDER BY m.position, i.position) FROM milestone m
           JOIN milestone_item i ON i.organization_id = $1 AND i.plan_version_id = m.plan_version_id AND i.milestone_key = m.key
           WHERE m.organization_id = $1 AND m.plan_version_id = e.plan_version_id AND m.metric <> 'NONE') AS courses
         FROM enrollment e WHERE e.organization_id = $1 AND e.subject_id = $2 ORDER BY e.person_id`,
        [organizationId, planId],
      ),
    );
    for (const { personId, courses } of people) {
      const key = `${planId}/${personId}`;
      if (this.drawn.has(key)) continue;
      this.drawn.add(key);
      const [starts, completes, share] = [this.random(), this.random(), this.random()];
      if (untouched.has(personId) || starts > rates.starts) continue;
      const length = rates.daysToComplete * (0.4 + 1.2 * this.random());
      const begin = rates.daysToStart * 2 * this.random();
      const done = completes <= rates.completes ? courses.length : Math.floor(courses.length * share);
      courses.slice(0, done).forEach((courseId, index) => {
        const day = begin + ((index + 1) / courses.length) * length;
        this.waiting.push({ personId, courseId, at: new Date(from.getTime() + day * dayMilliseconds) });
      });
    }
  }

  /** Everything that has happened until then, and was not handed out before. */
  due(until: Date): ScheduledCompletion[] {
    const due = this.waiting.filter((each) => each.at <= until);
    this.waiting = this.waiting.filter((each) => each.at > until);
    return due;
  }
}

async function recordUntil(database: Database, organizationId: string, completions: readonly ScheduledCompletion[], inDetail: readonly string[]): Promise<void> {
  const byPerson = [...Map.groupBy(completions, (each) => each.personId).values()];
  for (let start = 0; start < byPerson.length; start += chunkSize) {
    const part = byPerson.slice(start, start + chunkSize);
    await database.write({ organizationId }, async (transaction) => {
      await transaction.query(
        `WITH done AS (
           SELECT (r->>'personId')::uuid AS person_id, (r->>'courseId')::uuid AS course_id, (r->>'at')::timestamptz AS at FROM jsonb_array_elements($2::jsonb) r
         ), items AS (
           SELECT d.person_id, d.course_id AS object_id, 'COURSE' AS kind, d.at FROM done d
           UNION SELECT d.person_id, m.module_id, 'MODULE', d.at FROM done d JOIN course_module m ON m.organization_id = $1 AND m.course_id = d.course_id
           WHERE d.person_id = ANY ($3::uuid[])
         ), facts AS (
           INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, completed_at, recorded_at, origin, created_at)
           SELECT $1, gen_random_uuid(), i.person_id, i.object_id, i.kind, (min(i.at) AT TIME ZONE p.time_zone)::date, min(i.at), min(i.at), 'AUTO', min(i.at)
           FROM items i JOIN person p ON p.organization_id = $1 AND p.id = i.person_id
           WHERE NOT EXISTS (SELECT FROM completion_fact f WHERE f.organization_id = $1 AND f.person_id = i.person_id AND f.subject_id = i.object_id)
           GROUP BY i.person_id, i.object_id, i.kind, p.time_zone
         )
         INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, started_at, last_activity_at)
         SELECT $1, person_id, object_id, kind, 'COMPLETED', 1, min(at) - interval '20 minutes', min(at) FROM items GROUP BY person_id, object_id, kind
         ON CONFLICT DO NOTHING`,
        [organizationId, JSON.stringify(part.flat()), inDetail],
      );
      const touched = await transaction.query<{ id: string }>(
        `SELECT id FROM enrollment WHERE organization_id = $1 AND person_id = ANY ($2::uuid[])`,
        [organizationId, part.map(([first]) => first!.personId)],
      );
      await evaluateEnrollments(
        transaction,
        touched.map((row) => row.id),
      );
    });
  }
}

/** A small generator of numbers from 0 to 1 that always gives the same ones (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
