import { compareInstants, type Instant } from '../shared/calendar.ts';
import type { GroupConflictPolicy, StandingPolicies } from './standing-input.ts';

/** The rules that there are for several group assignments (2.4); the first is the one that an organization begins with. */
export const GROUP_CONFLICT_POLICIES: readonly GroupConflictPolicy[] = ['FIRST_WINS', 'MOST_LENIENT', 'STRICTEST', 'LATEST_ASSIGNMENT'];

/** The rule that was in force at a moment, so that the dates of what was completed under another one stay. */
export function groupConflictAt({ groupConflict, formerly }: StandingPolicies, moment: Instant): GroupConflictPolicy {
  const then = (formerly ?? [])
    .filter(({ until }) => compareInstants(moment, until) < 0)
    .sort((a, b) => compareInstants(a.until, b.until))[0];
  return then?.groupConflict ?? groupConflict;
}

/** Whether another rule was in force at a moment before. */
export function policyChangedSince(policies: StandingPolicies, moment: Instant): boolean {
  return groupConflictAt(policies, moment) !== policies.groupConflict;
}
