import type { Act } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { PersonCondition } from '../people/index.ts';
import { mayOnPlan, type PlanOwnership } from './may-on-plan.ts';
import { peopleScope, reachesEverybody, reachesOnPlan } from './people-scope.ts';
import { reachOf } from './probe-rights.ts';

/** A condition on `learning_plan p`, for statements that are put together. */
export type PlanCondition = (parameters: SqlParameters) => string;

/** What of a plan the policy tells apart: whether it is the caller's own, and whether others may work with it. */
interface PlanKind extends PlanOwnership {
  readonly own: boolean;
}

const somebodyElse = '00000000-0000-0000-0000-000000000000';

/** The plans on which the caller may carry out an act, for lists. The policy is asked about each kind; without any it lets nothing through. */
export function planScope(caller: Caller, act: Act): PlanCondition {
  return plansThat(caller, (kind) => mayOnPlan(caller, act, kind));
}

/** The plans with which the caller may carry out an act on somebody at least: also who may so only for their reports or partner. */
export function planReachScope(caller: Caller, act: Act): PlanCondition {
  return plansThat(caller, (kind) => reachesOnPlan(caller, act, kind));
}

/** The plans with which the caller may carry out an act on everybody in the organization. */
export function planWholeScope(caller: Caller, act: Act): PlanCondition {
  // What an API key was not given the scope for is no act of its.
  return caller.acts.has(act) ? plansThat(caller, (kind) => reachesEverybody(caller, act, kind)) : () => 'false';
}

function plansThat(caller: Caller, isAllowed: (kind: PlanKind) => boolean): PlanCondition {
  const kinds = planKinds(caller);
  const allowed = kinds.filter(isAllowed);
  if (allowed.length === kinds.length) return () => 'true';
  return (parameters) => isOneOf(parameters, 'p', caller, allowed);
}

/**
 * The enrollments whose progress the caller may read, as a condition on `enrollment e` of `person p`: people within the caller's scopes,
 * and of plans those only that the caller may track (2.11: another's plan without collaboration is not for a plan admin).
 */
export function progressScope(caller: Caller): PersonCondition {
  return enrollmentScope(caller, 'PROGRESS_READ');
}

/** The enrollments on which the caller may carry out an act, as a condition on `enrollment e` of `person p`. */
export function enrollmentScope(caller: Caller, act: Act): PersonCondition {
  const kinds = [null, ...planKinds(caller)];
  const byReach = [...Map.groupBy(kinds, (kind) => JSON.stringify(reachOf(caller.viewer, act, kind))).values()];
  const people = (alike: readonly (PlanKind | null)[]): PersonCondition => peopleScope(caller, act, alike[0]);
  if (byReach.length === 1) return people(kinds);
  return (parameters) => {
    const each = byReach.map((alike) => `(${isOfPlan(parameters, caller, alike)} AND ${people(alike)(parameters)})`);
    return `(${each.join(' OR ')})`;
  };
}

function isOfPlan(parameters: SqlParameters, caller: Caller, kinds: readonly (PlanKind | null)[]): string {
  const plans = kinds.filter((kind) => kind !== null);
  const ofPlan = `EXISTS (SELECT FROM learning_plan l WHERE l.organization_id = $1 AND l.id = e.plan_id AND ${isOneOf(parameters, 'l', caller, plans)})`;
  return kinds.includes(null) ? `(e.plan_id IS NULL OR ${ofPlan})` : ofPlan;
}

function planKinds(caller: Caller): readonly PlanKind[] {
  const self = ownerOf(caller);
  return [true, false].flatMap((own) =>
    [true, false].map((collaborationAllowed) => ({ own, collaborationAllowed, ownerId: own ? self : somebodyElse })),
  );
}

function isOneOf(parameters: SqlParameters, alias: string, caller: Caller, kinds: readonly PlanKind[]): string {
  if (kinds.length === 0) return 'false';
  const owner = parameters.add(ownerOf(caller), 'uuid');
  const each = kinds.map(
    ({ own, collaborationAllowed }) => `(${alias}.owner_id ${own ? '=' : '<>'} ${owner} AND ${alias}.collaboration_allowed = ${collaborationAllowed})`,
  );
  return `(${each.join(' OR ')})`;
}

/** Who would own what the caller makes: of an API client, who made it. */
function ownerOf({ viewer }: Caller): string {
  return viewer.kind === 'PERSON' ? viewer.personId : viewer.maker.personId;
}
