import { createHash, randomBytes } from 'node:crypto';
import { refuse, succeed, type Result } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { identityAddress, type Identities } from './identities.ts';

export type LinkKind = 'INVITATION' | 'RESET';

const lifetimeHours: Record<LinkKind, number> = { INVITATION: 7 * 24, RESET: 2 };

/** What a link leads to. */
export interface SignInLink {
  readonly kind: LinkKind;
  readonly organizationId: string;
  readonly personId: string;
}

/**
 * Makes a link token for a person and ends the earlier ones: an invitation when the person has no account yet, else a reset.
 * The token is shown once; only its hash is kept.
 */
export async function makeSignInLink(transaction: Transaction, personId: string): Promise<{ token: string; kind: LinkKind; expiresAt: Date }> {
  const { organizationId, now } = transaction;
  const [account] = await transaction.query<{ user_id: string }>(
    'SELECT user_id FROM auth.person_account WHERE organization_id = $1 AND person_id = $2',
    [organizationId, personId],
  );
  const kind: LinkKind = account ? 'RESET' : 'INVITATION';
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeHours[kind] * 3_600_000);
  await transaction.query('DELETE FROM auth.sign_in_link WHERE organization_id = $1 AND person_id = $2 AND used_at IS NULL', [
    organizationId,
    personId,
  ]);
  await transaction.query(
    `INSERT INTO auth.sign_in_link (token_hash, kind, organization_id, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [hashToken(token), kind, organizationId, personId, now, expiresAt],
  );
  return { token, kind, expiresAt };
}

/** What an unused link leads to; undefined when it is unknown, used or too old, which look alike. */
export async function findSignInLink(identities: Identities, token: string): Promise<SignInLink | undefined> {
  const { rows } = await identities.pool.query<{ kind: LinkKind; organization_id: string; person_id: string }>(
    'SELECT kind, organization_id, person_id FROM auth.sign_in_link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()',
    [hashToken(token)],
  );
  const [row] = rows;
  return row && { kind: row.kind, organizationId: row.organization_id, personId: row.person_id };
}

/**
 * Uses a link once, however often it is pressed: sets the password of the person's identity, which is made if there is none, and
 * ends all of its sessions.
 */
export async function useSignInLink(identities: Identities, token: string, password: string): Promise<Result<SignInLink, 'LINK_ENDED'>> {
  const { rows } = await identities.pool.query<{ kind: LinkKind; organization_id: string; person_id: string }>(
    `UPDATE auth.sign_in_link SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()
     RETURNING kind, organization_id, person_id`,
    [hashToken(token)],
  );
  const [row] = rows;
  if (!row) return refuse('LINK_ENDED');
  const link = { kind: row.kind, organizationId: row.organization_id, personId: row.person_id };
  await setPassword(identities, link, password);
  return succeed(link);
}

/** Sets a person's password, making the identity if there is none, and ends the identity's sessions. */
export async function setPassword(
  identities: Identities,
  person: { readonly organizationId: string; readonly personId: string },
  password: string,
): Promise<void> {
  const { auth, pool } = identities;
  const { internalAdapter, password: hasher } = await auth.$context;
  const hashed = await hasher.hash(password);
  const email = identityAddress(person.organizationId, person.personId);
  const known = await internalAdapter.findUserByEmail(email);
  if (known) {
    await internalAdapter.updatePassword(known.user.id, hashed);
    await pool.query('DELETE FROM auth.session WHERE "userId" = $1', [known.user.id]);
    return;
  }
  const user = await internalAdapter.createUser({ email, name: person.personId, emailVerified: true }, { method: 'email-password' });
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hashed });
  await pool.query('INSERT INTO auth.person_account (user_id, organization_id, person_id) VALUES ($1, $2, $3)', [
    user.id,
    person.organizationId,
    person.personId,
  ]);
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
