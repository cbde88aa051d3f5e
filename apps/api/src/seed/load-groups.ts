import { addGroupMembers, createStaticGroup, previewGroupRule } from '../features/groups/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import type { Caller } from '../platform/request/caller.ts';
import { carryOut, done } from './run-operation.ts';
import { seedGroups, type SeedGroup } from './seed-data.ts';
import type { SeedNames } from './seed-names.ts';

/** Makes the groups of the demonstration by the use cases that admins use: by hand, and by rules that are previewed and committed. */
export async function loadGroups(database: Database, organizationId: string, names: SeedNames, admin: Caller): Promise<void> {
  const ids = new Map<string, string>();
  for (const group of seedGroups()) {
    ids.set(group.name, group.rule ? await makeDynamic(database, organizationId, admin, group.name, names.audience(group.rule, ids)) : await makeStatic(database, names, admin, group));
  }
}

async function makeStatic(database: Database, names: SeedNames, admin: Caller, { name, accounts = [] }: SeedGroup): Promise<string> {
  return database.write(admin, async (transaction) => {
    const { id } = done(name, await createStaticGroup(transaction, { name }));
    done(name, await addGroupMembers(transaction, admin, { groupId: id, personIds: accounts.map((key) => names.personId(key)) }));
    return id;
  });
}

async function makeDynamic(database: Database, organizationId: string, admin: Caller, name: string, rule: unknown): Promise<string> {
  await carryOut(database, admin, name, (transaction) => previewGroupRule(transaction, admin, { name, rule, confirmEverybody: true }));
  return database.read({ organizationId }, (transaction) => groupNamed(transaction, name));
}

async function groupNamed(transaction: Transaction, name: string): Promise<string> {
  const [row] = await transaction.query<{ id: string }>('SELECT id FROM person_group WHERE organization_id = $1 AND name = $2 AND removed_at IS NULL', [transaction.organizationId, name]);
  return row!.id;
}
