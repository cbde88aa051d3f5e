import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildOrganization } from '../organizations/organization.factory.ts';
import { buildPerson, type BuiltPerson, type PersonOverrides } from '../people-import/person.factory.ts';
import { buildApiClient, buildCaller, buildGrant } from './caller.factory.ts';
import { setPassword } from './sign-in-links.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;
const password = 'correct horse battery';

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

let addresses = 0;
/** Nobody else comes from this address. */
const fromElsewhere = (): Record<string, string> => ({ 'x-forwarded-for': `10.0.${++addresses >> 8}.${addresses & 255}` });

const signIn = (login: string, secret = password, headers = fromElsewhere(), organizationId?: string) =>
  server.anonymous().send<{ code?: string; message?: string; viewer?: { personId: string }; organizations?: { id: string }[]; retryAfterSeconds?: number }>(
    'POST',
    '/api/session/sign-in',
    { login, password: secret, ...(organizationId && { organizationId }) },
    headers,
  );

async function withAccount(overrides: PersonOverrides = {}, organizationId = world.organizationId, secret = password): Promise<BuiltPerson> {
  const person = await buildPerson(server.services.database, organizationId, overrides);
  await setPassword(server.identities, { organizationId, personId: person.id }, secret);
  return person;
}

const cookieOf = (headers: Headers): string => headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
const isSignedIn = async (cookie: string): Promise<boolean> => (await server.anonymous({ cookie }).send('GET', '/api/session')).status === 200;

describe('signing in', () => {
  test('by e-mail address and by employee number, however they are written [D26]', async () => {
    const person = await withAccount({ email: 'Lena@Example.com', employeeNumber: 'K-4711' });
    for (const login of ['lena@example.com', ' LENA@example.COM ', 'K-4711', 'k-4711']) {
      const { status, body, headers } = await signIn(login);
      expect({ login, status, person: body.viewer?.personId }).toEqual({ login, status: 200, person: person.id });
      const [cookie] = headers.getSetCookie();
      expect(cookie).toMatch(/; *HttpOnly/i);
      expect(cookie).toMatch(/; *SameSite=Lax/i);
    }
  });

  test('a wrong password, an unknown login, and somebody without an account look alike and cost the same', async () => {
    const person = await withAccount();
    const uninvited = await buildPerson(server.services.database, world.organizationId);
    const answers = [];
    for (const login of [person.email, 'nobody@example.com', uninvited.email] as string[]) {
      const times: number[] = [];
      for (let round = 0; round < 3; round++) {
        const { status, body, milliseconds } = await signIn(login, 'wrong password');
        times.push(milliseconds);
        answers.push(JSON.stringify([status, body]));
      }
      // Argon2 takes tens of milliseconds; an answer without it is there in two or three.
      expect(Math.min(...times)).toBeGreaterThan(12);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('WRONG_CREDENTIALS');
  });

  test('a suspended person is nobody', async () => {
    const person = await withAccount();
    await database.asOwner(`SELECT set_config('app.organization_id', '${world.organizationId}', false)`);
    await database.asOwner(`UPDATE person SET status = 'SUSPENDED' WHERE id = $1`, [person.id]);
    expect((await signIn(person.email as string)).status).toBe(401);
  });

  test('one login in two organizations: choose, and only where the password is right', async () => {
    const other = await buildOrganization(server.services.database, { name: 'Other Ltd' });
    const here = await withAccount({ email: 'both@example.com' });
    const there = await withAccount({ email: 'both@example.com' }, other);
    const { status, body } = await signIn('both@example.com');
    expect([status, body.code, body.organizations?.map((each) => each.id).sort()]).toEqual([409, 'CHOOSE_ORGANIZATION', [world.organizationId, other].sort()]);
    expect((await signIn('both@example.com', password, fromElsewhere(), other)).body.viewer?.personId).toBe(there.id);
    await setPassword(server.identities, { organizationId: other, personId: there.id }, 'another password');
    expect((await signIn('both@example.com')).body.viewer?.personId).toBe(here.id);
  });
});

describe('guessing', () => {
  test('ten wrong tries for a login from an address, then 429; the right person from elsewhere comes in', async () => {
    const person = await withAccount();
    const headers = fromElsewhere();
    const statuses = [];
    for (let round = 0; round < 12; round++) statuses.push((await signIn(person.email as string, 'wrong', headers)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const refused = await signIn(person.email as string, password, headers);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await signIn(person.email as string)).status).toBe(200);
  });

  test('forty at once are ten', async () => {
    const person = await withAccount();
    const headers = fromElsewhere();
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(person.email as string, 'wrong', headers)));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(10);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(30);
  });

  test('another way to write the login, or the other login of the same person, is the same account', async () => {
    const person = await withAccount({ email: 'alias@example.com', employeeNumber: 'ALIAS-1' });
    const headers = fromElsewhere();
    const logins = ['alias@example.com', 'ALIAS@example.com', ' alias@example.com', 'ALIAS-1', 'alias-1 '];
    const statuses = [];
    for (let round = 0; round < 15; round++) statuses.push((await signIn(logins[round % logins.length] as string, 'wrong', headers)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(person.id).toBeDefined();
  });

  test('right sign-ins from one address, as of an office, do not use it up', async () => {
    const person = await withAccount();
    const headers = fromElsewhere();
    await database.asOwner(`INSERT INTO auth.rate_limit (key, points, expire) VALUES ($1, 98, $2)`, [`address:${headers['x-forwarded-for']}`, Date.now() + 600_000]);
    for (let round = 0; round < 4; round++) expect((await signIn(person.email as string, password, headers)).status).toBe(200);
    await signIn(person.email as string, 'wrong', headers);
    await signIn(person.email as string, 'wrong', headers);
    expect((await signIn(person.email as string, 'wrong', headers)).status).toBe(429);
  });

  test('the current password cannot be guessed by changing it', async () => {
    const person = await withAccount();
    const headers = fromElsewhere();
    const cookie = cookieOf((await signIn(person.email as string)).headers);
    const statuses = [];
    for (let round = 0; round < 12; round++) {
      const { status } = await server.anonymous({ cookie, ...headers }).send('POST', '/api/session/change-password', { currentPassword: 'wrong', newPassword: 'a new long password' });
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 400)).toHaveLength(10);
  });
});

describe('links', () => {
  const makeLink = async (personId: string): Promise<{ kind: string; token: string }> => {
    const admin = await server.signInAs(world.admin);
    const made = await admin.ask<{ createSignInLink: { kind: string; learnerPath: string } }>(
      'mutation ($id: ID!) { createSignInLink(input: { personId: $id }) { ... on SignInLink { kind learnerPath } } }',
      { id: personId },
    );
    return { kind: made.createSignInLink.kind, token: new URL(`http://x${made.createSignInLink.learnerPath}`).searchParams.get('token') as string };
  };

  test('an invitation pressed fifty times at once works exactly once [8, 9]', async () => {
    const person = await buildPerson(server.services.database, world.organizationId);
    const { kind, token } = await makeLink(person.id);
    expect(kind).toBe('INVITATION');
    expect((await server.anonymous().send<{ displayName: string }>('GET', `/api/session/link?token=${token}`)).body.displayName).toBe(person.displayName);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => server.anonymous().send('POST', '/api/session/accept-invitation', { token, password: `password number ${index}` })),
    );
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(49);
    const winner = answers.findIndex((answer) => answer.status === 204);
    expect(await isSignedIn(cookieOf(answers[winner]!.headers))).toBe(true);
    expect((await signIn(person.email as string, `password number ${winner}`)).status).toBe(200);
  });

  test('a reset ends every session, and an older link with it', async () => {
    const person = await withAccount();
    const cookie = cookieOf((await signIn(person.email as string)).headers);
    const older = await makeLink(person.id);
    const link = await makeLink(person.id);
    expect(link.kind).toBe('RESET');
    expect((await server.anonymous().send('POST', '/api/session/reset-password', { token: older.token, password: 'a new long password' })).status).toBe(410);
    expect(await isSignedIn(cookie)).toBe(true);
    expect((await server.anonymous().send('POST', '/api/session/reset-password', { token: link.token, password: 'a new long password' })).status).toBe(204);
    expect(await isSignedIn(cookie)).toBe(false);
    expect((await signIn(person.email as string)).status).toBe(401);
    expect((await signIn(person.email as string, 'a new long password')).status).toBe(200);
  });

  test('only who may name admins makes a link for one: it would be a way to their rights', async () => {
    const sub = await withAccount();
    await buildGrant(server.services.database, sub, 'SUB_ADMIN');
    const session = await server.signInAs(sub);
    const make = (id: string) => session.ask<{ createSignInLink: { __typename: string } }>('mutation ($id: ID!) { createSignInLink(input: { personId: $id }) { __typename } }', { id });
    expect((await make(world.learner.id)).createSignInLink.__typename).toBe('SignInLink');
    expect((await make(world.admin.id)).createSignInLink.__typename).toBe('NotAllowed');
  });

  test('who may change settings without being a master admin names no master admin, and ends none', async () => {
    const sub = await withAccount();
    await buildGrant(server.services.database, sub, 'SUB_ADMIN', { rights: ['SETTINGS'] });
    const session = await server.signInAs(sub);
    const grant = (role: string) =>
      session.ask<{ grantAdmin: { __typename: string } }>('mutation ($id: ID!, $role: AdminRole!) { grantAdmin(input: { personId: $id, role: $role, scopeKind: ORGANIZATION }) { __typename } }', {
        id: sub.id,
        role,
      });
    expect((await grant('MASTER_ADMIN')).grantAdmin.__typename).toBe('NotAllowed');
    expect((await grant('AUDITOR')).grantAdmin.__typename).toBe('AdminGrant');
    const ended = await session.ask<{ endGrant: { __typename: string } }>('mutation ($id: ID!) { endGrant(input: { grantId: $id }) { __typename } }', { id: world.ids.grant });
    expect(ended.endGrant.__typename).toBe('NotAllowed');
  });
});

describe('sessions', () => {
  test('changing the password ends the others and keeps this one', async () => {
    const person = await withAccount();
    const [here, there] = [cookieOf((await signIn(person.email as string)).headers), cookieOf((await signIn(person.email as string)).headers)];
    const changed = await server.anonymous({ cookie: here }).send('POST', '/api/session/change-password', { currentPassword: password, newPassword: 'a new long password' });
    expect(changed.status).toBe(204);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
  });

  test('signing out ends one, signing out everywhere all', async () => {
    const cookies = [];
    const person = await withAccount();
    for (let round = 0; round < 3; round++) cookies.push(cookieOf((await signIn(person.email as string)).headers));
    const [one, two, three] = cookies as [string, string, string];
    await server.anonymous({ cookie: one }).send('POST', '/api/session/sign-out', {});
    expect([await isSignedIn(one), await isSignedIn(two)]).toEqual([false, true]);
    await server.anonymous({ cookie: two }).send('POST', '/api/session/sign-out-everywhere', {});
    expect([await isSignedIn(two), await isSignedIn(three)]).toEqual([false, false]);
  });

  const minutes = (count: number): Date => new Date(Date.now() - count * 60_000);

  test.each([
    ['a learner who was active within the hour', 'learner', 23 * 60, 59, 200],
    ['a learner who lay idle for more than an hour', 'learner', 23 * 60, 61, 204],
    ['a learner after a day', 'learner', 24 * 60 + 1, 1, 204],
    ['an admin who was active within a quarter of an hour', 'admin', 11 * 60, 14, 200],
    ['an admin who lay idle for more than a quarter of an hour', 'admin', 60, 16, 204],
    ['an admin after twelve hours', 'admin', 12 * 60 + 1, 1, 204],
  ] as const)('%s', async (_name, who, created, seen, status) => {
    const session = await server.signInAs(world[who], { createdAt: minutes(created), lastSeenAt: minutes(seen) });
    expect((await session.send('GET', '/api/session')).status).toBe(status);
  });

  test('sentences come in the language that is asked for, else in that of the person', async () => {
    const session = await server.signInAs(world.admin);
    const query = 'mutation { createLearningPlan(input: { name: "", preset: LEARNING_PLAN }) { ... on Refusal { problems { message } } } }';
    const said = async (headers: Record<string, string>) => (await session.send('POST', '/graphql', { query }, headers)).text;
    expect(await said({ 'accept-language': 'zh-CN,en;q=0.5' })).toMatch(/请填写/);
    expect(await said({ 'accept-language': 'fr' })).toContain('Give');
    expect(await said({})).toContain('Give');
  });

  test('using a session keeps it alive', async () => {
    const session = await server.signInAs(world.learner, { createdAt: minutes(120), lastSeenAt: minutes(50) });
    await session.send('GET', '/api/session');
    const seen = await eventually('it is noted', async () => {
      const [row] = await database.asOwner<{ seen: Date }>('SELECT "lastSeenAt" AS seen FROM auth.session WHERE token = $1', [session.token]);
      return row && row.seen > minutes(1) && row.seen;
    });
    expect(seen).toBeInstanceOf(Date);
  });
});

describe('an API key', () => {
  const speaksFor = async (key: string): Promise<string | undefined> => (await server.withKey(key).graphql<{ viewer: { id: string } }>('{ viewer { id } }')).body.data?.viewer.id;

  test('that is right answers; wrong, altered, revoked and expired ones, and one whose maker is gone, do not', async () => {
    const maker = await withAccount();
    await buildGrant(server.services.database, maker, 'MASTER_ADMIN');
    const caller = buildCaller(maker, 'MASTER_ADMIN');
    const [good, revoked, expired] = await Promise.all([1, 2, 3].map(() => buildApiClient(server.services.database, caller, { scopes: ['read:progress'] })));
    await server.services.database.write(caller, async (transaction) => {
      await transaction.query('UPDATE api_client SET revoked_at = now() WHERE id = $1', [revoked!.id]);
      await transaction.query(`UPDATE api_client SET expires_at = now() - interval '1 second' WHERE id = $1`, [expired!.id]);
    });
    const flipped = good!.key.slice(0, -3) + (good!.key.at(-3) === 'A' ? 'B' : 'A') + good!.key.slice(-2);
    expect(await speaksFor(good!.key)).toBe(good!.id);
    for (const key of [revoked!.key, expired!.key, flipped, 'mpk_', `mpk_${'A'.repeat(86)}`, 'x'.repeat(5000)]) expect(await speaksFor(key)).toBeUndefined();
    await server.services.database.write(caller, (transaction) => transaction.query(`UPDATE person SET status = 'LEFT' WHERE id = $1`, [maker.id]));
    expect(await speaksFor(good!.key)).toBeUndefined();
  });

  test('does no more than its scopes, and never more than its maker', async () => {
    const auditor = await withAccount();
    await buildGrant(server.services.database, auditor, 'AUDITOR');
    const readOnly = await buildApiClient(server.services.database, world.caller, { scopes: ['read:plans'] });
    const ofAuditor = await buildApiClient(server.services.database, buildCaller(auditor, 'AUDITOR'), { scopes: ['write:plans', 'read:plans'] });
    const create = 'mutation { createLearningPlan(input: { name: "x", preset: LEARNING_PLAN }) { __typename } }';
    for (const { key } of [readOnly, ofAuditor]) {
      expect((await server.withKey(key).graphql(create)).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await server.withKey(key).graphql('{ learningPlans { edges { node { id } } } }')).body.errors).toBeUndefined();
      expect((await server.withKey(key).graphql('{ people { edges { node { id } } } }')).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
