import { defineLoader } from '../../platform/request/loader.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

export interface AdminGrantRow {
  readonly id: string;
  readonly personId: string;
  readonly role: string;
  readonly rights: readonly string[];
  readonly scopeKind: string;
  readonly scopeId: string | null;
  readonly scopeName: string | null;
  readonly validFrom: Date;
}

const scopeName = (alias: string): string => `(CASE ${alias}.scope_kind
  WHEN 'DEPARTMENT' THEN (SELECT name FROM department WHERE organization_id = $1 AND id = ${alias}.scope_id)
  WHEN 'GROUP' THEN (SELECT name FROM person_group WHERE organization_id = $1 AND id = ${alias}.scope_id)
  WHEN 'PARTNER_ACCOUNT' THEN (SELECT name FROM partner_account WHERE organization_id = $1 AND id = ${alias}.scope_id) END)`;

const grantColumns = `g.id, g.person_id AS "personId", g.role, g.rights, g.scope_kind AS "scopeKind", g.scope_id AS "scopeId",
  ${scopeName('g')} AS "scopeName", g.valid_from AS "validFrom"`;

/** The grants in force, those of the most powerful roles first. */
export async function listGrants(transaction: Transaction): Promise<AdminGrantRow[]> {
  return transaction.query<AdminGrantRow>(
    `SELECT ${grantColumns} FROM admin_grant g JOIN person p ON p.organization_id = $1 AND p.id = g.person_id
     WHERE g.organization_id = $1 AND g.valid_to IS NULL
     ORDER BY array_position(ARRAY['MASTER_ADMIN', 'SUB_ADMIN', 'PLAN_ADMIN', 'PARTNER_ADMIN', 'AUDITOR'], g.role), p.name_key, g.id`,
    [transaction.organizationId],
  );
}

export const grantLoader = defineLoader<string, AdminGrantRow>(async (transaction, ids) => {
  const rows = await transaction.query<AdminGrantRow>(
    `SELECT ${grantColumns} FROM admin_grant g WHERE g.organization_id = $1 AND g.id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

export interface ApiClientRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly scopeKind: string;
  readonly scopeName: string | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedOn: string | null;
  readonly createdAt: Date;
}

const clientColumns = `c.id, c.name, c.secret_hint AS hint, c.scopes, c.scope_kind AS "scopeKind", ${scopeName('c')} AS "scopeName",
  c.expires_at AS "expiresAt", c.revoked_at AS "revokedAt", c.last_used_on::text AS "lastUsedOn", c.created_at AS "createdAt"`;

/** All API clients, the newest first. */
export async function listApiClients(transaction: Transaction): Promise<ApiClientRow[]> {
  return transaction.query<ApiClientRow>(`SELECT ${clientColumns} FROM api_client c WHERE c.organization_id = $1 ORDER BY c.id DESC`, [
    transaction.organizationId,
  ]);
}

export const apiClientLoader = defineLoader<string, ApiClientRow>(async (transaction, ids) => {
  const rows = await transaction.query<ApiClientRow>(`SELECT ${clientColumns} FROM api_client c WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[])`, [
    transaction.organizationId,
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
});
