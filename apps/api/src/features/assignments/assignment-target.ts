import { subjectOf, type AssignmentTarget } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { mayOnPlan, peopleScope, reachesOnPlan } from '../access/index.ts';
import { learningObjectLoader, type LearningObjectRow } from '../learning-objects/index.ts';
import { learningPlanLoader, prepareDefinitions, type LearningPlanRow } from '../learning-plans/index.ts';
import type { PersonCondition } from '../people/index.ts';

/** Something that an assignment gives, as it is now: a plan, or content by itself. */
export interface Target {
  readonly id: string;
  readonly name: string;
  /** Whether it can be given at present. */
  readonly isInUse: boolean;
  /** Null: it is content. */
  readonly plan: LearningPlanRow | null;
}

/** What an assignment gives, in its order; what there is not is left out. */
export async function readTargets(transaction: Transaction, targets: readonly AssignmentTarget[]): Promise<Target[]> {
  const ids = targets.map((target) => subjectOf(target));
  const [plans, contents] = await Promise.all([learningPlanLoader.load(transaction, ids), learningObjectLoader.load(transaction, ids)]);
  return targets.flatMap((target) => {
    if (target.kind === 'PLAN') return toPlanTarget(plans.get(target.planId));
    return toContentTarget(contents.get(target.learningObjectId), transaction.now);
  });
}

function toPlanTarget(plan: LearningPlanRow | undefined): Target[] {
  return plan ? [{ id: plan.id, name: plan.name, isInUse: plan.lifecycle === 'ACTIVE', plan }] : [];
}

/** Exams are given within plans so far; what has expired can no longer be done. */
export function toContentTarget(content: LearningObjectRow | undefined, now: Date): Target[] {
  if (!content || content.kind === 'EXAM') return [];
  const hasExpired = content.expiresOn !== null && content.expiresOn < now.toISOString().slice(0, 10);
  return [{ id: content.id, name: content.name, isInUse: content.status === 'ACTIVE' && !hasExpired, plan: null }];
}

/** Whether the caller may give it to anybody at least. */
export function mayGive(caller: Caller, { plan }: Target): boolean {
  return plan ? reachesOnPlan(caller, 'PLAN_ASSIGN', plan) : reachesOnPlan(caller, 'CONTENT_ASSIGN', null);
}

/** Whether it is for the caller to know of: who may give without reading, as a manager does, gets to know of what can be given only. */
export function isKnownTo(caller: Caller, target: Target): boolean {
  const { plan, isInUse } = target;
  const mayRead = plan ? mayOnPlan(caller, 'PLAN_READ', plan) : caller.acts.has('CONTENT_READ');
  return mayRead || (isInUse && mayGive(caller, target));
}

/** To whom the caller may give it. */
export function receiversOf(caller: Caller, { plan }: Target): PersonCondition {
  return plan ? peopleScope(caller, 'PLAN_ASSIGN', plan) : peopleScope(caller, 'CONTENT_ASSIGN', null);
}

/** The least time that it takes, in days. */
export async function minimumDaysOf(transaction: Transaction, { plan }: Target): Promise<number> {
  const versionId = plan?.publishedVersionId;
  const version = versionId ? (await prepareDefinitions(transaction, [versionId])).get(versionId) : undefined;
  return version?.prepared.plan.minimumDays ?? 0;
}
