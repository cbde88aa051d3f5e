import type { ContentDefinition, MilestoneDefinition, MilestoneItemDefinition } from './plan-definition.ts';

/** The milestones as learners walk through them; positions that are equal fall back on the key. */
export function inOrder(milestones: readonly MilestoneDefinition[]): readonly MilestoneDefinition[] {
  return [...milestones].sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));
}

/** The items of a milestone as learners walk through them. */
export function itemsInOrder(items: readonly MilestoneItemDefinition[]): readonly MilestoneItemDefinition[] {
  return [...items].sort((a, b) => a.position - b.position || (a.learningObjectId < b.learningObjectId ? -1 : 1));
}

/** An elective is never needed to complete the plan (L26, L52). */
export function isElective(milestone: MilestoneDefinition): boolean {
  return milestone.metric === 'NONE';
}

/**
 * Names the work that an item stands for: interchangeable objects are the same work (2.1), an exam is another one
 * wherever it is used (E12), and every other object stands for itself.
 */
export function workOf(item: MilestoneItemDefinition, content: ContentDefinition | undefined): string {
  if (content?.kind === 'EXAM') return examWork(item.learningObjectId, item.examInstanceId);
  return content?.equivalenceKey == null ? item.learningObjectId : equivalentWork(content.equivalenceKey);
}

/** The work of an exam as it is used in one place; without an instance: used by itself. */
export function examWork(examId: string, examInstanceId: string | null | undefined): string {
  return examInstanceId == null ? examId : `${examId}@${examInstanceId}`;
}

/** The work that all objects of an equivalence key have in common. */
export function equivalentWork(equivalenceKey: string): string {
  return `=${equivalenceKey}`;
}
