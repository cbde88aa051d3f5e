import type { AnyMessage } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { findUsersOfGroup } from './group.queries.ts';

/** Says what refers to a group, as messages of the API's texts. */
export type FindGroupUsers = (transaction: Transaction, groupId: string) => Promise<readonly AnyMessage[]>;

const registered: FindGroupUsers[] = [];

/** Lets a later feature say what of it refers to a group; called once when the feature is loaded. */
export function registerGroupUsers(find: FindGroupUsers): void {
  registered.push(find);
}

/** Everything that refers to a group and would lose its meaning without it (2.5). */
export async function findGroupUsers(transaction: Transaction, groupId: string): Promise<readonly AnyMessage[]> {
  const found: AnyMessage[] = [];
  for (const find of [findUsersOfGroup, ...registered]) found.push(...(await find(transaction, groupId)));
  return found;
}
