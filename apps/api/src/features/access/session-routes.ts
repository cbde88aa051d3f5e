import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import { requestedLocale, type Caller } from '../../platform/request/caller.ts';
import { passwordLength, type Identities } from './identities.ts';
import { readSessionPerson } from './read-session-person.ts';
import { findSignInLink, useSignInLink } from './sign-in-links.ts';
import { openSession, signIn, type SignInProblem } from './sign-in.ts';
import { sessionTexts } from './session-texts.ts';
import type { SignInLimiter } from './sign-in-limiter.ts';

export interface SessionRoutesOptions {
  readonly identities: Identities;
  readonly limiter: SignInLimiter;
  readonly database: Database;
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | undefined>;
  /** Makes open sockets of the person look again whether they may stay. */
  readonly announceAccessChange: (organizationId: string, personId: string) => Promise<void>;
}

const text = (most: number, least = 1) => ({ type: 'string', minLength: least, maxLength: most, pattern: '^[^\\u0000]*$' }) as const;
const body = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  body: { type: 'object', properties, required, additionalProperties: false },
});
const password = text(passwordLength.most, 1);
const newPassword = text(passwordLength.most, passwordLength.least);
const token = text(200);

/** The routes of signing in and out. Their answers carry a stable `code` and a message in the browser's language. */
export function registerSessionRoutes(app: FastifyInstance, options: SessionRoutesOptions): void {
  const { identities, limiter, database, callerOf, announceAccessChange } = options;

  app.get('/api/session', async (request, reply) => {
    const caller = await callerOf(request);
    // Nobody is an answer, not a failure: browsers log those.
    if (!caller) return reply.status(204).send();
    return { viewer: await readSessionPerson(database, caller) };
  });

  app.post<{ Body: { login: string; password: string; organizationId?: string } }>(
    '/api/session/sign-in',
    { schema: body({ login: text(300), password, organizationId: text(36) }, ['login', 'password']) },
    async (request, reply) => {
      const result = await signIn(identities, limiter, request.body, request.ip);
      if (!result.ok) return refuseSignIn(reply, request, result.problem);
      await noteFirstSignIn(database, result.value);
      void reply.header('set-cookie', result.value.cookies);
      const caller = await callerOf(withCookies(request, result.value.cookies));
      return { viewer: caller ? await readSessionPerson(database, caller) : null };
    },
  );

  app.post('/api/session/sign-out', async (request, reply) => {
    const caller = await callerOf(request);
    if (caller?.sessionId) {
      await identities.pool.query('DELETE FROM auth.session WHERE id = $1', [caller.sessionId]);
      await announceAccessChange(caller.organizationId, caller.actor.id);
    }
    return reply.header('set-cookie', `${identities.cookieName}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`).status(204).send();
  });

  app.post('/api/session/sign-out-everywhere', async (request, reply) => {
    const caller = await callerOf(request);
    if (!caller?.sessionId) return say(reply, request, 401, 'SIGNED_OUT');
    await identities.pool.query('DELETE FROM auth.session WHERE "userId" = (SELECT "userId" FROM auth.session WHERE id = $1)', [
      caller.sessionId,
    ]);
    await announceAccessChange(caller.organizationId, caller.actor.id);
    return reply.status(204).send();
  });

  app.post<{ Body: { currentPassword: string; newPassword: string } }>(
    '/api/session/change-password',
    { schema: body({ currentPassword: password, newPassword }) },
    async (request, reply) => {
      const caller = await callerOf(request);
      if (!caller?.sessionId) return say(reply, request, 401, 'SIGNED_OUT');
      const permit = await limiter.admit([`change:${caller.actor.id}`], request.ip);
      if (!permit.ok) return refuseSignIn(reply, request, { code: 'TOO_MANY_TRIES', retryAfterSeconds: permit.problem });
      const response = await identities.auth.api.changePassword({
        body: { currentPassword: request.body.currentPassword, newPassword: request.body.newPassword, revokeOtherSessions: false },
        headers: new Headers({ cookie: request.headers.cookie ?? '' }),
        asResponse: true,
      });
      if (!response.ok) return say(reply, request, 400, 'WRONG_PASSWORD');
      await identities.pool.query(
        'DELETE FROM auth.session WHERE id <> $1 AND "userId" = (SELECT "userId" FROM auth.session WHERE id = $1)',
        [caller.sessionId],
      );
      await announceAccessChange(caller.organizationId, caller.actor.id);
      return reply.status(204).send();
    },
  );

  app.get<{ Querystring: { token?: string } }>('/api/session/link', async (request, reply) => {
    const link = await findSignInLink(identities, String(request.query.token ?? ''));
    if (!link) return reply.status(204).send();
    const [person] = await database.read({ organizationId: link.organizationId }, (transaction) =>
      transaction.query<{ display_name: string; login: string }>(
        'SELECT display_name, coalesce(email, employee_number) AS login FROM person WHERE organization_id = $1 AND id = $2',
        [link.organizationId, link.personId],
      ),
    );
    return { kind: link.kind, displayName: person?.display_name, login: person?.login };
  });

  for (const url of ['/api/session/accept-invitation', '/api/session/reset-password']) {
    app.post<{ Body: { token: string; password: string } }>(
      url,
      { schema: body({ token, password: newPassword }) },
      async (request, reply) => {
        const result = await useSignInLink(identities, request.body.token, request.body.password);
        if (!result.ok) return say(reply, request, 410, 'LINK_ENDED');
        await announceAccessChange(result.value.organizationId, result.value.personId);
        await noteFirstSignIn(database, result.value);
        const cookies = await openSession(identities, result.value, request.body.password);
        return reply.header('set-cookie', cookies ?? []).status(204).send();
      },
    );
  }
}

function say(reply: FastifyReply, request: FastifyRequest, status: number, code: keyof typeof sessionTexts, extra: object = {}) {
  const locale = requestedLocale(request.headers['accept-language']) ?? 'en';
  return reply.status(status).send({ code, message: sessionTexts[code][locale], ...extra });
}

function refuseSignIn(reply: FastifyReply, request: FastifyRequest, problem: SignInProblem) {
  switch (problem.code) {
    case 'WRONG_CREDENTIALS':
      return say(reply, request, 401, problem.code);
    case 'CHOOSE_ORGANIZATION':
      return say(reply, request, 409, problem.code, { organizations: problem.organizations });
    case 'TOO_MANY_TRIES':
      void reply.header('retry-after', problem.retryAfterSeconds);
      return say(reply, request, 429, problem.code, { retryAfterSeconds: problem.retryAfterSeconds });
  }
}

/** The evaluator counts due dates from the first sign-in, so it is kept with the person, once. */
async function noteFirstSignIn(database: Database, who: { organizationId: string; personId: string }): Promise<void> {
  await database.write({ organizationId: who.organizationId, actor: { kind: 'PERSON', id: who.personId } }, async (transaction) => {
    const first = await transaction.execute(
      'UPDATE person SET first_sign_in_at = $3 WHERE organization_id = $1 AND id = $2 AND first_sign_in_at IS NULL',
      [who.organizationId, who.personId, transaction.now],
    );
    if (first > 0) await transaction.emit({ type: 'person.signed-in-first', ids: { personId: who.personId } });
  });
}

function withCookies(request: FastifyRequest, cookies: readonly string[]): FastifyRequest {
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
  return { ...request, headers: { ...request.headers, cookie } };
}
