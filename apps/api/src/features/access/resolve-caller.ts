import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiScope, Grant, GrantScope, PersonId, PersonViewer, Viewer } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import { supportedLocale, type Caller } from '../../platform/request/caller.ts';
import { actsAnywhere } from './probe-rights.ts';
import { readApiKey } from './api-key.ts';
import { sessionLimits } from './identities.ts';
import type { GrantRow, SessionLookup, SessionRow } from './session-lookup.ts';

/** A session is touched at most once per so many milliseconds. */
const touchMilliseconds = 60_000;

/**
 * Who a session cookie belongs to, with the rights of this moment. Undefined when the session has ended, has lain idle for too
 * long, or its person may no longer sign in.
 *
 * @param isUse whether the session is in use by this; an open socket looks whether it may stay, and that is no use
 * @param cookie the value of the session cookie; the signature behind the token is not needed, because the token is looked up
 */
export async function resolveSession(sessions: SessionLookup, cookie: string, now: Date, isUse = true): Promise<Caller | undefined> {
  const token = /^[A-Za-z0-9]+/.exec(cookie)?.[0];
  if (!token) return undefined;
  const row = await sessions.find(token);
  if (!row) return undefined;
  const limit = row.grants.length > 0 ? sessionLimits.admin : sessionLimits.learner;
  const validUntil = new Date(
    Math.min(Date.parse(row.createdAt) + limit.seconds * 1000, Date.parse(row.lastSeenAt) + limit.idleSeconds * 1000),
  );
  if (validUntil <= now) return undefined;
  if (isUse && now.getTime() - Date.parse(row.lastSeenAt) > touchMilliseconds) {
    await sessions.pool.query('UPDATE auth.session SET "lastSeenAt" = $2 WHERE id = $1', [row.sessionId, now]);
  }
  const viewer = toPersonViewer(row);
  return {
    organizationId: row.organizationId,
    actor: { kind: 'PERSON', id: row.personId },
    viewer,
    acts: actsAnywhere(viewer, row.manages),
    manages: row.manages,
    locale: supportedLocale(row.locale),
    timeZone: row.timeZone,
    validUntil,
    sessionId: row.sessionId,
    recordIds: row.recordIds,
  };
}

interface ClientRow {
  secret_hash: Buffer;
  scopes: ApiScope[];
  scope_kind: GrantScope['kind'];
  scope_id: string | null;
  expires_at: Date | null;
  maker_id: string;
  maker_time_zone: string;
  default_locale: string;
  managers_may_assign: boolean;
  grants: GrantRow[];
}

const findClient = `
  SELECT c.secret_hash, c.scopes, c.scope_kind, c.scope_id, c.expires_at, p.id AS maker_id, p.time_zone AS maker_time_zone, o.default_locale,
    o.managers_may_assign,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'rights', g.rights, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id)
      ORDER BY g.id), '[]') FROM admin_grant g WHERE g.organization_id = c.organization_id AND g.person_id = p.id AND g.valid_to IS NULL) AS grants
  FROM api_client c
  JOIN person p ON p.organization_id = c.organization_id AND p.id = c.made_by AND p.status = 'ACTIVE'
  JOIN organization o ON o.organization_id = c.organization_id
  WHERE c.organization_id = $1 AND c.id = $2 AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > $3)`;

/** Whom an `Authorization: Bearer …` header speaks for; undefined when the key is unknown, revoked, expired or its maker is gone. */
export async function resolveApiKey(database: Database, authorization: string, now: Date): Promise<Caller | undefined> {
  const key = readApiKey(authorization);
  if (!key) return undefined;
  const [row] = await database.read({ organizationId: key.organizationId }, (transaction) =>
    transaction.query<ClientRow>(findClient, [key.organizationId, key.clientId, now]),
  );
  if (!row || !timingSafeEqual(row.secret_hash, createHash('sha256').update(key.secret).digest())) return undefined;
  const viewer: Viewer = {
    kind: 'API_CLIENT',
    scopes: row.scopes,
    people: toScope(row.scope_kind, row.scope_id),
    maker: toPersonViewer({ personId: row.maker_id, grants: row.grants, managersMayAssign: row.managers_may_assign }),
  };
  return {
    organizationId: key.organizationId,
    actor: { kind: 'API_CLIENT', id: key.clientId },
    viewer,
    acts: actsAnywhere(viewer, false),
    manages: false,
    locale: supportedLocale(row.default_locale),
    timeZone: row.maker_time_zone,
    validUntil: row.expires_at ?? undefined,
    sessionId: undefined,
    recordIds: [],
  };
}

function toPersonViewer(row: Pick<SessionRow, 'personId' | 'grants' | 'managersMayAssign'>): PersonViewer {
  return {
    kind: 'PERSON',
    personId: row.personId as PersonId,
    grants: row.grants.map((grant): Grant => ({ role: grant.role, rights: grant.rights, scope: toScope(grant.scopeKind, grant.scopeId) })),
    managersMayAssign: row.managersMayAssign,
  };
}

function toScope(kind: GrantScope['kind'], id: string | null): GrantScope {
  switch (kind) {
    case 'ORGANIZATION':
      return { kind };
    case 'DEPARTMENT':
      return { kind, departmentId: id as never };
    case 'GROUP':
      return { kind, groupId: id as never };
    case 'PARTNER_ACCOUNT':
      return { kind, partnerAccountId: id as never };
  }
}

