import type { Caller } from '../platform/request/caller.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { buildApiClient, buildCaller, buildGrant } from '../features/access/caller.factory.ts';
import { assignPlan } from '../features/assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../features/learning-objects/course.factory.ts';
import { buildPlan } from '../features/learning-plans/learning-plan.factory.ts';
import { buildOrganization } from '../features/organizations/organization.factory.ts';
import { buildPeople, type BuiltPerson } from '../features/people-import/person.factory.ts';

/** An organization with one of everything. */
export interface World {
  readonly organizationId: string;
  readonly admin: BuiltPerson;
  /** The admin as use cases see who calls them: a master admin. */
  readonly caller: Caller;
  readonly learner: BuiltPerson;
  readonly course: BuiltCourse;
  readonly planId: string;
  readonly draftPlanId: string;
  readonly operationId: string;
  readonly apiClient: { readonly id: string; readonly key: string };
  /** One id of every kind of thing that a caller could name. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Builds an organization in which an admin has assigned a published plan to everybody. */
export async function buildWorld(database: Database, name = 'Example Ltd'): Promise<World> {
  const organizationId = await buildOrganization(database, { name });
  const [admin, learner] = (await buildPeople(database, organizationId, [
    { displayName: `Ada Admin of ${name}`, department: ['Head office'] },
    { displayName: `Mia Learner of ${name}`, department: ['Sales', 'North'], partnerAccount: `Partner of ${name}` },
  ])) as [BuiltPerson, BuiltPerson];
  const grantId = await buildGrant(database, admin, 'MASTER_ADMIN');
  const caller = buildCaller(admin, 'MASTER_ADMIN');
  const course = await buildCourse(database, organizationId, { name: `Course of ${name}`, modules: 2 });
  const milestones = [{ items: [course.id] }];
  const planId = await buildPlan(database, caller, { name: `Plan of ${name}`, milestones });
  const draftPlanId = await buildPlan(database, caller, { name: `Draft of ${name}`, milestones, published: false });
  const operationId = await assignPlan(database, caller, planId);
  const apiClient = await buildApiClient(database, caller, { scopes: ['read:progress', 'read:plans', 'read:people', 'read:content', 'read:assignments'] });
  const ids = await database.write({ organizationId }, async (transaction) => {
    const fileId = newId();
    await transaction.query(
      `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose)
       VALUES ($1, $2, 'a.csv', 'text/csv', 1, '\\x00', 'none', 'IMPORT')`,
      [organizationId, fileId],
    );
    const groupId = newId();
    await transaction.query(`INSERT INTO person_group (organization_id, id, name, name_key, kind) VALUES ($1, $2, 'Group', 'group', 'STATIC')`, [organizationId, groupId]);
    const [row] = await transaction.query<Record<string, string>>(
      `SELECT (SELECT id FROM enrollment WHERE person_id = $1) AS enrollment, (SELECT id FROM assignment) AS assignment,
         (SELECT m.key FROM milestone m JOIN learning_plan p ON p.draft_version_id = m.plan_version_id WHERE p.id = $2) AS "milestoneKey"`,
      [learner.id, draftPlanId],
    );
    return { ...row, file: fileId, group: groupId };
  });
  return {
    organizationId,
    admin,
    caller,
    learner,
    course,
    planId,
    draftPlanId,
    operationId,
    apiClient,
    ids: {
      ...ids,
      person: learner.id,
      department: learner.departmentId as string,
      partnerAccount: learner.partnerAccountId as string,
      course: course.id,
      module: course.moduleIds[0] as string,
      plan: planId,
      draftPlan: draftPlanId,
      operation: operationId,
      grant: grantId,
      apiClient: apiClient.id,
    },
  };
}
