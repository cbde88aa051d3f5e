import { present } from '../../platform/graphql/answer.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { peopleScope, reachesEverybody } from '../access/index.ts';
import type { PersonCondition } from '../people/index.ts';
import { findGroups, type GroupRow } from './group.queries.ts';
import { GroupType } from './group.type.ts';

/** Whose groups are listed and who in them is counted; undefined: everybody's, and also groups that nobody is in. */
export function groupsScope({ caller }: RequestContext): PersonCondition | undefined {
  return reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ');
}

/** The group, if it is for the caller to see. */
export async function readGroup(context: RequestContext, id: string): Promise<GroupType | null> {
  const groupId = readId(id);
  if (!groupId) return null;
  const { rows } = await context.read((transaction) => findGroups(transaction, { id: groupId }, groupsScope(context), 1));
  return rows[0] ? presentGroup(rows[0].row) : null;
}

/** A group as GraphQL gives one. */
export function presentGroup(row: GroupRow): GroupType {
  return present(GroupType, row as unknown as GroupType);
}
