import { may, type Act } from '@milepost/domain';
import type { Caller } from '../../platform/request/caller.ts';

/** What the policy asks of a plan. */
export interface PlanOwnership {
  readonly ownerId: string;
  readonly collaborationAllowed: boolean;
}

/** Whether the caller may carry out an act on a plan, by the rights matrix (2.11). */
export function mayOnPlan(caller: Caller, act: Act, plan: PlanOwnership): boolean {
  return may(caller.viewer, act, { plan: { ownerId: plan.ownerId as never, collaborationAllowed: plan.collaborationAllowed } });
}
