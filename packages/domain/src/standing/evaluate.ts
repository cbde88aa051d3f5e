import { compareInstants, dateIn, endOfDay, earliest, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { FactId, LearningObjectId, MilestoneKey } from '../shared/ids.ts';
import { classifyCompletion, type CompletionTime } from './completion-class.ts';
import { closesAt, countsFrom, isBeforeCycle, sortFacts, type SortedFacts } from './countable-facts.ts';
import { dueContext, isPastDue, milestoneDue, planDue } from './effective-due.ts';
import { standMilestone, statesThatCount, type BegunItems, type UndatedMilestone } from './evaluate-milestone.ts';
import { changesByMilestone, liveSources, NO_CHANGES } from './in-force.ts';
import { measureMilestone, type MilestoneMeasure } from './measure-milestone.ts';
import { findNextStep } from './next-step.ts';
import { findCompletion, livePlanFact } from './plan-completion.ts';
import { isLearningObject, type PreparedDefinition, type PreparedMilestone } from './prepare-definition.ts';
import { meanProgress } from './progress-ratio.ts';
import { isOpenStatus, type EnrollmentStatus, type MilestoneStanding, type Standing } from './standing.ts';
import type { CompletionFact, ItemState, PlanCompletionFact, Situation } from './standing-input.ts';
import { releaseStep, type PreviousStep } from './step-release.ts';
import { isWithdrawn } from './withdrawn-evidence.ts';

/**
 * THE evaluator: where a person stands in a plan, from nothing but what it is given. The same inputs give the same
 * standing, whatever the order of their lists; there is no second implementation of these rules (domain.md 2.0).
 */
export function evaluate(prepared: PreparedDefinition, situation: Situation): Standing {
  const planFact = livePlanFact(situation);
  const closing = closesAt(prepared, situation);
  const facts = sortFacts(prepared, situation, planFact, closing);
  const { milestones, measures } = standMilestones(prepared, situation, facts);
  const outcome = decide(prepared, situation, planFact, closing, facts, milestones, measures);
  const dated = withDueDates(prepared, situation, outcome.completed, milestones);
  const { status, completed } = outcome;
  return {
    status,
    progress: progressOf(prepared, milestones, status),
    startedOn: outcome.startedOn,
    completedOn: completed?.on ?? null,
    completedLate: completed !== null && dated.due?.date != null && completed.on > dated.due.date,
    evidenceWithdrawn: isEvidenceWithdrawn(planFact, situation),
    completionClass: completed && (planFact?.completionClass ?? classifyCompletion(completed, situation.sources, situation.person.zone)),
    effectiveDue: dated.due,
    milestones: dated.milestones,
    next: isOpenStatus(status) ? findNextStep(milestones) : null,
    completionToRecord: completed !== null && planFact === null,
    evidence: outcome.evidence,
  };
}

/** Whether a standing is overdue at a moment: past its due date and still open. A flag, never a state (2.2). */
export function isOverdue(standing: Standing, moment: Instant): boolean {
  return isOpenStatus(standing.status) && isPastDue(standing.effectiveDue, moment);
}

/** Whether a milestone of an open standing is overdue at a moment. */
export function isMilestoneOverdue(standing: Standing, milestone: MilestoneStanding, moment: Instant): boolean {
  return isOpenStatus(standing.status) && !milestone.elective && milestone.satisfiedOn === null && isPastDue(milestone.effectiveDue, moment);
}

function standMilestones(
  prepared: PreparedDefinition,
  situation: Situation,
  facts: SortedFacts,
): { milestones: UndatedMilestone[]; measures: MilestoneMeasure[] } {
  const { plan } = prepared;
  const today = dateIn(situation.now, situation.person.zone);
  const changes = changesByMilestone(situation);
  const begun = begunItems(prepared, situation, facts);
  const isWaived = ({ key }: { readonly key: string }) => (changes.get(key)?.waivedOn ?? null) !== null;
  const milestones: UndatedMilestone[] = [];
  const measures: MilestoneMeasure[] = [];
  for (const milestone of prepared.milestones) {
    const ownChanges = changes.get(milestone.definition.key) ?? NO_CHANGES;
    // A waiver leaves the credits to later milestones (E7), but is no reason to call undone what facts have met (R1).
    const leavesCredits = (other: { readonly key: string }) => other.key !== milestone.definition.key && isWaived(other);
    const measure = measureMilestone(prepared, milestone, facts.countable, ownChanges, leavesCredits);
    const previous = previousStep(milestone, milestones, (key) => changes.get(key)?.waivedOn ?? null);
    const release = releaseStep(milestone, situation, previous, today);
    const lockedBy = plan.milestoneOrderEnforced ? openBefore(milestone, milestones) : [];
    measures.push(measure);
    milestones.push(standMilestone({
      milestone, measure, changes: ownChanges, release, lockedBy, begun, today, displayUnreleasedSteps: plan.displayUnreleasedSteps,
    }));
  }
  return { milestones, measures };
}

/** The nearest earlier required step; null for the first. */
function previousStep(
  milestone: PreparedMilestone,
  before: readonly UndatedMilestone[],
  waivedOn: (key: string) => CalendarDate | null,
): PreviousStep | null {
  const index = milestone.earlierRequired.at(-1);
  const previous = index === undefined ? undefined : before[index];
  return previous === undefined ? null : { opensOn: previous.opensOn, waivedOn: waivedOn(previous.key), satisfiedOn: previous.satisfiedOn };
}

/** The earlier required milestones that are open: an elective blocks nobody, but waits like the others (O2–O4, X12). */
function openBefore(milestone: PreparedMilestone, before: readonly UndatedMilestone[]): readonly MilestoneKey[] {
  return milestone.earlierRequired.flatMap((index) => (before[index]?.satisfiedOn === null ? [before[index].key] : []));
}

function begunItems(prepared: PreparedDefinition, situation: Situation, facts: SortedFacts): BegunItems {
  const ofCycle = situation.itemStates.filter(({ lastActivityAt, startedAt }) => !isBeforeCycle(lastActivityAt ?? startedAt, situation.enrollment));
  const states = statesThatCount(ofCycle, countsFrom(prepared, situation), situation.person.zone);
  const byObject = furthestByObject(states);
  const begunObjects = new Set<string>(facts.begunBy.map((fact) => objectKey(fact.learningObjectId, fact.examInstanceId)));
  const begunWorks = new Set<string>([...begunObjects].map((key) => prepared.workOfObject.get(key) ?? key));
  return {
    stateOf: ({ definition }) => byObject.get(objectKey(definition.learningObjectId, definition.examInstanceId)),
    wasBegun: (work) => begunWorks.has(work),
  };
}

const FURTHER: readonly ItemState['state'][] = ['NOT_STARTED', 'FAILED', 'IN_PROGRESS', 'COMPLETED'];

/** How far a person is with each object, whichever of their records knows it. */
function furthestByObject(states: readonly ItemState[]): ReadonlyMap<string, ItemState> {
  const furthest = new Map<string, ItemState>();
  for (const state of states) {
    const key = objectKey(state.learningObjectId, state.examInstanceId);
    const known = furthest.get(key);
    if (known === undefined || isFurther(state, known)) furthest.set(key, state);
  }
  return furthest;
}

function isFurther(a: ItemState, b: ItemState): boolean {
  return (FURTHER.indexOf(a.state) - FURTHER.indexOf(b.state) || a.progress - b.progress) > 0;
}

/** An exam is a thing of its own wherever it is used (D13). */
function objectKey(id: LearningObjectId, examInstanceId: string | null | undefined): string {
  return examInstanceId == null ? id : `${id}@${examInstanceId}`;
}

interface Outcome {
  readonly status: EnrollmentStatus;
  readonly startedOn: CalendarDate | null;
  readonly completed: CompletionTime | null;
  readonly evidence: readonly FactId[];
}

/** The state of the enrollment (2.2): MERGED away is WITHDRAWN; else COMPLETED > EXEMPT > WITHDRAWN > NOT_COMPLETED > IN_PROGRESS > NOT_STARTED. */
function decide(
  prepared: PreparedDefinition,
  situation: Situation,
  planFact: PlanCompletionFact | null,
  closing: Instant | null,
  facts: SortedFacts,
  milestones: readonly UndatedMilestone[],
  measures: readonly MilestoneMeasure[],
): Outcome {
  const startedOn = firstDayOfWork(prepared, situation, facts, milestones);
  const without = (status: EnrollmentStatus): Outcome => ({ status, startedOn, completed: null, evidence: [] });
  // What was done is read through the record that is left: here it would count twice.
  if (situation.person.mergedAway === true) return without('WITHDRAWN');
  if (planFact !== null) {
    const completed = { on: planFact.completedOn, at: planFact.completedAt ?? null };
    return { status: 'COMPLETED', startedOn: startedOn ?? completed.on, completed, evidence: [...(planFact.evidence ?? [])].sort() };
  }
  const required = milestones.flatMap(({ elective, satisfiedOn }, index) =>
    elective ? [] : [{ ...(measures[index] as MilestoneMeasure), satisfiedOn }]);
  const found = findCompletion(required, situation, () => requiredWork(prepared, facts));
  const withdrawal = withdrawnOn(situation);
  if (found !== null && mayStillComplete(found, withdrawal, situation)) {
    return { status: 'COMPLETED', startedOn, completed: found, evidence: found.evidence };
  }
  const isExempt = required.length > 0 && required.every((milestone) => milestone.metOn === null && milestone.satisfiedOn !== null);
  if (isExempt) return without('EXEMPT');
  if (withdrawal !== null) return without('WITHDRAWN');
  if (closing !== null && compareInstants(closing, situation.now) < 0) return without('NOT_COMPLETED');
  return without(startedOn === null ? 'NOT_STARTED' : 'IN_PROGRESS');
}

/** The countable facts about whatever a required milestone links. */
function requiredWork({ milestones }: PreparedDefinition, { countable }: SortedFacts): readonly CompletionFact[] {
  const works = new Set(milestones.flatMap((milestone) => (milestone.elective ? [] : milestone.items.map((item) => item.work))));
  return [...works].flatMap((work) => countable.get(work) ?? []);
}

/** The day since which no source holds the person any more; null: one does, or there never was one. */
function withdrawnOn({ sources, now, person }: Situation): CalendarDate | null {
  if (sources.length === 0 || liveSources(sources, now).length > 0) return null;
  const ends = sources.map((source) => (source.suppressed === true || source.to == null ? source.from : source.to));
  const last = ends.reduce((a, b) => (compareInstants(a, b) >= 0 ? a : b));
  return dateIn(last, person.zone);
}

/** Whoever was withdrawn can complete only what they can still find (S5), or what was true before (S6). */
function mayStillComplete(found: CompletionTime, withdrawal: CalendarDate | null, { plan }: Situation): boolean {
  return withdrawal === null || plan.findable || found.on <= withdrawal;
}

/** The first sign of work on the plan: facts, revoked ones too, begun items, a registration, or a completion taken back. */
function firstDayOfWork(
  prepared: PreparedDefinition,
  situation: Situation,
  facts: SortedFacts,
  milestones: readonly UndatedMilestone[],
): CalendarDate | null {
  const { enrollment, itemStates, planFacts, person } = situation;
  const days = [...facts.countable.values()].flat().concat(facts.begunBy).map((fact) => fact.completedOn);
  days.push(...planFacts.map((fact) => fact.completedOn));
  if (enrollment.registeredOn != null) days.push(enrollment.registeredOn);
  const begunItems = milestones.flatMap(({ items }) => items.filter((item) => item.state !== 'NOT_STARTED'));
  const begun = new Set<string>(begunItems.map((item) => item.learningObjectId));
  for (const state of statesThatCount(itemStates, countsFrom(prepared, situation), person.zone)) {
    if (begun.has(state.learningObjectId) && state.startedAt != null) days.push(dateIn(state.startedAt, person.zone));
  }
  return earliest(days) ?? (begun.size > 0 ? enrollment.enrolledOn : null);
}

/** Of a plan the mean of its milestones; content by itself is as far as the person is with it (2.3). */
function progressOf(prepared: PreparedDefinition, milestones: readonly UndatedMilestone[], status: EnrollmentStatus): number {
  const parts = isLearningObject(prepared)
    ? milestones.flatMap(({ items }) => items.map((item) => item.progress))
    : milestones.flatMap((milestone) => milestone.progress ?? []);
  return meanProgress(parts, status === 'COMPLETED' || status === 'EXEMPT');
}

/** Whether the live completion of the plan rests on a fact that was revoked since (U32). */
function isEvidenceWithdrawn(planFact: PlanCompletionFact | null, { revocations }: Situation): boolean {
  return isWithdrawn(planFact?.evidence, revocations);
}

function withDueDates(prepared: PreparedDefinition, situation: Situation, completed: CompletionTime | null, milestones: readonly UndatedMilestone[]) {
  const context = dueContext(situation, prepared.plan, completed === null ? situation.now : momentOfCompletion(completed, situation));
  const due = planDue(context);
  const dated = milestones.map((milestone, index): MilestoneStanding => {
    const { definition, earlierRequired } = prepared.milestones[index] as PreparedMilestone;
    const previous = earlierRequired.at(-1);
    const previousStepOn = previous === undefined ? undefined : (milestones[previous]?.satisfiedOn ?? null);
    return { ...milestone, effectiveDue: milestoneDue(context, definition, previousStepOn, due) };
  });
  return { due, milestones: dated };
}

/** Due dates of completed people change no more: they are asked as of the completion. */
function momentOfCompletion({ on, at }: CompletionTime, { person, now }: Situation): Instant {
  const moment = at ?? endOfDay(on, person.zone);
  return compareInstants(moment, now) < 0 ? moment : now;
}
