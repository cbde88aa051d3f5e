import { addGroupMembers, createStaticGroup, previewGroupRule } from '../features/groups/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { Outcome } from '../platform/request/user-problem.ts';
import { commitPreview, waitForOperation } from './run-operation.ts';
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
    const { id } = valueOf(await createStaticGroup(transaction, { name }), name);
    valueOf(await addGroupMembers(transaction, admin, { groupId: id, personIds: accounts.map((key) => names.personId(key)) }), name);
    return id;
  });
}

async function makeDynamic(database: Database, organizationId: string, admin: Caller, name: string, rule: unknown): Promise<string> {
  const operationId = await database.write(admin, async (transaction) => {
    const { id } = valueOf(await previewGroupRule(transaction, admin, { name, rule, confirmEverybody: true }), name);
    await commitPreview(transaction, admin, id);
    return id;
  });
  await waitForOperation(database, organizationId, operationId, ['DONE']);
  return database.read({ organizationId }, (transaction) => groupNamed(transaction, name));
}

async function groupNamed(transaction: Transaction, name: string): Promise<string> {
  const [row] = await transaction.query<{ id: string }>('SELECT id FROM person_group WHERE organization_id = $1 AND name = $2 AND removed_at IS NULL', [transaction.organizationId, name]);
  return row!.id;
}

function valueOf(made: Outcome<{ id: string }>, name: string): { id: string } {
  if (!made.ok) throw new Error(`${name}: ${made.problem[0]!.code}`);
  return made.value;
}
