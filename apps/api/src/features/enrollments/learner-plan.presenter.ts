import { isOpenStatus, isOverdue, isUnseen, sayMessage, sayMilestone, sayStanding, stepsToSee, tellingSource, type EffectiveDue as DomainDue, type Language, type MilestoneDefinition, type MilestoneStanding, type PreparedDefinition, type Standing } from '@milepost/domain';
import { present } from '../../platform/graphql/answer.ts';
import { presentCover } from '../learning-plans/index.ts';
import { learnerTexts } from './learner-texts.ts';
import type { PersonEvaluation } from './evaluate-person.ts';
import { EffectiveDue } from './enrollment.type.ts';
import type { Evaluation } from './evaluate-enrollments.ts';
import { earliestDue, type OwnEnrollment } from './read-my-enrollments.ts';
import { LearnerItem, LearnerMilestone, LearnerNext, LearnerPlan } from './my-learning.type.ts';

/** Content that a learner's plan is told with, by id. */
type LearnerContents = PersonEvaluation['contents'];

/** A learner's plan in words and figures: what next, by when, what is left. What of it was assigned by itself may make it due earlier. */
export function presentLearnerPlan(evaluation: OwnEnrollment, language: Language): LearnerPlan {
  const { standing, prepared, situation } = evaluation;
  const isOpen = isOpenStatus(standing.status);
  return present(LearnerPlan, {
    evaluation,
    enrollmentId: evaluation.enrollmentId,
    planId: evaluation.planId,
    name: prepared.plan.name,
    description: prepared.plan.description,
    cover: presentCover(prepared.plan.cover),
    status: standing.status as never,
    progress: standing.progress,
    due: presentDue(earliestDue(evaluation)),
    overdue: [evaluation, ...evaluation.alsoAssigned.values()].some((each) => isOverdue(each.standing, situation.now)),
    completedOn: standing.completedOn,
    next: isOpen ? presentNext(evaluation, language) : null,
    minutesLeft: isOpen ? minutesLeft(evaluation) : 0,
    inactiveNote: isOpen && evaluation.planInactive ? sayMessage(learnerTexts, { code: 'PLAN_INACTIVE', params: {} }, language) : null,
  });
}

/** Why a learner has a plan, in one sentence; the names of its sources are given by assignment. */
export function sayWhy({ situation }: Evaluation, names: ReadonlyMap<string, string>, language: Language): string {
  const sources = situation.sources.map((source) => ({ ...source, name: names.get(source.id) }));
  const source = tellingSource({ ...situation, sources });
  // The same words stand in an admin's tree: only what one did oneself is told to oneself otherwise.
  if (source.code === 'SOURCE_SELF_STARTED') return sayMessage(learnerTexts, { code: 'STARTED_YOURSELF', params: { date: source.params.on } }, language);
  if (source.code === 'SOURCE_BOOKMARK') return sayMessage(learnerTexts, { code: 'ADDED_YOURSELF', params: { date: source.params.on } }, language);
  return sayStanding(source, language);
}

/**
 * A learner's milestones, in order. Of those that they are not to see yet they see the days on which more opens, and not what, how much or how many; those without a
 * day are left out (C4, C19, X6).
 */
export function presentMilestones(evaluation: OwnEnrollment, language: Language): LearnerMilestone[] {
  const { standing, prepared } = evaluation;
  const definitions = new Map(prepared.plan.milestones.map((milestone) => [milestone.key, milestone]));
  const nameOf = milestoneNames(prepared, standing, language);
  return stepsToSee(standing.milestones).map((seen) =>
    'step' in seen ? presentMilestone(seen.step, definitions.get(seen.step.key)!, evaluation, nameOf, language) : presentToCome(seen.opensOn, language));
}

function presentToCome(opensOn: string, language: Language): LearnerMilestone {
  return present(LearnerMilestone, {
    key: `to-come-${opensOn}`,
    name: null,
    description: null,
    status: 'NOT_RELEASED',
    elective: false,
    metric: 'NONE',
    unitsRequired: '0',
    unitsEarned: '0',
    due: null,
    opensOn,
    lockedBecause: sayMessage(learnerTexts, { code: 'OPENS_ON', params: { date: opensOn } }, language),
    unseen: false,
    isNew: false,
    items: [],
  });
}

/** What a milestone is called; null: it is not to be known yet. */
type NameOf = (key: string) => string | null;

function presentMilestone(
  milestone: MilestoneStanding,
  definition: MilestoneDefinition,
  { contents, alsoAssigned, situation }: OwnEnrollment,
  nameOf: NameOf,
  language: Language,
): LearnerMilestone {
  const unseen = isUnseen(milestone, definition, situation);
  const items = milestone.detailsHidden ? [] : milestone.items;
  return present(LearnerMilestone, {
    key: milestone.key,
    name: nameOf(milestone.key),
    description: milestone.detailsHidden ? null : definition.description,
    status: milestone.status,
    elective: milestone.elective,
    metric: definition.metric,
    unitsRequired: milestone.unitsRequired,
    unitsEarned: milestone.unitsEarned,
    due: presentDue(milestone.effectiveDue),
    opensOn: milestone.opensOn,
    lockedBecause: sayMilestoneLock(milestone, nameOf, language),
    unseen,
    isNew: unseen && milestone.opensOn !== null && milestone.opensOn > situation.enrollment.enrolledOn,
    items: items.flatMap((item) => {
      const content = contents.get(item.learningObjectId);
      if (!content) return [];
      return present(LearnerItem, {
        learningObjectId: item.learningObjectId,
        kind: content.kind as never,
        name: content.name,
        durationMinutes: content.durationMinutes,
        mandatory: item.mandatory,
        state: item.state,
        progress: item.progress,
        completedOn: item.completedOn,
        alsoAssigned: sayAlsoAssigned(alsoAssigned.get(item.learningObjectId), language),
        lockedBecause: item.locked ? sayItemLock(milestone, item.locked, contents, nameOf, language) : null,
      });
    }),
  });
}

/** That content of a plan was assigned by itself as well, and by when it is due so. */
function sayAlsoAssigned(direct: PersonEvaluation | undefined, language: Language): string | null {
  if (!direct) return null;
  const due = direct.standing.effectiveDue?.date;
  return due ? sayMessage(learnerTexts, { code: 'ALSO_ASSIGNED_DUE', params: { date: due } }, language) : sayMessage(learnerTexts, { code: 'ALSO_ASSIGNED', params: {} }, language);
}

function sayMilestoneLock(milestone: MilestoneStanding, nameOf: NameOf, language: Language): string | null {
  if (milestone.status === 'NOT_RELEASED') {
    return milestone.opensOn
      ? sayMessage(learnerTexts, { code: 'OPENS_ON', params: { date: milestone.opensOn } }, language)
      : sayMessage(learnerTexts, { code: 'OPENS_LATER', params: {} }, language);
  }
  if (milestone.status !== 'LOCKED') return null;
  const names = milestone.lockedBy.map(nameOf);
  return sayMessage(learnerTexts, { code: 'AFTER_MILESTONES', params: { names: names.filter((name) => name !== null), more: names.includes(null) } }, language);
}

function sayItemLock(
  milestone: MilestoneStanding,
  lock: NonNullable<MilestoneStanding['items'][number]['locked']>,
  contents: LearnerContents,
  nameOf: NameOf,
  language: Language,
): string {
  switch (lock.why) {
    case 'EARLIER_ITEM':
      return sayMessage(learnerTexts, { code: 'AFTER_ITEMS', params: { names: lock.by.map((id) => contents.get(id)?.name ?? '') } }, language);
    case 'EXPIRED':
      return sayMessage(learnerTexts, { code: 'EXPIRED_ON', params: { date: lock.on } }, language);
    case 'NO_ATTEMPTS_LEFT':
      return sayMessage(learnerTexts, { code: 'NO_ATTEMPTS_LEFT', params: {} }, language);
    case 'MILESTONE_NOT_RELEASED':
    case 'MILESTONE_LOCKED':
      return sayMilestoneLock(milestone, nameOf, language) ?? sayMessage(learnerTexts, { code: 'OPENS_LATER', params: {} }, language);
  }
}

function presentNext({ planId, standing, prepared, contents }: PersonEvaluation, language: Language): LearnerNext | null {
  const { next } = standing;
  if (!next) return null;
  const hidden = standing.milestones.find((milestone) => milestone.key === next.milestoneKey)?.titleHidden ?? false;
  const content = next.learningObjectId && !hidden ? contents.get(next.learningObjectId) : undefined;
  return present(LearnerNext, {
    milestoneName: planId === null ? null : milestoneNames(prepared, standing, language)(next.milestoneKey),
    learningObjectId: content?.id ?? null,
    name: content?.name ?? null,
    kind: (content?.kind ?? null) as never,
    opensOn: next.waitsForRelease ? next.opensOn : null,
  });
}

/** The shortest way: of each open required milestone that is to be seen the items that are still needed, the shortest first. */
export function minutesLeft({ standing, contents }: PersonEvaluation): number {
  let minutes = 0;
  for (const milestone of standing.milestones) {
    if (milestone.elective || milestone.satisfiedOn !== null || milestone.titleHidden) continue;
    const open = milestone.items.filter((item) => item.state !== 'COMPLETED');
    const lengths = open
      .map((item) => ({ mandatory: item.mandatory, left: (contents.get(item.learningObjectId)?.durationMinutes ?? 0) * (1 - item.progress) }))
      .sort((a, b) => Number(b.mandatory) - Number(a.mandatory) || a.left - b.left);
    const needed = Math.max(0, Math.ceil(Number(milestone.unitsRequired) - Number(milestone.unitsEarned)));
    const taken = lengths.slice(0, Math.max(needed, open.filter((item) => item.mandatory).length));
    minutes += taken.reduce((sum, { left }) => sum + left, 0);
  }
  return Math.round(minutes);
}

/** By when something is due, where that is known. */
export function presentDue(due: DomainDue | null): EffectiveDue | null {
  if (!due?.date || !due.endsAt) return null;
  return present(EffectiveDue, { date: due.date, timeZone: due.zone, endsAt: due.endsAt as unknown as Date, origin: due.origin });
}

/** What the milestones of a plan are called for its learner, by key. */
function milestoneNames({ plan }: PreparedDefinition, { milestones }: Standing, language: Language): NameOf {
  return (key) => {
    if (milestones.some((each) => each.key === key && each.titleHidden)) return null;
    const milestone = plan.milestones.find((each) => each.key === key);
    return milestone ? sayMilestone(milestone, language) : '';
  };
}

/** Why something cannot be done yet, in words, and the enrollment whose plan holds it back. */
export interface ItemLock {
  readonly because: string;
  readonly enrollmentId: string;
}

/** For each place in which an evaluated plan holds one of some learning objects: why it is locked there, or null. */
export function sayItemLocks({ standing, prepared, contents, enrollmentId }: PersonEvaluation, ids: readonly string[], language: Language): (ItemLock | null)[] {
  const nameOf = milestoneNames(prepared, standing, language);
  return standing.milestones.flatMap((milestone) =>
    milestone.items
      .filter((item) => ids.includes(item.learningObjectId))
      .map((item) => item.locked && { because: sayItemLock(milestone, item.locked, contents, nameOf, language), enrollmentId }),
  );
}
