import type { NewEvent, Transaction } from '../../platform/database/transaction.ts';

/** Rows of a bulk act among which the people are who joined or left. */
export interface ChunkReference {
  readonly operationId: string;
  readonly chunk: number;
}

/** Up to so many are told one by one: whoever reacts then looks at no more people than it concerns. */
const toldOneByOne = 20;

/**
 * Says that people have joined or left a group: whom it concerns is in the event, as the person, as a chunk of an operation that holds
 * them, or, where they are many, not at all.
 */
export async function announceMembers(transaction: Transaction, groupId: string, people: readonly string[], chunk?: ChunkReference): Promise<void> {
  const type = 'group.members_changed';
  const one = (personId: string): NewEvent => ({ type, ids: { groupId, personId } });
  const [first, second] = people;
  if (!first) return;
  if (!second) return transaction.emit(one(first));
  if (chunk) return transaction.emit({ type, ids: { groupId, ...chunk } });
  return transaction.emit(...(people.length <= toldOneByOne ? people.map(one) : [{ type, ids: { groupId } }]));
}
