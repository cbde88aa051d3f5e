import { previewAssignment, previewAssignmentImport } from '../features/assignments/index.ts';
import { createPerson, readEditedPerson, setPersonStatus, updatePerson } from '../features/directory/index.ts';
import { overrideEnrollment, previewSetDue, previewStepRelease, previewUnassign } from '../features/overrides/index.ts';
import { previewPersonMerge } from '../features/person-merge/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { SeedPlanIds } from './load-plans.ts';
import { carryOut, done } from './run-operation.ts';
import { seedAccounts, seedPlans, type SeedHappening } from './seed-data.ts';
import type { SeedNames } from './seed-names.ts';
import { storeImportFile } from './store-import-file.ts';
import { writeNextVersion } from './write-next-version.ts';

const dayMilliseconds = 86_400_000;

/** Where things happen, and who does them. */
export interface Scene {
  readonly database: Database;
  readonly files: FileStore;
  readonly names: SeedNames;
  readonly plans: SeedPlanIds;
  readonly admin: Caller;
}

/** Somebody who has a plan and has not completed it. */
interface OpenEnrollment {
  readonly id: string;
  readonly personId: string;
}

type Tale<Kind extends SeedHappening['kind']> = Extract<SeedHappening, { readonly kind: Kind }>;

/** Does, by the use case that admins use, what happened; the clock of the process stands at its day. */
export async function letHappen(scene: Scene, happening: SeedHappening, now: Date): Promise<void> {
  switch (happening.kind) {
    case 'HIRE':
      return hire(scene, happening);
    case 'MOVE':
      return move(scene, happening);
    case 'SUSPEND':
    case 'END_EMPLOYMENT':
      return changeStatus(scene, happening);
    case 'MERGE':
      return merge(scene, happening);
    case 'ASSIGN':
      return assign(scene, happening);
    case 'ASSIGN_LIST':
      return assignList(scene, happening);
    case 'SET_DUE':
      return setDue(scene, happening, now);
    case 'WAIVE':
      return waive(scene, happening);
    case 'HOLD_STEP':
      return holdStep(scene, happening);
    case 'TAKE_AWAY':
      return takeAway(scene, happening);
    case 'NEXT_VERSION':
      return writeNextVersion(scene, happening);
  }
}

async function hire({ database, names, admin }: Scene, { person }: Tale<'HIRE'>): Promise<void> {
  const { department, position, jobRole, ...facts } = person;
  const places = { departmentId: names.department(department), positionId: names.named('job_position', position), jobRoleId: names.named('job_role', jobRole) };
  done(person.displayName, await database.write(admin, (transaction) => createPerson(transaction, admin, { ...facts, ...places })));
}

async function move({ database, names, admin }: Scene, { who, department }: Tale<'MOVE'>): Promise<void> {
  await database.write(admin, async (transaction) => {
    const personId = await findPerson(transaction, who);
    const rowVersion = await readVersion(transaction, personId);
    done(who, await updatePerson(transaction, admin, { personId, rowVersion, departmentId: names.department(department) }));
  });
}

async function changeStatus(scene: Scene, { kind, ofPlan, howMany, reason }: Tale<'SUSPEND' | 'END_EMPLOYMENT'>): Promise<void> {
  const { database, admin } = scene;
  await database.write(admin, async (transaction) => {
    for (const { personId } of await findOpen(transaction, scene, ofPlan, howMany)) {
      const rowVersion = await readVersion(transaction, personId);
      const status = kind === 'SUSPEND' ? 'SUSPENDED' : 'LEFT';
      done(personId, await setPersonStatus(transaction, admin, { personId, rowVersion, status, reason }));
    }
  });
}

function merge({ database, admin }: Scene, { from, into }: Tale<'MERGE'>): Promise<void> {
  return carryOut(database, admin, `${from} into ${into}`, async (transaction) =>
    previewPersonMerge(transaction, admin, { fromId: await findPerson(transaction, from), intoId: await findPerson(transaction, into) }),
  );
}

function assign({ database, names, plans, admin }: Scene, { name, plan, people, audience, dueRule, again }: Tale<'ASSIGN'>): Promise<void> {
  return carryOut(database, admin, name, async (transaction) => {
    const personIds: string[] = [];
    for (const who of people ?? []) personIds.push(await findPerson(transaction, who));
    return previewAssignment(transaction, admin, {
      name,
      planId: plans.get(plan)!,
      audience: audience ? names.audience(audience) : { kind: 'PEOPLE', personIds },
      dueRule: (dueRule ?? null) as never,
      again: again ?? false,
    });
  });
}

async function assignList({ database, files, plans, admin }: Scene, { name, plan, by, file, lines, dueRule }: Tale<'ASSIGN_LIST'>): Promise<void> {
  const fileId = await storeImportFile(database, files, admin, file, lines.join('\n'));
  await carryOut(database, admin, name, (transaction) =>
    previewAssignmentImport(transaction, admin, { name, fileId, by, planId: plans.get(plan)!, dueRule: (dueRule ?? null) as never }),
  );
}

function setDue(scene: Scene, { plan, howMany, inDays, reason }: Tale<'SET_DUE'>, now: Date): Promise<void> {
  const due = new Date(now.getTime() + inDays * dayMilliseconds).toISOString().slice(0, 10) as never;
  return carryOut(scene.database, scene.admin, reason, async (transaction) => {
    const personIds = (await findOpen(transaction, scene, plan, howMany)).map((each) => each.personId);
    return previewSetDue(transaction, scene.admin, { planId: scene.plans.get(plan)!, learningObjectId: null, personIds, filter: null, due, reason });
  });
}

async function waive(scene: Scene, { plan, assignment, milestone, reason }: Tale<'WAIVE'>): Promise<void> {
  const { database, admin } = scene;
  const name = seedPlans().find(({ code }) => code === plan)!.milestones.find(({ key }) => key === milestone)!.name;
  await database.write(admin, async (transaction) => {
    const [enrollment] = await findOpen(transaction, scene, plan, 1, assignment);
    const [row] = await transaction.query<{ key: string }>(
      'SELECT m.key FROM enrollment e JOIN milestone m ON m.organization_id = $1 AND m.plan_version_id = e.plan_version_id WHERE e.organization_id = $1 AND e.id = $2 AND m.name = $3',
      [admin.organizationId, enrollment!.id, name],
    );
    const rules = { enrollmentId: enrollment!.id, milestoneKey: row!.key, revision: 0, action: 'WAIVE', reason, leaveGroupAssignment: true } as const;
    done(reason, await overrideEnrollment(transaction, admin, rules));
  });
}

function holdStep(scene: Scene, { plan, milestone, howMany, reason }: Tale<'HOLD_STEP'>): Promise<void> {
  const { database, admin, plans } = scene;
  const name = seedPlans().find(({ code }) => code === plan)!.milestones.find(({ key }) => key === milestone)!.name;
  return carryOut(database, admin, reason, async (transaction) => {
    const planId = plans.get(plan)!;
    const [row] = await transaction.query<{ key: string }>(
      'SELECT m.key FROM learning_plan p JOIN milestone m ON m.organization_id = $1 AND m.plan_version_id = p.published_version_id WHERE p.organization_id = $1 AND p.id = $2 AND m.name = $3',
      [admin.organizationId, planId, name],
    );
    const personIds = (await findOpen(transaction, scene, plan, howMany)).map((each) => each.personId);
    return previewStepRelease(transaction, admin, { planId, learningObjectId: null, personIds, filter: null, milestoneKey: row!.key, act: 'HOLD', reason });
  });
}

function takeAway(scene: Scene, { plan, assignment, howMany, reason }: Tale<'TAKE_AWAY'>): Promise<void> {
  return carryOut(scene.database, scene.admin, reason, async (transaction) => {
    const personIds = (await findOpen(transaction, scene, plan, howMany, assignment)).map((each) => each.personId);
    const assignmentId = await findAssignment(transaction, assignment);
    return previewUnassign(transaction, scene.admin, { planId: scene.plans.get(plan)!, learningObjectId: null, assignmentId, personIds, filter: null, reason });
  });
}

/** By job number or e-mail address, also of somebody who came later. */
async function findPerson(transaction: Transaction, who: string): Promise<string> {
  const [person] = await transaction.query<{ id: string }>(
    'SELECT id FROM person WHERE organization_id = $1 AND (employee_number = $2 OR email = $2)',
    [transaction.organizationId, who],
  );
  if (!person) throw new Error(`The demonstration names ${who}, who is not there`);
  return person.id;
}

async function findAssignment(transaction: Transaction, name: string): Promise<string> {
  const [assignment] = await transaction.query<{ id: string }>('SELECT id FROM assignment WHERE organization_id = $1 AND name = $2', [transaction.organizationId, name]);
  if (!assignment) throw new Error(`The demonstration names the assignment ${name}, which is not there`);
  return assignment.id;
}

async function readVersion(transaction: Transaction, personId: string): Promise<number> {
  return (await readEditedPerson(transaction, personId))!.rowVersion;
}

/** The first by job number of those who have a plan, of one assignment if it is named, and have not completed it. Who is introduced to visitors is left to them. */
async function findOpen(transaction: Transaction, { names, plans }: Scene, plan: string, howMany: number, assignment?: string): Promise<readonly OpenEnrollment[]> {
  const found = await transaction.query<OpenEnrollment>(
    `SELECT e.id, e.person_id AS "personId" FROM enrollment e
     JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.status IN ('NOT_STARTED', 'IN_PROGRESS')
     JOIN person p ON p.organization_id = $1 AND p.id = e.person_id AND p.status = 'ACTIVE'
     WHERE e.organization_id = $1 AND e.subject_id = $2 AND p.id <> ALL ($3::uuid[]) AND ($4::uuid IS NULL OR EXISTS (
       SELECT FROM enrollment_source c WHERE c.organization_id = $1 AND c.enrollment_id = e.id AND c.assignment_id = $4 AND c.valid_to IS NULL))
     ORDER BY p.employee_number_key LIMIT $5`,
    [transaction.organizationId, plans.get(plan), seedAccounts().map(({ key }) => names.personId(key)), assignment ? await findAssignment(transaction, assignment) : null, howMany],
  );
  if (found.length < howMany) throw new Error(`Only ${found.length} of ${howMany} people with ${plan} have not completed it`);
  return found;
}
