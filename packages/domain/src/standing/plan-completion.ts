import { compareInstants, dateIn, earliest, latest, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { FactId } from '../shared/ids.ts';
import type { CompletionTime } from './completion-class.ts';
import { earliestFirst } from './countable-facts.ts';
import { isInForce } from './in-force.ts';
import type { CompletionFact, PlanCompletionFact, Situation } from './standing-input.ts';

/** What the completion of a plan needs to know of one of its required milestones. */
export interface RequiredMilestone {
  readonly metOn: CalendarDate | null;
  readonly satisfiedOn: CalendarDate | null;
  readonly evidence: readonly FactId[];
}

/** A completion that evaluation has found. */
export interface FoundCompletion extends CompletionTime {
  readonly evidence: readonly FactId[];
}

/** The fact that says that the plan itself is complete; of several the earliest; null: none, or revoked. */
export function livePlanFact({ planFacts, revocations }: Situation): PlanCompletionFact | null {
  if (planFacts.length === 0) return null;
  const revoked = new Set<string>(revocations.map((revocation) => revocation.factId));
  return planFacts.filter((fact) => !revoked.has(fact.id)).sort(earliestFirst)[0] ?? null;
}

/**
 * Whether the required milestones complete the plan: all satisfied, at least one of them by facts. It became true
 * on the latest of the satisfying days, whenever it was found out (2.3). `requiredWork` gives the countable facts about what they link.
 */
export function findCompletion(
  required: readonly RequiredMilestone[],
  situation: Situation,
  requiredWork: () => readonly CompletionFact[],
): FoundCompletion | null {
  const satisfied = required.flatMap(({ satisfiedOn }) => satisfiedOn ?? []);
  const met = earliest(required.flatMap(({ metOn }) => metOn ?? []));
  if (satisfied.length < required.length || met === undefined) return null;
  const evidence = [...new Set(required.flatMap((milestone) => milestone.evidence))].sort();
  if (isHeldBack(requiredWork, situation)) return null;
  const on = latest([...satisfied, met]) as CalendarDate;
  return { on, at: momentOf(on, evidence, situation), evidence };
}

/** The moment of completion, where all evidence of its day tells one. */
function momentOf(on: CalendarDate, evidence: readonly FactId[], { facts, person }: Situation): Instant | null {
  const rests = new Set<string>(evidence);
  const lastDay = facts.filter((fact) => fact.completedOn === on && rests.has(fact.id));
  let last: Instant | null = null;
  for (const { completedAt } of lastDay) {
    if (completedAt == null || dateIn(completedAt, person.zone) !== on) return null;
    if (last === null || compareInstants(completedAt, last) > 0) last = completedAt;
  }
  return last;
}

/**
 * A revoked completion does not come back by itself: it takes a fact that counts or a waiver, either newer
 * than the revocation, or an admin who asks to evaluate anew (2.8).
 */
function isHeldBack(requiredWork: () => readonly CompletionFact[], situation: Situation): boolean {
  const { planFacts, revocations, enrollment, overrides, now } = situation;
  const ownFacts = new Set<string>(planFacts.map((fact) => fact.id));
  const revokedAt = lastMoment(revocations.filter(({ factId }) => ownFacts.has(factId)).map(({ at }) => at));
  if (revokedAt === null) return false;
  const isNewer = (moment: Instant) => compareInstants(moment, revokedAt) > 0;
  if (enrollment.reevaluatedAt != null && isNewer(enrollment.reevaluatedAt)) return false;
  if (overrides.some((override) => override.act === 'WAIVE' && isInForce(override, now) && isNewer(override.from))) return false;
  return !requiredWork().some((fact) => isNewer(fact.recordedAt));
}

function lastMoment(moments: readonly Instant[]): Instant | null {
  return moments.reduce<Instant | null>((last, moment) => (last === null || compareInstants(moment, last) > 0 ? moment : last), null);
}
