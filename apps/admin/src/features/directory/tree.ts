import { foldForSearch } from '@milepost/domain';
import type { TreeDepartmentFragment } from './structure.generated.ts';

/** A department with those directly below it. */
export interface DepartmentNode extends TreeDepartmentFragment {
  readonly parts: readonly DepartmentNode[];
}

/** The tree of a list in which each department comes after the one above it; what stands below none of the list is at the top. */
export function toTree(departments: readonly TreeDepartmentFragment[]): readonly DepartmentNode[] {
  const nodes = new Map<string, DepartmentNode & { parts: DepartmentNode[] }>(departments.map((each) => [each.id, { ...each, parts: [] }]));
  const top: DepartmentNode[] = [];
  for (const node of nodes.values()) (nodes.get(node.parentId ?? '')?.parts ?? top).push(node);
  return top;
}

/** What of a tree a search leaves: departments whose name holds the text, with those above them. */
export function searchTree(departments: readonly TreeDepartmentFragment[], text: string): { readonly shown: readonly TreeDepartmentFragment[]; readonly found: number } {
  const wanted = foldForSearch(text);
  const parentOf = new Map(departments.map((each) => [each.id, each.parentId]));
  const found = departments.filter((each) => foldForSearch(each.name).includes(wanted));
  const kept = new Set<string>();
  for (const each of found) for (let id: string | null | undefined = each.id; id && !kept.has(id); id = parentOf.get(id)) kept.add(id);
  return { shown: departments.filter((each) => kept.has(each.id)), found: found.length };
}

/** The department and all below it. */
export function withAllBelow(departments: readonly TreeDepartmentFragment[], id: string): ReadonlySet<string> {
  const inside = new Set([id]);
  for (const each of departments) if (each.parentId && inside.has(each.parentId)) inside.add(each.id);
  return inside;
}
