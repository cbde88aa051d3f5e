import type { DepartmentId } from '../shared/ids.ts';
import type { Message } from '../shared/message.ts';
import { refuse, succeed, type Result } from '../shared/result.ts';
import { foldForSearch, hasControlCharacters, lengthBeyond, tidy } from '../shared/text.ts';
import { PERSON_LIMITS } from './person.ts';

/** A department as it stands in the tree. */
export interface DepartmentNode {
  readonly id: DepartmentId;
  /** Null at the top. */
  readonly parentId: DepartmentId | null;
  readonly name: string;
}

export type DepartmentProblemShapes = {
  DEPARTMENT_NAME_MISSING: {};
  DEPARTMENT_NAME_TOO_LONG: { limit: number };
  DEPARTMENT_NAME_CONTROL: {};
  DEPARTMENT_NAME_TAKEN: { name: string };
  DEPARTMENT_NAME_SLASH: {};
  DEPARTMENT_UNDER_ITSELF: { name: string; path: readonly string[] };
  DEPARTMENT_TOO_DEEP: { limit: number };
  DEPARTMENT_INTO_ITSELF: { name: string };
  DEPARTMENT_INTO_OWN_PART: { name: string; into: string };
  DEPARTMENT_PARTS_ALIKE: { names: readonly string[]; into: string };
};
export type DepartmentProblem = Message<DepartmentProblemShapes>;

/** The whole tree, by id. Removed departments are not in it. */
export type DepartmentTree = ReadonlyMap<DepartmentId, DepartmentNode>;

/**
 * The name of a department, tidied. Refuses none, one that is too long, and one with a slash: in files it parts the
 * names of a path.
 */
export function readDepartmentName(text: string): Result<string, DepartmentProblem> {
  const name = tidy(text.normalize('NFC'));
  const limit = PERSON_LIMITS.departmentName;
  if (name === '') return refuse({ code: 'DEPARTMENT_NAME_MISSING', params: {} });
  if (hasControlCharacters(text.trim(), 'ONE_LINE')) return refuse({ code: 'DEPARTMENT_NAME_CONTROL', params: {} });
  if (name.includes('/')) return refuse({ code: 'DEPARTMENT_NAME_SLASH', params: {} });
  if (lengthBeyond(name, limit) !== undefined) return refuse({ code: 'DEPARTMENT_NAME_TOO_LONG', params: { limit } });
  return succeed(name);
}

/**
 * Whether a department may stand at a place under a name: with nobody of that name beside it, not below itself, and no
 * part of it deeper than a tree may be (2.1, D23).
 *
 * @param department as it would be; without an id it is new
 */
export function checkDepartmentPlace(
  tree: DepartmentTree,
  department: { readonly id: DepartmentId | null; readonly parentId: DepartmentId | null; readonly name: string },
): Result<null, DepartmentProblem> {
  const { id, parentId, name } = department;
  const above = pathTo(tree, parentId);
  const circle = id === null ? -1 : above.findIndex((each) => each.id === id);
  if (circle >= 0) return refuse({ code: 'DEPARTMENT_UNDER_ITSELF', params: { name, path: above.slice(circle).map((each) => each.name) } });
  const key = foldForSearch(name);
  const isTaken = [...tree.values()].some((each) => each.id !== id && each.parentId === parentId && foldForSearch(each.name) === key);
  if (isTaken) return refuse({ code: 'DEPARTMENT_NAME_TAKEN', params: { name } });
  const limit = PERSON_LIMITS.departmentDepth;
  if (above.length + (id === null ? 1 : heightOf(tree, id)) > limit) return refuse({ code: 'DEPARTMENT_TOO_DEEP', params: { limit } });
  return succeed(null);
}

/**
 * Whether one department may be merged into another: its parts move below the other, so none of them may bear a name
 * that is taken there, or get too deep; and nothing is merged into a part of itself.
 */
export function checkDepartmentMerge(tree: DepartmentTree, from: DepartmentNode, into: DepartmentNode): Result<null, DepartmentProblem> {
  if (from.id === into.id) return refuse({ code: 'DEPARTMENT_INTO_ITSELF', params: { name: from.name } });
  const above = pathTo(tree, into.id);
  if (above.some((each) => each.id === from.id)) return refuse({ code: 'DEPARTMENT_INTO_OWN_PART', params: { name: from.name, into: into.name } });
  // What is merged away frees its own name, also where it stood below the other.
  const there = new Set(partsOf(tree, into.id).filter((each) => each.id !== from.id).map((each) => foldForSearch(each.name)));
  const alike = partsOf(tree, from.id).filter((each) => there.has(foldForSearch(each.name)));
  if (alike.length > 0) return refuse({ code: 'DEPARTMENT_PARTS_ALIKE', params: { names: alike.map((each) => each.name), into: into.name } });
  const limit = PERSON_LIMITS.departmentDepth;
  if (above.length + heightOf(tree, from.id) - 1 > limit) return refuse({ code: 'DEPARTMENT_TOO_DEEP', params: { limit } });
  return succeed(null);
}

/** The departments directly below one. */
export function partsOf(tree: DepartmentTree, id: DepartmentId): readonly DepartmentNode[] {
  return [...tree.values()].filter((each) => each.parentId === id);
}

/** From the top down to the department, with it; nothing for the top itself. */
function pathTo(tree: DepartmentTree, id: DepartmentId | null): readonly DepartmentNode[] {
  const path: DepartmentNode[] = [];
  let current = id === null ? undefined : tree.get(id);
  while (current !== undefined && !path.includes(current)) {
    path.push(current);
    current = current.parentId === null ? undefined : tree.get(current.parentId);
  }
  return path.reverse();
}

/** How many levels a department and what is below it take: 1 for one without parts. */
function heightOf(tree: DepartmentTree, id: DepartmentId): number {
  let height = 0;
  for (let level: readonly DepartmentId[] = [id]; level.length > 0; height++) {
    const parents = new Set(level);
    level = [...tree.values()].flatMap((each) => (each.parentId !== null && parents.has(each.parentId) ? [each.id] : []));
  }
  return height;
}
