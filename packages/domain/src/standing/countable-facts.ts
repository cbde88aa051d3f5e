import { equivalentWork, examWork } from '../learning-plans/milestone-order.ts';
import { addDays, compareInstants, dateIn, endOfDay, latest, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { PreparedDefinition } from './prepare-definition.ts';
import type { CompletionFact, EnrollmentSituation, PlanCompletionFact, Situation } from './standing-input.ts';

/** The person's facts about the plan's work, sorted out. */
export interface SortedFacts {
  /** What counts, by work, earliest first. */
  readonly countable: ReadonlyMap<string, readonly CompletionFact[]>;
  /** What was revoked, but within the time that counts: it still is a beginning (2.0.5). */
  readonly begunBy: readonly CompletionFact[];
}

const NONE: SortedFacts = { countable: new Map(), begunBy: [] };

/** The first day from which on facts count: by the plan's lookback (E8) and the cycle (E9); null: any day. */
export function countsFrom({ plan }: PreparedDefinition, { enrollment }: Situation): CalendarDate | null {
  const days: CalendarDate[] = [];
  const { lookback } = plan;
  if (lookback.kind === 'SINCE') days.push(lookback.date);
  if (lookback.kind === 'AFTER_ENROLLMENT') days.push(enrollment.enrolledOn);
  if (lookback.kind === 'WITHIN_DAYS') days.push(addDays(enrollment.enrolledOn, -lookback.days));
  if (enrollment.cycle > 1) days.push(...firstDayOfCycle(plan.delta === true, enrollment));
  return latest(days) ?? null;
}

/** A cycle that asks only for what is new goes on from the one before it, and counts from where that one did (V5). */
function firstDayOfCycle(isDelta: boolean, { cycleStartsOn, enrolledOn }: EnrollmentSituation): readonly CalendarDate[] {
  if (cycleStartsOn != null) return [cycleStartsOn];
  return isDelta ? [] : [enrolledOn];
}

/** When the enrollment closes: the plan's end and its days of grace where the policy is CLOSE, or its archiving; null: never. */
export function closesAt({ plan }: PreparedDefinition, situation: Situation): Instant | null {
  const archivedAt = situation.plan.archivedAt ?? null;
  if (plan.endPolicy !== 'CLOSE' || plan.endsAt == null) return archivedAt;
  const { zone } = situation.person;
  const end = plan.graceDays === 0 ? plan.endsAt : endOfDay(addDays(dateIn(plan.endsAt, zone), plan.graceDays), zone);
  return archivedAt !== null && compareInstants(archivedAt, end) < 0 ? archivedAt : end;
}

/**
 * Sorts the facts into those that count and those that only began something. What a live completion of the plan
 * rests on counts even if it was revoked since: nothing that a parent was completed by is taken from it (U32).
 */
export function sortFacts(prepared: PreparedDefinition, situation: Situation, planFact: PlanCompletionFact | null, closing: Instant | null): SortedFacts {
  if (situation.facts.length === 0) return NONE;
  const from = countsFrom(prepared, situation);
  const revoked = new Set<string>(situation.revocations.map((revocation) => revocation.factId));
  const frozen = new Set<string>(planFact?.evidence ?? []);
  const countable = new Map<string, CompletionFact[]>();
  const begunBy: CompletionFact[] = [];
  for (const fact of situation.facts) {
    const work = workOfFact(prepared, fact);
    if (!prepared.works.has(work) || (from !== null && fact.completedOn < from)) continue;
    if (isBeforeCycle(fact.completedAt, situation.enrollment)) continue;
    if (closing !== null && !isBy(fact, closing, situation.person.zone)) continue;
    if (revoked.has(fact.id) && !frozen.has(fact.id)) {
      begunBy.push(fact);
      continue;
    }
    const known = countable.get(work);
    if (known === undefined) countable.set(work, [fact]);
    else known.push(fact);
  }
  for (const facts of countable.values()) facts.sort(earliestFirst);
  return { countable, begunBy };
}

/** Earliest first; facts of one day by their ids, so that the order in which they come means nothing. */
export function earliestFirst(a: { readonly completedOn: CalendarDate; readonly id: string }, b: { readonly completedOn: CalendarDate; readonly id: string }): number {
  if (a.completedOn !== b.completedOn) return a.completedOn < b.completedOn ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function workOfFact(prepared: PreparedDefinition, fact: CompletionFact): string {
  if (fact.examInstanceId != null) return examWork(fact.learningObjectId, fact.examInstanceId);
  const known = prepared.workOfObject.get(fact.learningObjectId);
  if (known !== undefined) return known;
  return fact.equivalenceKey == null ? fact.learningObjectId : equivalentWork(fact.equivalenceKey);
}

/** Whether something happened before the instant at which a later cycle began; what has no instant goes by its day. */
export function isBeforeCycle(moment: Instant | null | undefined, { cycle, cycleStartsAt }: EnrollmentSituation): boolean {
  return cycle > 1 && cycleStartsAt != null && moment != null && compareInstants(moment, cycleStartsAt) < 0;
}

function isBy(fact: CompletionFact, moment: Instant, zone: string): boolean {
  return fact.completedAt == null ? fact.completedOn <= dateIn(moment, zone) : compareInstants(fact.completedAt, moment) <= 0;
}
