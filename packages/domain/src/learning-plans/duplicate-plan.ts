import type { MilestoneKey } from '../shared/ids.ts';
import type { PlanVersionDefinition } from './plan-definition.ts';

/** How much of a plan a copy takes over: its basics; its milestones too; or what they link as well (L33). */
export const DUPLICATE_DEPTHS = ['SHELL', 'MILESTONES', 'ITEMS'] as const;
export type DuplicateDepth = (typeof DUPLICATE_DEPTHS)[number];

/**
 * The first draft of a copy of a plan (L33). Its milestones get keys of their own, because the copy is another plan.
 * Whom a plan is assigned to, who may find it and how people got on is no part of a version, so never copied.
 */
export function duplicateDefinition(
  original: PlanVersionDefinition,
  { name, depth, newKey }: { readonly name: string; readonly depth: DuplicateDepth; readonly newKey: () => MilestoneKey },
): PlanVersionDefinition {
  const milestones = depth === 'SHELL' ? [] : original.milestones.map((each) => ({ ...each, key: newKey(), items: depth === 'ITEMS' ? each.items : [] }));
  return { ...original, name, milestones };
}
