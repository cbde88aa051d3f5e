import { compareDates, type CalendarDate } from '../shared/calendar.ts';
import { addDecimals, compareDecimals, decimal, ZERO, type Decimal } from '../shared/decimal.ts';
import { asksFor, claimCredits, creditLinesOf, creditsByType, holderOfCredit, type CreditClaims, type FindContent } from './credit-allocation.ts';
import { referToMilestone, type MilestoneReference } from './milestone-name.ts';
import { inOrder, workOf } from './milestone-order.ts';
import type { ContentDefinition, MilestoneDefinition, PlanVersionDefinition } from './plan-definition.ts';
import type { ReportPlanProblem } from './publish-settings.ts';

/** Whether each milestone can be met by what it links, CREDITS milestones that share items taken together (E7). */
export function checkReachable(plan: PlanVersionDefinition, find: FindContent, today: CalendarDate, report: ReportPlanProblem): void {
  const findOpen: FindContent = (id) => {
    const content = find(id);
    const expired = content?.expiresOn != null && compareDates(content.expiresOn, today) < 0;
    return expired ? undefined : content;
  };
  const claims = claimCredits(plan.milestones, findOpen);
  for (const milestone of inOrder(plan.milestones)) {
    const required = milestone.units;
    if (milestone.metric === 'NONE' || required == null) continue;
    const works = worksOf(milestone, findOpen);
    const reachable = milestone.metric === 'SESSIONS' ? sessionsOf(works) : creditsOf(milestone, works, (work, type) => holds(claims, work, type, milestone));
    if (compareDecimals(reachable, required) >= 0) continue;
    const place = { step: 'CONTENT', milestoneKey: milestone.key, field: 'units' } as const;
    const alone = milestone.metric === 'CREDITS' ? creditsOf(milestone, works, () => true) : reachable;
    if (compareDecimals(alone, required) < 0) report('ERROR', place, 'CANNOT_BE_COMPLETED', { milestone: referToMilestone(milestone), required, reachable: alone });
    else report('ERROR', place, 'CREDITS_SHARED_WITH_EARLIER', { milestone: referToMilestone(milestone), required, reachable, sharedWith: earlierHolders(milestone, works, claims) });
  }
}

/** The linked objects by the work that they stand for: interchangeable ones count once. */
type Works = ReadonlyMap<string, readonly ContentDefinition[]>;

function worksOf(milestone: MilestoneDefinition, find: FindContent): Works {
  const works = new Map<string, ContentDefinition[]>();
  for (const item of milestone.items) {
    const content = find(item.learningObjectId);
    if (content === undefined) continue;
    const work = workOf(item, content);
    works.set(work, [...(works.get(work) ?? []), content]);
  }
  return works;
}

function sessionsOf(works: Works): Decimal {
  let sessions = 0;
  for (const contents of works.values()) sessions += Math.max(...contents.map(unitsOf));
  return decimal(sessions);
}

/** How many sessions an object counts when all of it is done (E1–E4). */
export function unitsOf(content: ContentDefinition): number {
  return content.sessionCounting === 'PARTS' ? Math.max(1, content.sessionIds?.length ?? 0) : 1;
}

function creditsOf(milestone: MilestoneDefinition, works: Works, counts: (work: string, creditType: string) => boolean): Decimal {
  let total = ZERO;
  for (const [work, contents] of works) {
    for (const [type, amount] of mostCredits(contents)) {
      if (asksFor(milestone, type) && counts(work, type)) total = addDecimals(total, amount);
    }
  }
  return total;
}

/** By type, the most credits that one of several interchangeable objects gives. */
function mostCredits(contents: readonly ContentDefinition[]): ReadonlyMap<string, Decimal> {
  const most = new Map<string, Decimal>();
  for (const content of contents) {
    for (const [type, amount] of creditsByType(creditLinesOf(content))) {
      if (compareDecimals(amount, most.get(type) ?? ZERO) > 0) most.set(type, amount);
    }
  }
  return most;
}

function holds(claims: CreditClaims, work: string, type: string, milestone: MilestoneDefinition): boolean {
  return holderOfCredit(claims, work, type, () => false) === milestone;
}

function earlierHolders(milestone: MilestoneDefinition, works: Works, claims: CreditClaims): readonly MilestoneReference[] {
  const holders = new Set<MilestoneReference>();
  for (const [work, contents] of works) {
    for (const type of mostCredits(contents).keys()) {
      const holder = holderOfCredit(claims, work, type, () => false);
      if (asksFor(milestone, type) && holder !== undefined && holder !== milestone) holders.add(referToMilestone(holder));
    }
  }
  return [...holders];
}
