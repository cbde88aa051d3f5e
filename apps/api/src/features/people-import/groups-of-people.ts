import type { NamedGroup } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** The groups that rows of a file name, and who of the rows is in them. */
export interface KnownGroups {
  find(name: string): NamedGroup | undefined;
  isIn(groupId: string, personId: string): boolean;
}

/** Where a file names none. */
export const noGroups: KnownGroups = { find: () => undefined, isIn: () => false };

/** Who joins which groups by a chunk of an import. */
export interface GroupJoins {
  readonly operationId: string;
  readonly chunk: number;
  /** The people by group. */
  readonly people: ReadonlyMap<string, readonly string[]>;
}

/** What the later feature of groups does for an import of people. */
export interface GroupsOfPeople {
  /** The groups of these names, and whether any of these people is in them. */
  readonly read: (transaction: Transaction, names: readonly string[], personIds: readonly string[]) => Promise<KnownGroups>;
  /** Locks groups before anybody of them is locked. */
  readonly lock: (transaction: Transaction, groupIds: readonly string[]) => Promise<void>;
  /** Answers who has joined any. */
  readonly join: (transaction: Transaction, joins: GroupJoins) => Promise<ReadonlySet<string>>;
}

let registered: GroupsOfPeople | undefined;

/** Lets the feature of groups take part in imports of people; called once when it is loaded. */
export function registerGroupsOfPeople(groups: GroupsOfPeople): void {
  registered = groups;
}

/** The groups, as the feature that has them does it. */
export function groupsOfPeople(): GroupsOfPeople {
  if (!registered) throw new Error('Nobody registered the groups of people');
  return registered;
}
