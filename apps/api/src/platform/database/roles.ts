import type pg from 'pg';
import { ConfigError } from '../../config.ts';

/** The roles that grants and policies name: the application, and the relay that reads event positions across tenants and runs the job queue. */
export const appRole = 'milepost_app';
export const relayRole = 'milepost_relay';

/**
 * A connection string that acts as `role`, whoever signs in: with one's own database a single powerful user may be all there
 * is, and the fences of row-level security must hold for it too.
 */
export function actingAs(url: string, role: string): string {
  const parsed = new URL(url);
  if (decodeURIComponent(parsed.username) === role) return url;
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [options, `-c role=${role}`].filter(Boolean).join(' '));
  return parsed.href;
}

/** Creates the two roles where they are missing and lets the users of the given connection strings act as them. */
export async function ensureRoles(owner: pg.Client, urls: { readonly app: string; readonly relay: string }): Promise<void> {
  for (const [role, url] of [[appRole, urls.app], [relayRole, urls.relay]] as const) {
    const { rows } = await owner.query('SELECT rolsuper OR rolbypassrls AS unfenced FROM pg_roles WHERE rolname = $1', [role]);
    if (rows.length === 0) await asPermitted(owner, `CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
    if (rows[0]?.unfenced) throw new ConfigError(`The role ${role} is a superuser or bypasses row-level security: take that from it.`);
    const user = decodeURIComponent(new URL(url).username);
    if (user !== role && user !== '') {
      const member = await owner.query('SELECT pg_has_role($1, $2, $3) AS yes', [user, role, 'SET']);
      if (!member.rows[0].yes) await asPermitted(owner, `GRANT ${role} TO ${owner.escapeIdentifier(user)}`);
    }
  }
}

const insufficientPrivilege = '42501';

/** What the owner may not do, a superuser has to do once: says what. */
async function asPermitted(owner: pg.Client, statement: string): Promise<void> {
  try {
    await owner.query(statement);
  } catch (error) {
    if ((error as { code?: unknown }).code !== insufficientPrivilege) throw error;
    throw new ConfigError(`The role that migrates may not do this. As a superuser run, and start again: ${statement};`);
  }
}
