import type { MilestoneStanding, NextStep } from './standing.ts';

/**
 * What a learner does next: the first required milestone that can be worked on, in it what was begun before what
 * comes first; if none can, the first that will open; when all required ones are satisfied, an elective.
 */
export function findNextStep(milestones: readonly Omit<MilestoneStanding, 'effectiveDue'>[]): NextStep | null {
  const open = milestones.filter((milestone) => !milestone.elective && milestone.satisfiedOn === null);
  const startable = open.find(isStartable);
  if (startable !== undefined) return stepInto(startable);
  const waiting = open.find((milestone) => !milestone.released);
  if (waiting !== undefined) {
    return { milestoneKey: waiting.key, learningObjectId: null, waitsForRelease: true, opensOn: waiting.opensOn };
  }
  const elective = milestones.find((milestone) => milestone.elective && milestone.metOn === null && isStartable(milestone));
  return elective === undefined ? null : stepInto(elective);
}

function isStartable(milestone: Omit<MilestoneStanding, 'effectiveDue'>): boolean {
  return milestone.released && milestone.lockedBy.length === 0;
}

function stepInto(milestone: Omit<MilestoneStanding, 'effectiveDue'>): NextStep {
  const possible = milestone.items.filter((item) => item.state !== 'COMPLETED' && item.locked === null);
  const item = possible.find((candidate) => candidate.state === 'IN_PROGRESS') ?? possible[0];
  return { milestoneKey: milestone.key, learningObjectId: item?.learningObjectId ?? null, waitsForRelease: false, opensOn: null };
}
