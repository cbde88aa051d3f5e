import type { Caller } from '../../platform/request/caller.ts';
import type { PlanSelection } from './plan-act.queries.ts';

/** What every act on many people of a plan, or of content by itself, keeps; those whom its maker may reach are part of it. */
export interface PlanActInput {
  /** Null: content by itself. */
  readonly planId: string | null;
  /** Absent: a plan. */
  readonly learningObjectId?: string | null;
  readonly selection: PlanSelection;
  readonly reason: string;
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

/** What the people of an act have: the plan, or the content. */
export function subjectOf({ planId, learningObjectId }: Pick<PlanActInput, 'planId' | 'learningObjectId'>): string {
  return (planId ?? learningObjectId)!;
}

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 250;
