import { foldForSearch, hasControlCharacters, lengthBeyond, PERSON_LIMITS, succeed, tidy } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned } from '../../platform/database/update-versioned.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import type { NamedTable } from '../people/index.ts';
import { isUsed, readUses } from './in-use.queries.ts';
import { findNamed, isNameTaken } from './named.queries.ts';

/** Which position, job role or partner account, and which of its versions the caller saw. */
export interface NamedReference {
  readonly table: NamedTable;
  readonly id: string;
  readonly rowVersion: number;
}

/** Creates a position, job role or partner account. Refuses a name that is taken, whatever its case and accents. */
export async function createNamed(transaction: Transaction, table: NamedTable, text: string): Promise<Outcome<{ id: string }>> {
  const name = await readName(transaction, table, text);
  if (!name.ok) return name;
  const id = newId();
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO ${table} (organization_id, id, name, name_key, created_at, created_by, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5, $6, $5, $6)`,
    [organizationId, id, name.value, foldForSearch(name.value), now, actor.id],
  );
  await recordAudit(transaction, { act: `${table}.create`, subject: { kind: table, id }, after: { name: name.value } });
  return succeed({ id });
}

/** Gives one another name; whoever has it keeps it. */
export async function renameNamed(transaction: Transaction, { table, id, rowVersion }: NamedReference, text: string): Promise<Outcome<{ id: string }>> {
  const before = await findNamed(transaction, table, id);
  if (!before) return refuseWith('NOT_FOUND');
  const name = await readName(transaction, table, text, id);
  if (!name.ok) return name;
  const saved = await updateVersioned(transaction, table, id, rowVersion, { name: name.value, name_key: foldForSearch(name.value) });
  if (saved.kind === 'STALE') return refuseStale(saved.rowVersion);
  await recordAudit(transaction, { act: `${table}.rename`, subject: { kind: table, id }, before: { name: before.name }, after: { name: name.value } });
  return succeed({ id });
}

/** Removes one to which nobody refers; else says who does. */
export async function removeNamed(transaction: Transaction, { table, id, rowVersion }: NamedReference): Promise<Outcome<{ id: string }>> {
  const before = await findNamed(transaction, table, id);
  if (!before) return refuseWith('NOT_FOUND');
  const uses = await readUses(transaction, table, id);
  if (isUsed(uses)) return refuseWith('STILL_USED', { name: before.name, ...uses });
  const saved = await updateVersioned(transaction, table, id, rowVersion, { removed_at: transaction.now });
  if (saved.kind === 'STALE') return refuseStale(saved.rowVersion);
  await recordAudit(transaction, { act: `${table}.remove`, subject: { kind: table, id }, before: { name: before.name } });
  return succeed({ id });
}

/** The name, tidied; whoever takes the same at this moment waits. */
async function readName(transaction: Transaction, table: NamedTable, text: string, id?: string): Promise<Outcome<string>> {
  const name = tidy(text.normalize('NFC'));
  const limit = PERSON_LIMITS.positionName;
  if (name === '' || hasControlCharacters(name, 'ONE_LINE')) return refuseWith('NAME_MISSING', 'name');
  if (lengthBeyond(name, limit)) return refuseWith('TOO_LONG', { limit }, 'name');
  if (await isNameTaken(transaction, table, foldForSearch(name), id)) return refuseWith('DUPLICATED_NAME', { name }, 'name');
  return succeed(name);
}
