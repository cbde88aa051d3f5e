import { tidy } from '../shared/text.ts';
import { restoreCell } from './csv-cell.ts';
import type { RowProblem } from './people-import.ts';

/** A group that the organization has. */
export interface NamedGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: 'STATIC' | 'DYNAMIC';
}

/** What the groups of a row come to. */
export interface GroupsToJoin {
  readonly joins: readonly NamedGroup[];
  /** About groups that nobody can be put into: the rest of the row is imported all the same. */
  readonly warnings: readonly RowProblem[];
}

const LONGEST_SAID = 100;

/** The names in a cell, separated by semicolons or upright strokes; each once. */
export function readGroupNames(cell: string): readonly string[] {
  const names = restoreCell(cell).normalize('NFC').split(/[;；|｜]/).map(tidy);
  return [...new Set(names.filter((name) => name !== ''))];
}

/**
 * Which static groups a row's person is to join: those named that they are not in already. Nobody leaves a group by an import. A name that
 * no group has, and a group whose rule says who is in it, is a warning.
 *
 * @param find the group of a name, in any case
 * @param isIn whether the person is in a group already
 */
export function findGroupsToJoin(names: readonly string[], find: (name: string) => NamedGroup | undefined, isIn: (groupId: string) => boolean): GroupsToJoin {
  const joins = new Map<string, NamedGroup>();
  const warnings: RowProblem[] = [];
  for (const name of names) {
    const group = find(name);
    const value = name.length > LONGEST_SAID ? `${name.slice(0, LONGEST_SAID)}…` : name;
    if (!group) warnings.push({ code: 'UNKNOWN_GROUP', params: { value }, column: 'groups' });
    else if (group.kind === 'DYNAMIC') warnings.push({ code: 'GROUP_BY_RULE', params: { value: group.name }, column: 'groups' });
    else if (!isIn(group.id)) joins.set(group.id, group);
  }
  return { joins: [...joins.values()], warnings };
}
