import { foldForSearch, hasControlCharacters, lengthBeyond, refuse, succeed, tidy, type AudienceExpression } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned } from '../../platform/database/update-versioned.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { problem, refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { resolveAudience } from '../audiences/index.ts';
import { recordAudit } from '../audit/index.ts';
import { keepCatalogRevision, lockCatalogs } from './catalog.queries.ts';
import { readCatalogRemoval } from './read-catalog-removal.ts';

const limits = { name: 100, description: 2_000 } as const;

/** What is said of a catalog; what is absent stays. */
export interface CatalogFields {
  readonly name?: string | null;
  readonly description?: string | null;
  /** For whom it is: an audience expression, or null for nobody yet. */
  readonly audience?: unknown;
}

/** Makes a catalog, with nothing in it yet (L45, L59). */
export async function createCatalog(transaction: Transaction, caller: Caller, input: CatalogFields & { readonly name: string }): Promise<Outcome<{ id: string }>> {
  const checked = await checkFields(transaction, caller, input);
  if (!checked.ok) return checked;
  const id = newId();
  const { organizationId, now, actor } = transaction;
  const { name, name_key, description, audience } = checked.value;
  await transaction.query(
    `INSERT INTO catalog (organization_id, id, name, name_key, description, audience, created_at, created_by, updated_at, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8)`,
    [organizationId, id, name, name_key, description ?? '', audience ?? null, now, actor.id],
  );
  await keepCatalogRevision(transaction, id);
  await recordAudit(transaction, { act: 'catalog.create', subject: { kind: 'catalog', id }, after: { name } });
  return succeed({ id });
}

/** Which catalog as the caller saw it: another version is refused. */
export interface CatalogReference {
  readonly catalogId: string;
  readonly rowVersion: number;
}

/** Names and describes a catalog, and says for whom it is. */
export async function updateCatalog(transaction: Transaction, caller: Caller, input: CatalogReference & CatalogFields): Promise<Outcome<{ id: string }>> {
  const [catalog] = await lockCatalogs(transaction, [input.catalogId]);
  if (!catalog) return refuseWith('NOT_FOUND');
  const checked = await checkFields(transaction, caller, input, catalog.id);
  if (!checked.ok) return checked;
  const updated = await updateVersioned(transaction, 'catalog', catalog.id, input.rowVersion, checked.value);
  if (updated.kind === 'STALE') return refuseStale(updated.rowVersion);
  await keepCatalogRevision(transaction, catalog.id);
  const { name_key: _folded, ...after } = checked.value;
  const before = { name: catalog.name, description: catalog.description, audience: catalog.audience };
  await recordAudit(transaction, { act: 'catalog.update', subject: { kind: 'catalog', id: catalog.id }, before, after });
  return succeed({ id: catalog.id });
}

/**
 * Removes a catalog; what it listed stays. Refused if by now it would take something out of the sight of more or fewer people than the caller was told.
 *
 * @param input.people how many people the caller was told of (`catalogRemoval`)
 */
export async function removeCatalog(transaction: Transaction, input: CatalogReference & { readonly people: number }): Promise<Outcome<{ id: string }>> {
  const [catalog] = await lockCatalogs(transaction, [input.catalogId]);
  if (!catalog) return refuseWith('NOT_FOUND');
  const { people } = await readCatalogRemoval(transaction, catalog);
  if (people !== input.people) return refuse([problem('STALE_PREVIEW', 'people')]);
  const updated = await updateVersioned(transaction, 'catalog', catalog.id, input.rowVersion, { removed_at: transaction.now });
  if (updated.kind === 'STALE') return refuseStale(updated.rowVersion);
  await keepCatalogRevision(transaction, catalog.id);
  await recordAudit(transaction, { act: 'catalog.remove', subject: { kind: 'catalog', id: catalog.id }, before: { name: catalog.name }, after: { people } });
  return succeed({ id: catalog.id });
}

interface CatalogColumns {
  readonly name?: string;
  readonly name_key?: string;
  readonly description?: string;
  readonly audience?: string | null;
}

async function checkFields(transaction: Transaction, caller: Caller, fields: CatalogFields, catalogId?: string): Promise<Outcome<CatalogColumns & Record<string, unknown>>> {
  const named = typeof fields.name === 'string' ? await checkName(transaction, fields.name, catalogId) : succeed({});
  if (!named.ok) return named;
  const { description } = fields;
  if (typeof description === 'string') {
    if (lengthBeyond(description, limits.description)) return refuseWith('TOO_LONG', { limit: limits.description }, 'description');
    if (hasControlCharacters(description, 'MANY_LINES')) return refuseWith('CONTROL_CHARACTERS', 'description');
  }
  const audience = fields.audience == null ? succeed<AudienceExpression | null>(null) : await resolveAudience(transaction, caller, fields.audience, 'audience');
  if (!audience.ok) return audience;
  return succeed({
    ...named.value,
    ...(typeof description === 'string' && { description: description.trim() }),
    ...(fields.audience !== undefined && { audience: audience.value && JSON.stringify(audience.value) }),
  });
}

/** A name for a catalog, tidied: given, short enough, on one line, and of no other catalog that is there. */
async function checkName(transaction: Transaction, wanted: string, catalogId?: string): Promise<Outcome<CatalogColumns>> {
  const name = tidy(wanted);
  if (name === '' || hasControlCharacters(name, 'ONE_LINE')) return refuseWith('NAME_MISSING', 'name');
  if (lengthBeyond(name, limits.name)) return refuseWith('TOO_LONG', { limit: limits.name }, 'name');
  const name_key = foldForSearch(name);
  // Two who take one name at the same time come one after the other, up to the end of the transaction.
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`catalog-name:${transaction.organizationId}:${name_key}`]);
  const taken = await transaction.query('SELECT id FROM catalog WHERE organization_id = $1 AND name_key = $2 AND removed_at IS NULL AND id IS DISTINCT FROM $3', [
    transaction.organizationId,
    name_key,
    catalogId ?? null,
  ]);
  return taken.length > 0 ? refuseWith('DUPLICATED_NAME', { name }, 'name') : succeed({ name, name_key });
}
