import { isOpenStatus } from '@milepost/web/ui/status-badge.tsx';
import type { PlanCardFragment } from './plan-card.generated.ts';

/** What is due within so many days stands under "due soon". */
export const dueSoonDays = 14;
const dayMs = 86_400_000;

export interface GroupedLearning {
  /** The one to go on with: where the person stopped, else the most urgent that has been begun, else that can be. */
  readonly goOn: PlanCardFragment | undefined;
  /** The other open ones whose day has passed. */
  readonly overdue: readonly PlanCardFragment[];
  /** The other open ones that are due within `dueSoonDays`. */
  readonly dueSoon: readonly PlanCardFragment[];
  readonly inProgress: readonly PlanCardFragment[];
  readonly toStart: readonly PlanCardFragment[];
}

const canGoOn = (plan: PlanCardFragment): boolean => isOpenStatus(plan.status) && !!plan.next?.learningObjectId && !plan.next.opensOn;

/** Sorts what a person has, the most urgent first, into the parts of the start page; each stands in one of them. */
export function groupLearning(plans: readonly PlanCardFragment[], lastPlace: string | null, now: Date): GroupedLearning {
  const ready = plans.filter(canGoOn);
  const goOn = ready.find((plan) => plan.enrollmentId === lastPlace) ?? ready.find((plan) => plan.status === 'IN_PROGRESS') ?? ready[0];
  const others = plans.filter((plan) => isOpenStatus(plan.status) && plan !== goOn);
  const isSoon = (plan: PlanCardFragment) => plan.due !== null && Date.parse(plan.due.endsAt) - now.getTime() <= dueSoonDays * dayMs;
  const inTime = others.filter((plan) => !plan.overdue);
  const later = inTime.filter((plan) => !isSoon(plan));
  return {
    goOn,
    overdue: others.filter((plan) => plan.overdue),
    dueSoon: inTime.filter(isSoon),
    inProgress: later.filter((plan) => plan.status === 'IN_PROGRESS'),
    toStart: later.filter((plan) => plan.status === 'NOT_STARTED'),
  };
}

/** Keeps what is on the page where it is, and puts what is new behind it: nothing moves under the reader's eyes. */
export function keepPlaces<Plan extends Pick<PlanCardFragment, 'enrollmentId'>>(shown: readonly Plan[], fresh: readonly Plan[]): Plan[] {
  const byId = new Map(fresh.map((plan) => [plan.enrollmentId, plan]));
  const kept = shown.flatMap(({ enrollmentId }) => byId.get(enrollmentId) ?? []);
  const known = new Set(shown.map((plan) => plan.enrollmentId));
  return [...kept, ...fresh.filter((plan) => !known.has(plan.enrollmentId))];
}
