import type { EditedMilestoneFragment } from './plan-draft.generated.ts';

/** So much is edited or previewed at one glance; of more, milestones are opened one by one. */
const most = { milestones: 12, items: 150 };

/** Whether milestones are few and small enough to be all open. */
export function areAtOneGlance(milestones: readonly EditedMilestoneFragment[]): boolean {
  return milestones.length <= most.milestones && milestones.reduce((sum, { items }) => sum + items.length, 0) <= most.items;
}
