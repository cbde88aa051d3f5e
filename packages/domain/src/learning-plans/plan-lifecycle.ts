import { defineLifecycle, mayBecome } from '../shared/lifecycle.ts';

/** DELETED is gone: only a draft that was never published gets there. */
export type PlanState = 'DRAFT' | 'ACTIVE' | 'INACTIVE' | 'ARCHIVED' | 'DELETED';
export type PlanEvent = 'publish' | 'newVersion' | 'publishVersion' | 'inactivate' | 'activate' | 'archive' | 'delete';

/** What becomes of a plan (2.2). Inactivating keeps all records; archiving hides, never removes (C20). */
export const planLifecycle = defineLifecycle<PlanState, PlanEvent>({
  name: 'plan',
  states: ['DRAFT', 'ACTIVE', 'INACTIVE', 'ARCHIVED', 'DELETED'],
  initial: ['DRAFT'],
  transitions: [
    { from: 'DRAFT', event: 'publish', to: 'ACTIVE', when: 'no problem of severity ERROR' },
    { from: 'DRAFT', event: 'delete', to: 'DELETED', when: 'never published' },
    { from: 'ACTIVE', event: 'newVersion', to: 'ACTIVE' },
    { from: 'ACTIVE', event: 'publishVersion', to: 'ACTIVE', when: 'preview accepted' },
    { from: 'ACTIVE', event: 'inactivate', to: 'INACTIVE' },
    { from: 'INACTIVE', event: 'activate', to: 'ACTIVE' },
    { from: 'ACTIVE', event: 'archive', to: 'ARCHIVED', when: 'no open enrollment, or confirmed' },
    { from: 'INACTIVE', event: 'archive', to: 'ARCHIVED', when: 'no open enrollment, or confirmed' },
  ],
});

/** What is done with a plan once it was published, and what it becomes by it. From DRAFT it becomes active by being published, after its checks. */
export const PLAN_LIFECYCLE_ACTS = { INACTIVATE: 'INACTIVE', ACTIVATE: 'ACTIVE', ARCHIVE: 'ARCHIVED' } as const satisfies { readonly [act: string]: PlanState };
export type PlanLifecycleAct = keyof typeof PLAN_LIFECYCLE_ACTS;

/** What can be done next with a plan in a state. */
export function nextPlanActs(state: PlanState): readonly PlanLifecycleAct[] {
  const acts = Object.keys(PLAN_LIFECYCLE_ACTS) as PlanLifecycleAct[];
  return state === 'DRAFT' ? [] : acts.filter((act) => PLAN_LIFECYCLE_ACTS[act] !== state && mayBecome(planLifecycle, state, PLAN_LIFECYCLE_ACTS[act]));
}

export type PlanVersionState = 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED' | 'RETIRED';
export type PlanVersionEvent = 'publish' | 'supersede' | 'retire';

/** What becomes of a version: immutable from PUBLISHED on (2.0.2). */
export const planVersionLifecycle = defineLifecycle<PlanVersionState, PlanVersionEvent>({
  name: 'plan version',
  states: ['DRAFT', 'PUBLISHED', 'SUPERSEDED', 'RETIRED'],
  initial: ['DRAFT'],
  transitions: [
    { from: 'DRAFT', event: 'publish', to: 'PUBLISHED' },
    { from: 'PUBLISHED', event: 'supersede', to: 'SUPERSEDED' },
    { from: 'SUPERSEDED', event: 'retire', to: 'RETIRED', when: 'no enrollment is pinned to it' },
  ],
});
