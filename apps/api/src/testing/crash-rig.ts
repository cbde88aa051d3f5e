import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildCaller, buildGrant } from '../features/access/caller.factory.ts';
import { assignPlan, buildAssignmentPreview } from '../features/assignments/assignment.factory.ts';
import { buildCourse } from '../features/learning-objects/course.factory.ts';
import { buildPlan } from '../features/learning-plans/learning-plan.factory.ts';
import { addStep } from '../features/learning-plans/next-version.factory.ts';
import { commitOperation, lockOperation } from '../features/operations/index.ts';
import { buildOrganization } from '../features/organizations/organization.factory.ts';
import { buildImportFile, buildPeopleImport } from '../features/people-import/people-import.factory.ts';
import { buildPeople, buildPerson } from '../features/people-import/person.factory.ts';
import { buildMigrationPreview } from '../features/plan-migrations/plan-migration.factory.ts';
import { eventually } from '../platform/testing/eventually.ts';
import { spawnServer, type ServerProcess } from '../platform/testing/spawn-server.ts';
import type { TestDatabase } from '../platform/testing/test-database.ts';
import type { Caller } from '../platform/request/caller.ts';
import { startTestServer, type TestServer, type TestSession } from './start-test-server.ts';

/** What should have come of an operation, and what the tables say. */
export interface Tally {
  readonly expected: object;
  readonly found: object | undefined;
}

const day = 86_400_000;

/** Bulk acts of one organization, worked on by processes of their own that are killed without a word, and the tally of what came of them. */
export class CrashRig {
  private organizationId!: string;
  private admin!: Caller;
  private session!: TestSession;
  private workers: ServerProcess[] = [];

  private constructor(
    private readonly testDatabase: TestDatabase,
    private readonly server: TestServer,
    private readonly dataDir: string,
    private readonly clock: { milliseconds: number },
    readonly people: number,
  ) {}

  /** @param people how many an import brings, and an assignment reaches beside the admin */
  static async open(testDatabase: TestDatabase, people: number): Promise<CrashRig> {
    const dataDir = await mkdtemp(join(tmpdir(), 'milepost-crash-'));
    const clock = { milliseconds: 0 };
    const server = await startTestServer(testDatabase, { roles: new Set(['web']), dataDir }, () => new Date(Date.now() + clock.milliseconds));
    return new CrashRig(testDatabase, server, dataDir, clock, people);
  }

  async close(): Promise<void> {
    await this.killAll();
    await this.server.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Begins anew, in an organization in which nobody but the admin is. */
  async newOrganization(): Promise<void> {
    const { database } = this.server.services;
    this.organizationId = await buildOrganization(database);
    const person = await buildPerson(database, this.organizationId, { employeeNumber: 'ADMIN' });
    await buildGrant(database, person, 'MASTER_ADMIN');
    this.admin = buildCaller(person, 'MASTER_ADMIN');
    this.session = await this.server.signInAs(person);
  }

  /** As many people as an import would bring. */
  async newPeople(): Promise<void> {
    await buildPeople(this.server.services.database, this.organizationId, Array.from({ length: this.people }, () => ({})));
  }

  /** @param leaseSeconds undefined: as long as the product's own lease */
  async startWorker(leaseSeconds: number | undefined = 1): Promise<ServerProcess> {
    const lease = leaseSeconds === undefined ? {} : { JOB_LEASE_SECONDS: String(leaseSeconds) };
    const worker = await spawnServer(this.testDatabase, { MILEPOST_ROLES: 'worker', DATA_DIR: this.dataDir, ...lease });
    this.workers.push(worker);
    return worker;
  }

  async killAll(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.kill()));
    this.workers = [];
  }

  query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.server.services.database.read({ organizationId: this.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));
  }

  async beginImport(): Promise<string> {
    const rows = Array.from(
      { length: this.people },
      (_, index) => `P${index},Person ${index},p${index}@example.com,Company/Unit ${index % 20},${index < 10 ? '' : `P${index % 10}`}`,
    );
    const csv = ['Employee number,Name,E-mail,Department,Manager employee number', ...rows].join('\n');
    return (await buildPeopleImport(this.server.services.database, this.admin, this.dataDir, csv)).operationId;
  }

  /** Of a plan and a course together, of the plan alone, or of a plan whose step nobody has opened yet. */
  async beginAssignment(mode: 'ONE_TIME' | 'DYNAMIC' = 'ONE_TIME', gives: 'PLAN_AND_COURSE' | 'PLAN' | 'CLOSED_PLAN' = 'PLAN_AND_COURSE'): Promise<string> {
    const { database } = this.server.services;
    const course = await buildCourse(database, this.organizationId);
    const planId = await buildPlan(database, this.admin, { milestones: [{ items: [course.id], ...(gives === 'CLOSED_PLAN' && { releaseRule: { kind: 'MANUAL' } }) }] });
    const targets = [{ kind: 'PLAN' as const, planId: planId as never }, { kind: 'LEARNING_OBJECT' as const, learningObjectId: course.id as never }];
    return buildAssignmentPreview(database, this.admin, null, { targets: gives === 'PLAN_AND_COURSE' ? targets : targets.slice(0, 1), mode });
  }

  /** Two completions of everybody, a module and its course, with rows that cannot be and rows that stand there twice. */
  async beginCompletions(): Promise<string> {
    const { database } = this.server.services;
    const course = await buildCourse(database, this.organizationId);
    const people = await this.query<{ email: string }>('SELECT email FROM person WHERE email IS NOT NULL');
    const rows = people.flatMap(({ email }) => [`${email},module,${course.moduleIds[0]},2026-03-05`, `${email},course,${course.id},2026-03-06`, `${email},course,${course.id},2026-03-06`]);
    const fileId = await buildImportFile(database, this.admin, this.dataDir, `${rows.join('\n')}\nnobody@example.com,course,${course.id},2026-03-06\n`);
    return this.begin('previewCompletionsImport', 'PreviewCompletionsImportInput', { fileId });
  }

  /** Whatever else is previewed by a mutation, its input a type of that name. */
  async begin(mutation: string, inputType: string, input: object): Promise<string> {
    const { found } = await this.session.ask<{ found: { id?: string } }>(`mutation ($input: ${inputType}!) { found: ${mutation}(input: $input) { ... on Operation { id } } }`, { input });
    if (!found.id) throw new Error(`${mutation} was refused`);
    return found.id;
  }

  /** A next version of the assigned plan, to which everybody moves. */
  async beginMigration(): Promise<string> {
    const { database } = this.server.services;
    const [plan] = await this.query<{ id: string }>('SELECT id FROM learning_plan');
    const course = await buildCourse(database, this.organizationId);
    return buildMigrationPreview(database, this.admin, plan!.id, 'MOVE_ALL_OPEN', [addStep('New', [course.id])]);
  }

  /** A plan that everybody can find is published, and everybody is to be told of it. */
  async announcePlan(): Promise<string> {
    const { database } = this.server.services;
    const course = await buildCourse(database, this.organizationId);
    const planId = await buildPlan(database, this.admin, { milestones: [{ items: [course.id] }], published: false });
    const { plan } = await this.session.ask<{ plan: { rowVersion: number; draftVersion: { rowVersion: number } } }>('query ($id: ID!) { plan: learningPlan(id: $id) { rowVersion draftVersion { rowVersion } } }', { id: planId });
    await this.session.ask('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', { input: { planId, rowVersion: plan.rowVersion, visibleRange: { kind: 'EVERYONE' } } });
    await this.session.ask('mutation ($input: PublishLearningPlanInput!) { publishLearningPlan(input: $input) { __typename } }', { input: { planId, rowVersion: plan.draftVersion.rowVersion, notify: true } });
    return planId;
  }

  /** Everybody got a plan three days ago, the second step of which opened yesterday, wherever they are; nobody has looked yet. Answers its id. */
  async givePlanThatOpened(): Promise<string> {
    const { database } = this.server.services;
    this.clock.milliseconds = -3 * day;
    const course = await buildCourse(database, this.organizationId);
    const releaseRule = { kind: 'ON' as const, date: new Date(Date.now() - day).toISOString().slice(0, 10) as never };
    const planId = await buildPlan(database, this.admin, { milestones: [{ items: [course.id] }, { items: [course.id], releaseRule }] });
    await assignPlan(database, this.admin, planId);
    this.clock.milliseconds = 0;
    return planId;
  }

  async commit(operationId: string): Promise<void> {
    await this.server.services.database.write(this.admin, async (transaction) => {
      const operation = await lockOperation(transaction, operationId);
      const committed = await commitOperation(transaction, this.admin, operationId, operation?.previewHash ?? '');
      if (!committed.ok) throw new Error(committed.problem[0]?.code);
    });
  }

  async stateOf(operationId: string): Promise<string> {
    const [row] = await this.query<{ state: string; problem: unknown }>('SELECT state, problem FROM operation WHERE id = $1', [operationId]);
    if (row?.state === 'FAILED') throw new Error(JSON.stringify(row.problem));
    return row?.state ?? 'GONE';
  }

  async rowsDone(operationId: string): Promise<number> {
    const [row] = await this.query<{ done: number }>('SELECT rows_done AS done FROM operation WHERE id = $1', [operationId]);
    return row?.done ?? 0;
  }

  async whenIn(operationId: string, state: string, seconds = 60): Promise<void> {
    await eventually(`the operation is ${state}`, async () => (await this.stateOf(operationId)) === state, seconds);
  }

  /** Jobs that some worker holds. */
  heldJobs(): Promise<number> {
    return this.countJobs('locked_by IS NOT NULL');
  }

  /** Jobs that are held or wait. */
  waitingJobs(): Promise<number> {
    return this.countJobs('true');
  }

  private async countJobs(condition: string): Promise<number> {
    const [row] = await this.testDatabase.asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE ${condition}`);
    return row!.n;
  }

  /**
   * Kills worker after worker until the operation is in `state`, at most `kills`; the last one may finish.
   *
   * @param delay how long the next one lives after it has begun to work, in milliseconds
   * @returns how many were killed
   */
  async killUntil(operationId: string, state: string, kills: number, delay: (killed: number) => number): Promise<number> {
    let killed = 0;
    while (killed < kills && (await this.stateOf(operationId)) !== state) {
      const worker = await this.startWorker();
      await pause(delay(killed));
      await worker.kill();
      killed++;
    }
    if ((await this.stateOf(operationId)) !== state) await this.startWorker();
    await this.whenIn(operationId, state);
    await this.killAll();
    return killed;
  }

  /** Kills workers right after a part of the rows is in, while they are at the next; the last one finishes. Answers how many were killed amid. */
  async killAmid(operationId: string, kills: number): Promise<number> {
    const killed = await this.killWhile(() => this.rowsDone(operationId), async () => (await this.stateOf(operationId)) === 'DONE', kills);
    await this.startWorker();
    await this.whenIn(operationId, 'DONE');
    await this.killAll();
    return killed;
  }

  /** The same with people who are told of something: `to` of them find it in their inbox in the end. */
  async killWhileTold(type: string, to: number, kills: number): Promise<number> {
    const told = async (): Promise<number> => (await this.query<{ told: number }>('SELECT count(*)::int AS told FROM delivery WHERE type = $1', [type]))[0]!.told;
    const killed = await this.killWhile(told, async () => (await told()) >= to, kills);
    await this.startWorker();
    await eventually('everybody is told', async () => (await told()) >= to && (await this.waitingJobs()) === 0, 60);
    await this.killAll();
    return killed;
  }

  /** The same with steps that open: for `of` people in the end. */
  async killWhileOpening(of: number, kills: number): Promise<number> {
    const opened = async (): Promise<number> => (await this.query<{ opened: number }>('SELECT count(*)::int AS opened FROM step_release WHERE opened_at IS NOT NULL'))[0]!.opened;
    return this.killWhile(opened, async () => (await opened()) >= of, kills);
  }

  private async killWhile(done: () => Promise<number>, isOver: () => Promise<boolean>, kills: number): Promise<number> {
    let killed = 0;
    while (killed < kills) {
      const before = await done();
      const worker = await this.startWorker();
      await eventually('some more is done', async () => (await done()) > before, 60);
      await worker.kill();
      if (await isOver()) break;
      killed++;
    }
    return killed;
  }

  /** Everybody of the file once, with their manager, department and one revision. */
  async tallyImport(operationId: string): Promise<Tally> {
    const { people } = this;
    const [found] = await this.query(
      `SELECT o.result, o.rows_done AS done, o.rows_total AS total, p.* FROM operation o, (
         SELECT count(*)::int AS people, count(DISTINCT employee_number_key)::int AS numbers, count(manager_id)::int AS managed,
           (SELECT count(*)::int FROM affiliation WHERE valid_to IS NULL) AS affiliations,
           (SELECT max(n)::int FROM (SELECT count(*) AS n FROM person_revision GROUP BY person_id) r) AS revisions
         FROM person WHERE employee_number LIKE 'P%') p
       WHERE o.id = $1`,
      [operationId],
    );
    const expected = { result: { IMPORTED: people }, done: people, total: people, people, numbers: people, managed: people - 10, affiliations: people, revisions: 1 };
    return { expected, found };
  }

  /** Everybody enrolled once in each of the two things, with one cause, one member, one standing and its history, and counted. */
  async tallyAssignment(operationId: string): Promise<Tally> {
    const everybody = this.people + 1;
    const [found] = await this.query(
      `SELECT (SELECT count(*)::int FROM enrollment) AS enrollments, (SELECT count(DISTINCT person_id)::int FROM enrollment) AS people,
         (SELECT count(*)::int FROM enrollment_source) AS sources, (SELECT count(*)::int FROM assignment_member) AS members,
         (SELECT sum(people)::int FROM status_count) AS counted, (SELECT count(*)::int FROM standing_history) AS history,
         (SELECT result FROM operation WHERE id = $1) AS result`,
      [operationId],
    );
    const all = everybody * 2;
    const expected = { enrollments: all, people: everybody, sources: all, members: all, counted: all, history: all, result: { APPLIED: all } };
    return { expected, found };
  }

  /** Everybody moved once: one pin, the new version, one more entry in the history. */
  async tallyMigration(operationId: string): Promise<Tally> {
    const everybody = this.people + 1;
    const [found] = await this.query(
      `SELECT (SELECT count(*)::int FROM enrollment_pin) AS pins, (SELECT count(DISTINCT enrollment_id)::int FROM enrollment_pin WHERE operation_id = $1) AS people,
         (SELECT count(*)::int FROM standing s JOIN learning_plan p ON p.published_version_id = s.plan_version_id) AS moved,
         (SELECT max(n)::int FROM (SELECT count(*) AS n FROM standing_history h JOIN learning_plan p ON p.id = h.subject_id GROUP BY h.enrollment_id) x) AS history,
         (SELECT result FROM operation WHERE id = $1) AS result`,
      [operationId],
    );
    return { expected: { pins: everybody, people: everybody, moved: everybody, history: 2, result: { GAINS_WORK: everybody } }, found };
  }

  /** Of a file of completions each that is new once, and the same report whoever was killed. */
  async tallyCompletions(operationId: string): Promise<Tally> {
    const [found] = await this.query(
      `SELECT o.state, o.counts, o.result, (SELECT count(*)::int FROM person WHERE email IS NOT NULL) AS people, f.* FROM operation o, (
         SELECT count(*)::int AS facts, count(DISTINCT (person_id, subject_id))::int AS different FROM completion_fact WHERE operation_id = $1 AND origin = 'IMPORT') f
       WHERE o.id = $1`,
      [operationId],
    );
    const { people } = found as { people: number };
    const counts = { NEW: people * 2, ERROR: people + 1 };
    return { expected: { state: 'DONE', counts, result: counts, people, facts: people * 2, different: people * 2 }, found };
  }

  /**
   * How everybody stands in everything, as it is stored and as it is counted, with their live reasons, individual rules and what was ended of
   * those; and what came of the rows of an act.
   */
  async tallyStandings(operationId: string): Promise<object | undefined> {
    const [found] = await this.query(
      `SELECT (SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM standing WHERE is_current GROUP BY status) s) AS standings,
         (SELECT jsonb_object_agg(status, n) FROM (SELECT status, sum(people) AS n FROM status_count GROUP BY status HAVING sum(people) > 0) c) AS counted,
         (SELECT count(*)::int FROM enrollment_source WHERE valid_to IS NULL) AS reasons,
         (SELECT count(*)::int FROM override WHERE valid_to IS NULL) AS rules, (SELECT count(*)::int FROM override WHERE valid_to IS NOT NULL) AS ended,
         (SELECT result FROM operation WHERE id = $1) AS result`,
      [operationId],
    );
    return found;
  }
}
