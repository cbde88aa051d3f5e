import type { LearningObjectId } from '../shared/ids.ts';
import type { LearningObjectKind, LearningObjectStatus } from './plan-definition.ts';
import type { PlanFileItem } from './plan-file.ts';

/** How an item of a plan file was found here, if it was: AMBIGUOUS when several bear its name. */
export type PlanFileMatch = 'BY_ID' | 'BY_NAME' | 'AMBIGUOUS' | 'NOT_FOUND';

/** What is here that an item of a file could mean. */
export interface PlanFileCandidate {
  readonly id: LearningObjectId;
  readonly kind: LearningObjectKind;
  readonly name: string;
  readonly status: LearningObjectStatus;
}

export interface FoundPlanFileItem {
  readonly match: PlanFileMatch;
  /** Null when it is not found, or not for certain. */
  readonly id: LearningObjectId | null;
}

/**
 * What an item of a plan file means here: the content of its id where that is of its kind, else the only content in use of its kind
 * that bears exactly its name. Nothing is guessed: of two that bear it neither is meant.
 */
export function findPlanFileItem({ id, kind, name }: PlanFileItem, candidates: readonly PlanFileCandidate[]): FoundPlanFileItem {
  const ofKind = candidates.filter((each) => each.kind === kind);
  if (ofKind.some((each) => each.id === id)) return { match: 'BY_ID', id };
  const [first, ...others] = ofKind.filter((each) => each.status !== 'RETIRED' && each.name.normalize() === name.normalize());
  if (!first) return { match: 'NOT_FOUND', id: null };
  return others.length > 0 ? { match: 'AMBIGUOUS', id: null } : { match: 'BY_NAME', id: first.id };
}
