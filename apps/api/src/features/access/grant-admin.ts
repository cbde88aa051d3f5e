import { isUuid, may, succeed } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';

/** What somebody may do from now on. */
export interface NewGrant {
  readonly personId: string;
  readonly role: string;
  readonly rights?: readonly string[] | null;
  readonly scopeKind: string;
  readonly scopeId?: string | null;
}

const scopeTables: Readonly<Record<string, string>> = { DEPARTMENT: 'department', GROUP: 'person_group', PARTNER_ACCOUNT: 'partner_account' };

/**
 * Whether the caller may make others this, or end it: a master admin whatever it is, who may change settings all but a master admin,
 * and a partner system nothing, because what it made would outlive its key.
 */
export function mayNameAdmin(caller: Caller, role: string): boolean {
  if (caller.viewer.kind !== 'PERSON') return false;
  const isMaster = caller.viewer.grants.some((grant) => grant.role === 'MASTER_ADMIN' && grant.scope.kind === 'ORGANIZATION');
  return isMaster || (role !== 'MASTER_ADMIN' && may(caller.viewer, 'SETTINGS_EDIT'));
}

/** What somebody is at present, as an admin. */
export async function readRoles(transaction: Transaction, personId: string): Promise<string[]> {
  const rows = await transaction.query<{ role: string }>(
    'SELECT DISTINCT role FROM admin_grant WHERE organization_id = $1 AND person_id = $2 AND valid_to IS NULL',
    [transaction.organizationId, personId],
  );
  return rows.map((row) => row.role);
}

/** Whether nobody else who takes part is a master admin; whoever asks waits for others who change that. */
export async function isLastMasterAdmin(transaction: Transaction, personId: string): Promise<boolean> {
  const masters = await transaction.query<{ personId: string }>(
    `SELECT g.person_id AS "personId" FROM admin_grant g JOIN person p ON p.organization_id = $1 AND p.id = g.person_id AND p.status = 'ACTIVE'
     WHERE g.organization_id = $1 AND g.role = 'MASTER_ADMIN' AND g.scope_kind = 'ORGANIZATION' AND g.valid_to IS NULL ORDER BY g.id FOR UPDATE OF g`,
    [transaction.organizationId],
  );
  return masters.some((each) => each.personId === personId) && masters.every((each) => each.personId === personId);
}

/** Makes somebody an admin. Takes effect with their next request, and on sockets that are open. */
export async function grantAdmin(transaction: Transaction, grant: NewGrant): Promise<Outcome<{ id: string }>> {
  const { organizationId, now, actor } = transaction;
  if (!isUuid(grant.personId) || !(await exists(transaction, 'person', grant.personId))) return refuseWith('UNKNOWN_PERSON', 'personId');
  const scope = await checkScope(transaction, grant.scopeKind, grant.scopeId);
  if (!scope.ok) return scope;
  const id = newId();
  await transaction.query(
    `INSERT INTO admin_grant (organization_id, id, person_id, role, rights, scope_kind, scope_id, valid_from, created_at, created_by, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $8)`,
    [organizationId, id, grant.personId, grant.role, grant.rights ?? [], grant.scopeKind, scope.value, now, actor.id],
  );
  await recordAudit(transaction, { act: 'access.grant', subject: { kind: 'person', id: grant.personId }, after: { ...grant } });
  await transaction.emit({ type: 'access.changed', ids: { personId: grant.personId } });
  return succeed({ id });
}

/** Ends a grant. The last master admin of an organization stays. */
export async function endGrant(transaction: Transaction, grantId: string): Promise<Outcome<{ id: string }>> {
  if (!isUuid(grantId)) return refuseWith('NOT_FOUND');
  const { organizationId, now, actor } = transaction;
  const masters = await transaction.query<{ id: string }>(
    `SELECT id FROM admin_grant WHERE organization_id = $1 AND role = 'MASTER_ADMIN' AND valid_to IS NULL ORDER BY id FOR UPDATE`,
    [organizationId],
  );
  if (masters.length === 1 && masters[0]!.id === grantId) return refuseWith('LAST_MASTER_ADMIN');
  const [ended] = await transaction.query<{ person_id: string }>(
    `UPDATE admin_grant SET valid_to = $3, updated_at = $3, updated_by = $4 WHERE organization_id = $1 AND id = $2 AND valid_to IS NULL
     RETURNING person_id`,
    [organizationId, grantId, now, actor.id],
  );
  if (!ended) return refuseWith('NOT_FOUND');
  await recordAudit(transaction, { act: 'access.endGrant', subject: { kind: 'person', id: ended.person_id }, before: { grantId } });
  await transaction.emit({ type: 'access.changed', ids: { personId: ended.person_id } });
  return succeed({ id: grantId });
}

/** The id that a scope needs, if it is there: none for the whole organization. */
export async function checkScope(transaction: Transaction, kind: string, id: string | null | undefined): Promise<Outcome<string | null>> {
  const table = scopeTables[kind];
  if (!table) return id ? refuseWith('NOT_IN_SCOPE', 'scopeId') : succeed(null);
  if (!isUuid(id) || !(await exists(transaction, table, id))) return refuseWith('NOT_IN_SCOPE', 'scopeId');
  return succeed(id);
}

async function exists(transaction: Transaction, table: string, id: string): Promise<boolean> {
  const gone = table === 'person' ? 'merged_into_id' : 'removed_at';
  const rows = await transaction.query(`SELECT id FROM ${table} WHERE organization_id = $1 AND id = $2 AND ${gone} IS NULL`, [transaction.organizationId, id]);
  return rows.length === 1;
}
