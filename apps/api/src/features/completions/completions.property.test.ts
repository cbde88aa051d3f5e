import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import type { Database } from '../../platform/database/database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { assignPlan, carryOut, givePlan } from '../assignments/assignment.factory.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { createCourse } from '../learning-objects/index.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { commitAsSeen, undoAsSeen } from '../operations/operation.factory.ts';
import { buildPerson } from '../people-import/person.factory.ts';
import { previewAdding } from './add-completions.ts';
import { previewRevoking } from './revoke-completions.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let database: Database;
let world: World;
let ids: Readonly<Record<Subject, string>>;
let assignmentId: string;

const modulesOf = { first: ['m1', 'm2'], second: ['m2', 'm3'], all: ['m1', 'm2', 'm3'], byHand: [] } as const;
const subjects = ['m1', 'm2', 'm3', 'first', 'second', 'all', 'byHand', 'assigned', 'free'] as const;
type Subject = (typeof subjects)[number];
const isPlan = (subject: Subject): boolean => subject === 'assigned' || subject === 'free';
const isCourse = (subject: Subject): subject is keyof typeof modulesOf => subject in modulesOf;
const typeOf = (subject: Subject): 'PLAN' | 'COURSE' | 'MODULE' => (isPlan(subject) ? 'PLAN' : isCourse(subject) ? 'COURSE' : 'MODULE');

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  ({ database } = server.services);
  world = await buildWorld(database);
  const three = await buildCourse(database, world.organizationId, { modules: 3 });
  const [m1, m2, m3] = three.moduleIds as [string, string, string];
  const course = async (name: string, moduleIds: readonly string[]): Promise<string> => {
    const made = await database.write(world, (transaction) => createCourse(transaction, { name, moduleIds: [...moduleIds], language: null, credits: [] }));
    if (!made.ok) throw new Error('The course was not made');
    return made.value.id;
  };
  const [first, second, byHand] = [await course('First', [m1, m2]), await course('Second', [m2, m3]), await course('By hand', [])];
  const assigned = await buildPlan(database, world.caller, { name: 'Assigned', milestones: [{ items: [first] }, { items: [second] }] });
  const free = await buildPlan(database, world.caller, { name: 'Free', milestones: [{ items: [first] }] });
  ids = { m1, m2, m3, first, second, all: three.id, byHand, assigned, free };
  await assignPlan(database, world.caller, assigned);
  const [row] = await ask<{ id: string }>('SELECT assignment_id AS id FROM assignment_target WHERE plan_id = $1', [assigned]);
  assignmentId = row!.id;
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const ask = <Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> => database.read(world, (transaction) => transaction.query<Row>(sql, parameters));

type Step =
  | { readonly act: 'ADD'; readonly subject: Subject; readonly day: string }
  | { readonly act: 'REVOKE'; readonly subject: Subject; readonly cascade: 'NONE' | 'PARENTS' }
  | { readonly act: 'UNDO'; readonly which: number };

/** Steps about a few subjects, so that they meet again and again. */
const steps: fc.Arbitrary<Step[]> = fc.subarray([...subjects], { minLength: 1, maxLength: 3 }).chain((few) => {
  const subject = fc.constantFrom(...few);
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ act: fc.constant('ADD' as const), subject, day: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03') }) },
      { weight: 3, arbitrary: fc.record({ act: fc.constant('REVOKE' as const), subject, cascade: fc.constantFrom('NONE' as const, 'PARENTS' as const) }) },
      { weight: 2, arbitrary: fc.record({ act: fc.constant('UNDO' as const), which: fc.nat(9) }) },
    ),
    { minLength: 3, maxLength: 9 },
  );
});

/** A plan rests on a course that is taken back and given back. */
const evidenceGivenBack: Step[] = [
  { act: 'ADD', subject: 'first', day: '2026-03-01' },
  { act: 'ADD', subject: 'second', day: '2026-03-02' },
  { act: 'REVOKE', subject: 'first', cascade: 'NONE' },
  { act: 'UNDO', which: 2 },
  { act: 'REVOKE', subject: 'first', cascade: 'NONE' },
];

/** One completion in the model's list: nothing is ever removed from it. */
interface Fact {
  readonly subject: Subject;
  readonly day: string;
  readonly at: number;
  readonly act: number;
  /** What it was worked out from. */
  readonly from: readonly Fact[];
  /** The first fact of which it is the same completion once more. */
  readonly again: Fact | null;
  revoked: { readonly at: number; readonly act: number } | null;
}

/** A completion that was given back is the same as the first of its line. */
const first = (fact: Fact): Fact => fact.again ?? fact;

/** The rules of 2.8 and U31–U33 as simply as they can be said: a list of all facts, gone through from its beginning for every question. */
class Model {
  readonly facts: Fact[] = [];
  private at = 0;

  live(what: Subject): Fact[] {
    return this.facts.filter((fact) => fact.subject === what && !fact.revoked).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.at - b.at));
  }

  /** Answers whether anything was done. */
  add(act: number, what: Subject, day: string): boolean {
    if (this.live(what).length > 0) return false;
    this.at += 1;
    this.record(act, what, day, []);
    this.follow(act);
    return true;
  }

  revoke(act: number, what: Subject, cascade: 'NONE' | 'PARENTS'): boolean {
    const taken = this.live(what);
    if (taken.length === 0) return false;
    this.at += 1;
    this.take(act, taken, cascade);
    return true;
  }

  undoAdd(act: number, undone: number, what: Subject): void {
    this.at += 1;
    this.take(act, this.live(what).filter((fact) => fact.act === undone), 'PARENTS');
  }

  undoRevoke(act: number, undone: number, what: Subject): void {
    this.at += 1;
    const missing = this.facts.filter((fact) => fact.revoked?.act === undone && this.live(fact.subject).length === 0);
    const given = missing.filter((fact) => fact.subject === what);
    for (const parent of missing.filter((fact) => isCourse(fact.subject)).concat(missing.filter((fact) => isPlan(fact.subject)))) {
      if (!given.includes(parent) && parent.from.some((fact) => given.some((other) => first(other) === first(fact)))) given.push(parent);
    }
    for (const fact of given) this.facts.push({ ...fact, at: this.at, act, again: first(fact), revoked: null });
    this.follow(act);
  }

  /** What is complete, with the day; of a plan also whether evidence was taken from it. */
  complete(): Record<string, string> {
    return Object.fromEntries(
      subjects.flatMap((what) => {
        const [fact] = this.live(what);
        if (!fact) return [];
        const isWithdrawn = isPlan(what) && fact.from.some((each) => each.revoked && !this.facts.some((other) => first(other) === first(each) && !other.revoked));
        return [[what, `${fact.day}${isWithdrawn ? ' withdrawn' : ''}`]];
      }),
    );
  }

  private record(act: number, what: Subject, day: string, from: readonly Fact[]): void {
    this.facts.push({ subject: what, day, at: this.at, act, from, again: null, revoked: null });
  }

  private take(act: number, taken: readonly Fact[], cascade: 'NONE' | 'PARENTS'): void {
    const revoke = (facts: readonly Fact[]): void => facts.forEach((fact) => (fact.revoked = { at: this.at, act }));
    revoke(taken);
    if (cascade === 'PARENTS') {
      const resting = (on: readonly Fact[], are: (what: Subject) => boolean): Fact[] => this.facts.filter((fact) => are(fact.subject) && !fact.revoked && fact.from.some((each) => on.some((other) => first(other) === first(each))));
      const courses = resting(taken, isCourse).filter((fact) => this.proofs(fact.subject) === null);
      revoke(courses);
      revoke(resting([...taken, ...courses], isPlan).filter((fact) => this.proofs(fact.subject) === null));
    }
    this.follow(act);
  }

  /** The facts that complete something by its parts: of each the earliest; null: not all of them are complete. */
  private proofs(what: Subject): Fact[] | null {
    const parts = this.partsOf(what);
    const found = parts.flatMap((part) => this.live(part).slice(0, 1));
    return parts.length > 0 && found.length === parts.length ? found : null;
  }

  /** A plan that nobody gave them is theirs once they were said to have completed it. */
  private partsOf(what: Subject): readonly Subject[] {
    if (isCourse(what)) return modulesOf[what];
    if (what === 'assigned') return ['first', 'second'];
    return what === 'free' && this.facts.some((fact) => fact.subject === 'free') ? ['first'] : [];
  }

  /** Facts flow up, revocations do not; what was taken back completes again only by something newer. */
  private follow(act: number): void {
    for (const what of ['first', 'second', 'all', 'assigned', 'free'] as const) {
      const proofs = this.proofs(what);
      if (this.live(what).length > 0 || !proofs) continue;
      const takenAt = Math.max(...this.facts.filter((fact) => fact.subject === what).map((fact) => fact.revoked!.at), -1);
      if (!this.partsOf(what).some((part) => this.live(part).some((fact) => fact.at > takenAt))) continue;
      this.record(act, what, proofs.map(({ day }) => day).sort().at(-1)!, proofs);
    }
  }
}

/** What PostgreSQL knows of a person. */
async function readComplete(personId: string): Promise<Record<string, string>> {
  const rows = await ask<{ id: string; day: string; isWithdrawn: boolean }>(
    `SELECT f.subject_id AS id, min(f.completed_on)::text AS day, coalesce(bool_or(s.evidence_withdrawn), false) AS "isWithdrawn" FROM completion_fact f
     LEFT JOIN enrollment e ON e.person_id = f.person_id AND e.subject_id = f.subject_id LEFT JOIN standing s ON s.enrollment_id = e.id
     WHERE f.person_id = $1 AND NOT EXISTS (SELECT FROM revocation_fact x WHERE x.completion_fact_id = f.id) GROUP BY 1`,
    [personId],
  );
  const nameOf = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return Object.fromEntries(rows.map(({ id, day, isWithdrawn }) => [nameOf.get(id)!, `${day}${isWithdrawn ? ' withdrawn' : ''}`]));
}

const readCompletePlans = async (personId: string): Promise<string[]> =>
  (await ask<{ id: string }>(`SELECT e.subject_id AS id FROM enrollment e JOIN standing s ON s.enrollment_id = e.id AND s.status = 'COMPLETED' WHERE e.person_id = $1`, [personId])).map(({ id }) => id).sort();

/** Carries out one step for a person; answers the id of the operation, or null where there was nothing to do. */
async function carryOutStep(taken: Exclude<Step, { readonly act: 'UNDO' }>, personId: string): Promise<string> {
  const common = { type: typeOf(taken.subject), reason: 'Because' };
  const previewed = await database.write(world.caller, (transaction) =>
    taken.act === 'ADD'
      ? previewAdding(transaction, world.caller, { ...common, itemId: ids[taken.subject], personIds: [personId], completedOn: taken.day as never, evidenceFileId: null, again: false })
      : previewRevoking(transaction, world.caller, { ...common, records: [{ personId, itemId: ids[taken.subject] }], filter: null, cascade: taken.cascade }),
  );
  if (!previewed.ok) throw new Error(`Refused: ${previewed.problem.map(({ code }) => code).join()}`);
  await commitAsSeen(database, world.caller, previewed.value.id);
  await carryOut(database, world.organizationId, previewed.value.id);
  return previewed.value.id;
}

test('whatever is recorded, taken back, and undone: what is complete is what a list of all facts says [U10–U13, U29–U34, E10, L17]', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (wanted) => {
      const model = new Model();
      const person = await buildPerson(database, world.organizationId);
      await database.write(world, (transaction) => givePlan(transaction, { planId: ids.assigned, assignmentId, personId: person.id }));
      const done: { operationId: string; taken: Exclude<Step, { readonly act: 'UNDO' }>; act: number }[] = [];
      for (const [act, taken] of wanted.entries()) {
        if (taken.act === 'UNDO') {
          const [undone] = done.length > 0 ? done.splice(taken.which % done.length, 1) : [];
          if (!undone) continue;
          await undoAsSeen(database, world.caller, undone.operationId);
          if (undone.taken.act === 'ADD') model.undoAdd(act, undone.act, undone.taken.subject);
          else model.undoRevoke(act, undone.act, undone.taken.subject);
        } else {
          const isChange = taken.act === 'ADD' ? model.add(act, taken.subject, taken.day) : model.revoke(act, taken.subject, taken.cascade);
          const operationId = await carryOutStep(taken, person.id);
          if (isChange) done.push({ operationId, taken, act });
        }
        expect({ act, complete: await readComplete(person.id) }).toEqual({ act, complete: model.complete() });
        expect(await readCompletePlans(person.id)).toEqual([ids.assigned, ids.free].filter((id) => model.live(id === ids.free ? 'free' : 'assigned').length > 0).sort());
      }
      const [counted] = await ask<{ facts: number; revocations: number }>(
        'SELECT (SELECT count(*)::int FROM completion_fact WHERE person_id = $1) AS facts, (SELECT count(*)::int FROM revocation_fact WHERE person_id = $1) AS revocations',
        [person.id],
      );
      expect(counted).toEqual({ facts: model.facts.length, revocations: model.facts.filter((fact) => fact.revoked).length });
    }),
    { numRuns: 60, examples: [[evidenceGivenBack]] },
  );
}, 120_000);
