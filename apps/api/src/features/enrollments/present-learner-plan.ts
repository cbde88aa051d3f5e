import { compareInstants, sayMessage, type EffectiveDue as DomainDue, type Language, type MilestoneStanding } from '@milepost/domain';
import { present } from '../../platform/graphql/answer.ts';
import { learnerTexts } from './learner-texts.ts';
import type { ContentInfo, LearnerEnrollment, WhyRow } from './my-learning.queries.ts';
import { EffectiveDue } from './enrollment.type.ts';
import type { Evaluation } from './evaluate-enrollments.ts';
import { LearnerItem, LearnerMilestone, LearnerNext, LearnerPlan } from './my-learning.type.ts';

/** Names that a learner's plan is told with. */
export interface LearnerNames {
  readonly contents: ReadonlyMap<string, ContentInfo>;
  readonly assignments: ReadonlyMap<string, WhyRow>;
}

/** A learner's plan in words and figures: why, what next, by when, what is left. */
export function presentLearnerPlan(enrollment: LearnerEnrollment, names: LearnerNames, language: Language): LearnerPlan {
  const { standing, prepared, situation } = enrollment;
  const definitions = new Map(prepared.plan.milestones.map((milestone) => [milestone.key, milestone]));
  const nameOf = (key: string): string => definitions.get(key as never)?.name ?? '';
  const milestones = standing.milestones
    .filter((milestone) => !milestone.titleHidden)
    .map((milestone) => presentMilestone(milestone, definitions.get(milestone.key)!, names, nameOf, language));
  const isOpen = standing.status === 'NOT_STARTED' || standing.status === 'IN_PROGRESS';
  const endsAt = standing.effectiveDue?.endsAt;
  return present(LearnerPlan, {
    enrollmentId: enrollment.enrollmentId,
    planId: enrollment.planId,
    name: prepared.plan.name,
    description: prepared.plan.description,
    status: standing.status as never,
    progress: standing.progress,
    due: presentDue(standing.effectiveDue),
    overdue: isOpen && endsAt != null && compareInstants(endsAt, situation.now) < 0,
    completedOn: standing.completedOn,
    why: sayWhy(enrollment, names, language),
    next: isOpen ? presentNext(enrollment, names, nameOf) : null,
    minutesLeft: isOpen ? minutesLeft(enrollment, names) : 0,
    milestones,
  });
}

function presentMilestone(
  milestone: MilestoneStanding,
  definition: { readonly name: string; readonly description: string; readonly metric: string },
  names: LearnerNames,
  nameOf: (key: string) => string,
  language: Language,
): LearnerMilestone {
  const items = milestone.detailsHidden ? [] : milestone.items;
  return present(LearnerMilestone, {
    key: milestone.key,
    name: definition.name,
    description: milestone.detailsHidden ? null : definition.description,
    status: milestone.status,
    elective: milestone.elective,
    metric: definition.metric,
    unitsRequired: milestone.unitsRequired,
    unitsEarned: milestone.unitsEarned,
    due: presentDue(milestone.effectiveDue),
    opensOn: milestone.opensOn,
    lockedBecause: sayMilestoneLock(milestone, nameOf, language),
    items: items.flatMap((item) => {
      const content = names.contents.get(item.learningObjectId);
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
        lockedBecause: item.locked ? sayItemLock(milestone, item.locked, names, nameOf, language) : null,
      });
    }),
  });
}

function sayMilestoneLock(milestone: MilestoneStanding, nameOf: (key: string) => string, language: Language): string | null {
  if (milestone.status === 'NOT_RELEASED') {
    return milestone.opensOn
      ? sayMessage(learnerTexts, { code: 'OPENS_ON', params: { date: milestone.opensOn } }, language)
      : sayMessage(learnerTexts, { code: 'OPENS_LATER', params: {} }, language);
  }
  if (milestone.status !== 'LOCKED') return null;
  return sayMessage(learnerTexts, { code: 'AFTER_MILESTONES', params: { names: milestone.lockedBy.map(nameOf) } }, language);
}

function sayItemLock(
  milestone: MilestoneStanding,
  lock: NonNullable<MilestoneStanding['items'][number]['locked']>,
  names: LearnerNames,
  nameOf: (key: string) => string,
  language: Language,
): string {
  switch (lock.why) {
    case 'EARLIER_ITEM':
      return sayMessage(learnerTexts, { code: 'AFTER_ITEMS', params: { names: lock.by.map((id) => names.contents.get(id)?.name ?? '') } }, language);
    case 'EXPIRED':
      return sayMessage(learnerTexts, { code: 'EXPIRED_ON', params: { date: lock.on } }, language);
    case 'NO_ATTEMPTS_LEFT':
      return sayMessage(learnerTexts, { code: 'NO_ATTEMPTS_LEFT', params: {} }, language);
    case 'MILESTONE_NOT_RELEASED':
    case 'MILESTONE_LOCKED':
      return sayMilestoneLock(milestone, nameOf, language) ?? sayMessage(learnerTexts, { code: 'OPENS_LATER', params: {} }, language);
  }
}

function presentNext(enrollment: LearnerEnrollment, names: LearnerNames, nameOf: (key: string) => string): LearnerNext | null {
  const { next } = enrollment.standing;
  if (!next) return null;
  const hidden = enrollment.standing.milestones.find((milestone) => milestone.key === next.milestoneKey)?.titleHidden ?? false;
  const content = next.learningObjectId && !hidden ? names.contents.get(next.learningObjectId) : undefined;
  return present(LearnerNext, {
    milestoneName: hidden ? null : nameOf(next.milestoneKey),
    learningObjectId: content?.id ?? null,
    name: content?.name ?? null,
    kind: (content?.kind ?? null) as never,
    opensOn: next.waitsForRelease ? next.opensOn : null,
  });
}

/** The shortest way: of each open required milestone the items that are still needed, the shortest first. */
function minutesLeft({ standing }: LearnerEnrollment, names: LearnerNames): number {
  let minutes = 0;
  for (const milestone of standing.milestones) {
    if (milestone.elective || milestone.satisfiedOn !== null) continue;
    const open = milestone.items.filter((item) => item.state !== 'COMPLETED');
    const lengths = open
      .map((item) => ({ mandatory: item.mandatory, left: (names.contents.get(item.learningObjectId)?.durationMinutes ?? 0) * (1 - item.progress) }))
      .sort((a, b) => Number(b.mandatory) - Number(a.mandatory) || a.left - b.left);
    const needed = Math.max(0, Math.ceil(Number(milestone.unitsRequired) - Number(milestone.unitsEarned)));
    const taken = lengths.slice(0, Math.max(needed, open.filter((item) => item.mandatory).length));
    minutes += taken.reduce((sum, { left }) => sum + left, 0);
  }
  return Math.round(minutes);
}

function sayWhy({ situation }: LearnerEnrollment, { assignments }: LearnerNames, language: Language): string {
  const live = situation.sources.find((source) => !source.to && !source.suppressed) ?? situation.sources[0];
  const assignment = live ? assignments.get(live.id) : undefined;
  const date = live ? live.from.slice(0, 10) : situation.enrollment.enrolledOn;
  if (assignment) return sayMessage(learnerTexts, { code: 'ASSIGNED', params: { name: assignment.name, date } }, language);
  return sayMessage(learnerTexts, { code: live?.kind === 'SELF_STARTED' ? 'SELF_STARTED' : 'GIVEN', params: { date } }, language);
}

function presentDue(due: DomainDue | null): EffectiveDue | null {
  if (!due?.date || !due.endsAt) return null;
  return present(EffectiveDue, { date: due.date, timeZone: due.zone, endsAt: due.endsAt as unknown as Date, origin: due.origin });
}

/** For each place in which an evaluated plan holds a learning object: why it is locked there, or null. */
export function sayItemLocks({ standing, prepared }: Evaluation, learningObjectId: string, language: Language): (string | null)[] {
  const nameOf = (key: string): string => prepared.plan.milestones.find((milestone) => milestone.key === key)?.name ?? '';
  const none: LearnerNames = { contents: new Map(), assignments: new Map() };
  return standing.milestones.flatMap((milestone) =>
    milestone.items
      .filter((item) => item.learningObjectId === learningObjectId)
      .map((item) => (item.locked ? sayItemLock(milestone, item.locked, none, nameOf, language) : null)),
  );
}
