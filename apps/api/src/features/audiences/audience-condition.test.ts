import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { matchesAudience, type AudienceExpression, type AudienceFacts } from '@milepost/domain';
import fc from 'fast-check';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import { newId } from '../../platform/database/new-id.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildOrganization } from '../organizations/organization.factory.ts';
import { buildPeople } from '../people-import/person.factory.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { activePeople, audienceCondition } from './audience-condition.queries.ts';
import { readAudienceFacts } from './audience-facts.queries.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let organizationId: string;
let facts: AudienceFacts[];

const tree = [['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'D'], ['E']];
const languages = ['en', 'en-GB', 'zh-CN', 'zha', 'de'];
const days = ['2020-01-31', '2024-02-29', '2026-07-01'];
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  organizationId = await buildOrganization(server.services.database, { name: 'Random Ltd' });
  const built = await buildPeople(
    server.services.database,
    organizationId,
    Array.from({ length: 60 }, (_, index) => ({
      department: pick([...tree, []], index),
      locale: pick(languages, index * 7),
      hireDate: pick([...days, null], index * 3),
      partnerAccount: index % 4 === 0 ? pick(['P', 'Q'], index / 4) : undefined,
    })),
  );
  facts = await server.services.database.write({ organizationId }, async (transaction) => {
    const make = async (table: string): Promise<string[]> => {
      const ids = [newId(), newId()];
      await transaction.query(`INSERT INTO ${table} (organization_id, id, name, name_key) SELECT $1, id, id::text, id::text FROM unnest($2::uuid[]) AS n (id)`, [organizationId, ids]);
      return ids;
    };
    const [positions, roles] = [await make('job_position'), await make('job_role')];
    const groups = [newId(), newId(), newId()];
    await transaction.query(`INSERT INTO person_group (organization_id, id, name, name_key, kind) SELECT $1, id, id::text, id::text, 'STATIC' FROM unnest($2::uuid[]) AS n (id)`, [organizationId, groups]);
    for (const [index, { id }] of built.entries()) {
      await transaction.query(
        `INSERT INTO affiliation (organization_id, id, person_id, position_id, job_role_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, now(), CASE WHEN $6 THEN now() END)`,
        [organizationId, newId(), id, pick(positions, index), index % 3 === 0 ? null : pick(roles, index), index % 5 === 0],
      );
      await transaction.query(`UPDATE person SET status = $3 WHERE organization_id = $1 AND id = $2`, [organizationId, id, pick(['ACTIVE', 'ACTIVE', 'ACTIVE', 'SUSPENDED', 'LEFT'], index)]);
      for (const [number, group] of groups.entries()) {
        if (index % (number + 2) !== 0) continue;
        await transaction.query(`INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, valid_to, cause) VALUES ($1, $2, $3, $4, now(), CASE WHEN $5 THEN now() END, 'BY_HAND')`, [
          organizationId, newId(), group, id, index % 7 === 0,
        ]);
      }
    }
    // The facts are read back one table at a time, by statements that know nothing of audiences.
    return transaction.query<AudienceFacts>(
      `WITH RECURSIVE up AS (
         SELECT id AS leaf, parent_id AS above FROM department WHERE organization_id = $1
         UNION ALL SELECT up.leaf, d.parent_id FROM up JOIN department d ON d.id = up.above
       )
       SELECT p.id AS "personId", ARRAY(SELECT m.id FROM person m WHERE m.merged_into_id = p.id) AS "mergedIds", p.status, p.locale AS language, p.partner_account_id AS "partnerAccountId", p.hire_date::text AS "hiredOn",
         ARRAY(SELECT group_id FROM group_membership WHERE person_id = p.id AND valid_to IS NULL) AS "groupIds",
         ARRAY(SELECT position_id FROM affiliation WHERE person_id = p.id AND valid_to IS NULL AND position_id IS NOT NULL) AS "positionIds",
         ARRAY(SELECT job_role_id FROM affiliation WHERE person_id = p.id AND valid_to IS NULL AND job_role_id IS NOT NULL) AS "jobRoleIds",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.department_id, 'ancestorIds', (SELECT coalesce(jsonb_agg(above), '[]') FROM up WHERE leaf = a.department_id AND above IS NOT NULL)))
           FROM affiliation a WHERE a.person_id = p.id AND a.valid_to IS NULL AND a.department_id IS NOT NULL), '[]') AS departments
       FROM person p WHERE p.organization_id = $1 ORDER BY p.id`,
      [organizationId],
    );
  });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

/** Random expressions over what there is, and over what is not. */
function expressions(): fc.Arbitrary<AudienceExpression> {
  const unknown = '01890000-0000-7000-8000-000000000000';
  const ids = (all: readonly string[]) => fc.subarray([...new Set([...all, unknown])], { minLength: 1, maxLength: 3 }) as fc.Arbitrary<never[]>;
  const of = (read: (each: AudienceFacts) => readonly string[]) => ids(facts.flatMap(read));
  const leaf = fc.oneof(
    fc.constant({ kind: 'EVERYONE' } as const),
    fc.record({ kind: fc.constant('PEOPLE' as const), personIds: of((each) => [each.personId]) }),
    fc.record({ kind: fc.constant('GROUPS' as const), groupIds: of((each) => each.groupIds) }),
    fc.record({ kind: fc.constant('DEPARTMENTS' as const), departmentIds: of((each) => each.departments.flatMap(({ id, ancestorIds }) => [id, ...ancestorIds])), includeSubDepartments: fc.boolean() }),
    fc.record({ kind: fc.constant('POSITIONS' as const), positionIds: of((each) => each.positionIds) }),
    fc.record({ kind: fc.constant('JOB_ROLES' as const), jobRoleIds: of((each) => each.jobRoleIds) }),
    fc.record({ kind: fc.constant('LANGUAGES' as const), languages: fc.subarray(['en', 'ZH', 'zh', 'en-gb', 'fr'], { minLength: 1 }) }),
    fc.record({ kind: fc.constant('PARTNER_ACCOUNTS' as const), partnerAccountIds: of((each) => (each.partnerAccountId ? [each.partnerAccountId] : [])) }),
    fc.record({ kind: fc.constant('HIRE_DATE' as const), from: fc.constantFrom(...days, null), to: fc.constantFrom(...days, null) }),
  ) as fc.Arbitrary<AudienceExpression>;
  return fc.letrec<{ any: AudienceExpression }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ kind: fc.constantFrom('AND' as const, 'OR' as const), operands: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ kind: fc.constant('NOT' as const), operand: tie('any') }),
    ) as fc.Arbitrary<AudienceExpression>,
  })).any;
}

test('the database chooses exactly those of whom the rule says that they match, whatever the expression [D23, D24]', async () => {
  await fc.assert(
    fc.asyncProperty(expressions(), async (expression) => {
      const parameters = new SqlParameters(organizationId);
      const condition = audienceCondition(expression, parameters);
      const chosen = await server.services.database.read({ organizationId }, (transaction) =>
        transaction.query<{ id: string }>(`SELECT p.id FROM person p WHERE ${activePeople} AND ${condition} ORDER BY p.id`, parameters.values),
      );
      expect(chosen.map((row) => row.id)).toEqual(facts.filter((each) => matchesAudience(expression, each)).map((each) => each.personId));
    }),
    { numRuns: 300 },
  );
});

test('what is read of people to ask about them is what there is', async () => {
  const sorted = (all: readonly AudienceFacts[]) =>
    all
      .map((each) => ({
        ...each,
        groupIds: each.groupIds.toSorted(),
        departments: each.departments.map(({ id, ancestorIds }) => ({ id, ancestorIds: ancestorIds.toSorted() })).toSorted((a, b) => a.id.localeCompare(b.id)),
      }))
      .toSorted((a, b) => a.personId.localeCompare(b.personId));
  const read = await server.services.database.read({ organizationId }, (transaction) => readAudienceFacts(transaction, facts.map((each) => each.personId)));
  expect(sorted(read)).toEqual(sorted(facts));
});
