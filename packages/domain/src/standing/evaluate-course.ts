import { compareInstants, latest, type CalendarDate, type Instant } from '../shared/calendar.ts';
import { earliestFirst } from './countable-facts.ts';
import type { CourseSituation, CourseStanding } from './course-standing.ts';
import { meanProgress } from './progress-ratio.ts';
import type { CompletionFact } from './standing-input.ts';
import { isWithdrawn } from './withdrawn-evidence.ts';

/**
 * Where a person stands in a course. It is complete by a fact of its own, or when all its modules are; without
 * modules it never completes by itself (X24). A completion that was revoked comes back only by a module fact that
 * was recorded later, or by an admin's wish (2.8). Revoking a module takes nothing from a completed course (U31–U33).
 */
export function evaluateCourse(situation: CourseSituation): CourseStanding {
  const { courseId, facts, revocations } = situation;
  const moduleIds = [...new Set(situation.moduleIds)];
  const revoked = new Set<string>(revocations.map(({ factId }) => factId));
  const live = facts.filter((fact) => !revoked.has(fact.id)).sort(earliestFirst);
  const own = live.find((fact) => fact.learningObjectId === courseId);
  const proofs = moduleIds.map((moduleId) => live.find((fact) => fact.learningObjectId === moduleId));
  const found = own === undefined ? findCompletion(situation, proofs, live) : null;
  const isComplete = own !== undefined || found !== null;
  const completed = moduleIds.filter((_, index) => proofs[index] !== undefined);
  const isBegun = facts.length > 0 || situation.begunModuleIds.some((moduleId) => moduleIds.includes(moduleId));
  return {
    status: isComplete ? 'COMPLETED' : isBegun ? 'IN_PROGRESS' : 'NOT_STARTED',
    progress: meanProgress(proofs.map((proof) => (proof === undefined ? 0 : 1)), isComplete),
    completedOn: own?.completedOn ?? found,
    completedModuleIds: completed,
    nextModuleId: moduleIds.find((_, index) => proofs[index] === undefined) ?? null,
    completionToRecord: found !== null,
    evidence: found === null ? [...(own?.evidence ?? [])].sort() : proofs.flatMap((proof) => proof?.id ?? []).sort(),
    evidenceWithdrawn: isWithdrawn(own?.evidence, revocations),
  };
}

/** The day on which all modules were complete; null: not yet, or held back by a revocation. */
function findCompletion(situation: CourseSituation, proofs: readonly (CompletionFact | undefined)[], live: readonly CompletionFact[]): CalendarDate | null {
  const days = proofs.flatMap((proof) => proof?.completedOn ?? []);
  if (proofs.length === 0 || days.length < proofs.length || isHeldBack(situation, live)) return null;
  return latest(days) ?? null;
}

function isHeldBack({ courseId, moduleIds, facts, revocations, reevaluatedAt }: CourseSituation, live: readonly CompletionFact[]): boolean {
  const own = new Set<string>(facts.filter((fact) => fact.learningObjectId === courseId).map((fact) => fact.id));
  const taken = revocations.filter(({ factId }) => own.has(factId)).map(({ at }) => at);
  const isNewerThanAll = (moment: Instant) => taken.every((at) => compareInstants(moment, at) > 0);
  if (taken.length === 0 || (reevaluatedAt != null && isNewerThanAll(reevaluatedAt))) return false;
  return !live.some((fact) => moduleIds.includes(fact.learningObjectId) && isNewerThanAll(fact.recordedAt));
}
