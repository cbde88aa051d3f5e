import { compareDates, dateIn, endOfDay, isUuid, succeed, tidy, type ApiFeature, type ApiScope } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { makeApiKey } from './api-key.ts';
import { checkScope } from './grant-admin.ts';

export interface NewApiClientData {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly scopeKind: string;
  readonly scopeId?: string | null;
  readonly expiresOn?: string | null;
}

const features: readonly ApiFeature[] = ['plans', 'assignments', 'progress', 'completions', 'content', 'people', 'settings', 'audit'];
const scopes: ReadonlySet<string> = new Set<ApiScope>(features.flatMap((feature): ApiScope[] => [`read:${feature}`, `write:${feature}`]));

/** Makes an API client for the caller, who it can never do more than. The key is in the answer and nowhere else. */
export async function createApiClient(transaction: Transaction, caller: Caller, input: NewApiClientData): Promise<Outcome<{ id: string; key: string }>> {
  const { organizationId, now, actor } = transaction;
  const name = tidy(input.name);
  if (name === '') return refuseWith('NAME_MISSING', 'name');
  const wanted = [...new Set(input.scopes)];
  if (wanted.length === 0 || !wanted.every((scope) => scopes.has(scope))) return refuseWith('NOTHING_SELECTED', 'scopes');
  const scope = await checkScope(transaction, input.scopeKind, input.scopeId);
  if (!scope.ok) return scope;
  const today = dateIn(now.toISOString() as never, caller.timeZone);
  if (input.expiresOn && compareDates(input.expiresOn as never, today) < 0) return refuseWith('EXPIRES_IN_PAST', 'expiresOn');
  const id = newId();
  const { key, secretHash, hint } = makeApiKey(organizationId, id);
  await transaction.query(
    `INSERT INTO api_client (organization_id, id, name, secret_hash, secret_hint, scopes, scope_kind, scope_id, expires_at, made_by, created_at,
       created_by, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11)`,
    [
      organizationId,
      id,
      name,
      secretHash,
      hint,
      wanted,
      input.scopeKind,
      scope.value,
      input.expiresOn ? endOfDay(input.expiresOn as never, caller.timeZone) : null,
      actor.id,
      now,
    ],
  );
  await recordAudit(transaction, { act: 'access.createApiClient', subject: { kind: 'apiClient', id }, after: { name, scopes: wanted } });
  return succeed({ id, key });
}

/** Revokes an API client; its key stops working with the next request, and its open sockets end. */
export async function revokeApiClient(transaction: Transaction, clientId: string): Promise<Outcome<{ id: string }>> {
  const { organizationId, now, actor } = transaction;
  if (!isUuid(clientId)) return refuseWith('NOT_FOUND');
  const revoked = await transaction.execute(
    'UPDATE api_client SET revoked_at = $3, updated_at = $3, updated_by = $4 WHERE organization_id = $1 AND id = $2 AND revoked_at IS NULL',
    [organizationId, clientId, now, actor.id],
  );
  if (revoked === 0) return refuseWith('NOT_FOUND');
  await recordAudit(transaction, { act: 'access.revokeApiClient', subject: { kind: 'apiClient', id: clientId } });
  await transaction.emit({ type: 'access.changed', ids: { personId: clientId } });
  return succeed({ id: clientId });
}
