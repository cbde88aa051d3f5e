import { addDecimals, type Decimal } from '../shared/decimal.ts';
import { inOrder, workOf } from './milestone-order.ts';
import type { ContentDefinition, CreditLine, MilestoneDefinition } from './plan-definition.ts';

/** Looks up a learning object of the plan; undefined for one that is not known. */
export type FindContent = (id: string) => ContentDefinition | undefined;

/** For each piece of work that can earn credits: the CREDITS milestones that link it, in plan order. */
export type CreditClaims = ReadonlyMap<string, readonly MilestoneDefinition[]>;

/** Collects which milestones have a claim on whose credits. Activities give none (E5, L31). */
export function claimCredits(milestones: readonly MilestoneDefinition[], find: FindContent): CreditClaims {
  const claims = new Map<string, MilestoneDefinition[]>();
  for (const milestone of inOrder(milestones)) {
    if (milestone.metric !== 'CREDITS') continue;
    for (const item of milestone.items) {
      const content = find(item.learningObjectId);
      if (content === undefined || content.kind === 'ACTIVITY') continue;
      const work = workOf(item, content);
      const claimants = claims.get(work);
      if (claimants === undefined) claims.set(work, [milestone]);
      else if (!claimants.includes(milestone)) claimants.push(milestone);
    }
  }
  return claims;
}

/**
 * The one milestone that counts the credits of a type from a piece of work: the first by position that links it,
 * asks for that type and is not waived, needed there or not (E7).
 */
export function holderOfCredit(
  claims: CreditClaims,
  work: string,
  creditType: string,
  isWaived: (milestone: MilestoneDefinition) => boolean,
): MilestoneDefinition | undefined {
  return claims.get(work)?.find((milestone) => asksFor(milestone, creditType) && !isWaived(milestone));
}

/** A milestone without a type of credit counts every type. */
export function asksFor(milestone: MilestoneDefinition, creditType: string): boolean {
  return milestone.creditType == null || milestone.creditType === creditType;
}

/** What lines of credit come to, by type: a course may give several lines of one type, for several fields of study. */
export function creditsByType(lines: readonly CreditLine[]): ReadonlyMap<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { creditType, amount } of lines) {
    const sum = sums.get(creditType);
    sums.set(creditType, sum === undefined ? amount : addDecimals(sum, amount));
  }
  return sums;
}

/** The lines of credit that an object gives; an activity gives none, whatever it says (E5, L54). */
export function creditLinesOf(content: ContentDefinition): readonly CreditLine[] {
  return content.kind === 'ACTIVITY' ? [] : (content.creditLines ?? []);
}
