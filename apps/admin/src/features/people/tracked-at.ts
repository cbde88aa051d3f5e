import { paths } from '../../paths.ts';

interface Tracked {
  readonly id: string;
  readonly plan: { readonly id: string } | null;
  readonly learningObject: { readonly id: string } | null;
}

/** Where an enrollment is followed: among the people of its plan, or of its content. */
export function trackedAt({ id, plan, learningObject }: Tracked): string {
  if (plan) return `${paths.plan.to({ planId: plan.id })}?tab=people&enrollment=${id}`;
  return learningObject ? `${paths.contentItem.to({ contentId: learningObject.id })}?enrollment=${id}` : '';
}
