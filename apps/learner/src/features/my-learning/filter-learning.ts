import type { PlanCardFragment } from './plan-card.generated.ts';

/** The parts of "My learning", in their order on the page. */
export const learningParts = ['IN_PROGRESS', 'TO_START', 'DONE'] as const;
export type LearningPart = (typeof learningParts)[number];

export interface LearningFilter {
  readonly show: LearningPart | 'ALL';
  /** Part of a name; case and accents do not matter. */
  readonly text: string;
}

/** Which part a plan stands in. What ended without being done is done with. */
export function partOf({ status }: Pick<PlanCardFragment, 'status'>): LearningPart {
  if (status === 'IN_PROGRESS') return 'IN_PROGRESS';
  return status === 'NOT_STARTED' ? 'TO_START' : 'DONE';
}

/** The plans by their part. */
export function partsOf(plans: readonly PlanCardFragment[]): Record<LearningPart, PlanCardFragment[]> {
  const parts: Record<LearningPart, PlanCardFragment[]> = { IN_PROGRESS: [], TO_START: [], DONE: [] };
  for (const plan of plans) parts[partOf(plan)].push(plan);
  return parts;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** What the filter leaves, by the names of the plan and of its next step. */
export function filterLearning(plans: readonly PlanCardFragment[], { show, text }: LearningFilter): PlanCardFragment[] {
  const wanted = plain(text.trim());
  return plans.filter((plan) => (show === 'ALL' || partOf(plan) === show) && plain(`${plan.name} ${plan.next?.name ?? ''}`).includes(wanted));
}
