import {
  classifyAskedAnew,
  classifyStaying,
  compareVersions,
  decideVersionMove,
  evaluate,
  liveSources,
  overridesLost,
  referToMilestone,
  situationAskedAnew,
  type MigrationChoice,
  type MigrationClass,
  type Standing,
  type VersionEffect,
} from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateBeside, partByPart, readPeopleWithRevocations, type ComparedEvaluation, type PlanCohort } from '../enrollments/index.ts';
import type { MigratedMember } from './migration.queries.ts';
import type { MigrationTargets } from './migration-targets.ts';

/** What is told of a person beside their class. */
export interface MigrationDetails extends Omit<VersionEffect, 'class'> {
  /** What is held for them about milestones that are gone, and ends: the act, and the milestone's name or place. */
  readonly overridesEnded: readonly { readonly act: string; readonly milestone: string | number }[];
}

/** How the publishing turns out for people who are alike. */
export interface Verdict {
  readonly class: MigrationClass;
  readonly details: MigrationDetails | null;
  readonly members: readonly MigratedMember[];
  /** What they have, and what they come to; null: nothing changes for them. */
  readonly outcome: { readonly evaluation: ComparedEvaluation; readonly after: Standing } | null;
}

/** What is asked of the plan's people. */
export interface MigrationQuestion {
  readonly cohort: PlanCohort;
  readonly targets: MigrationTargets;
  readonly choice: MigrationChoice;
  /** COMPARE: what is found is only told, so that people who differ by the ids of their facts alone are evaluated once. */
  readonly purpose: 'COMPARE' | 'WRITE';
}

/**
 * How the publishing of a version turns out for some of the plan's people; those whose situations are equal are evaluated once.
 *
 * @param tell is told each verdict as soon as it stands: of many people only what they come to need be kept
 */
export async function judgeMembers(transaction: Transaction, members: readonly MigratedMember[], question: MigrationQuestion, tell: (verdict: Verdict) => void): Promise<void> {
  const { targets, choice } = question;
  const [moving, asked] = [[] as MigratedMember[], [] as MigratedMember[]];
  for (const [status, alike] of Map.groupBy(members, (member) => member.status)) {
    const move = decideVersionMove(choice, status);
    const others = move === 'ASKED_ANEW' ? targets.askedAnew : targets.moved;
    const goes = move === 'STAYS' ? [] : alike.filter(({ versionId }) => others.has(versionId));
    const stays = goes.length === 0 ? alike : alike.filter(({ versionId }) => !others.has(versionId));
    if (stays.length > 0) tell(staying(status, stays));
    for (const member of goes) (move === 'ASKED_ANEW' ? asked : moving).push(member);
  }
  // A revocation names its fact: of whom there is one, the facts keep their ids.
  const revoked = question.purpose === 'COMPARE' ? await readPeopleWithRevocations(transaction) : new Set<string>();
  for (const [judge, all] of [[judgeMoved, moving], [judgeAskedAnew, asked]] as const) {
    await partByPart(all.filter(({ personId }) => !revoked.has(personId)), async (part) => (await judge(transaction, part, question)).forEach(tell));
    await partByPart(all.filter(({ personId }) => revoked.has(personId)), async (part) => (await judge(transaction, part, { ...question, purpose: 'WRITE' })).forEach(tell));
  }
}

function staying(status: Standing['status'], members: readonly MigratedMember[]): Verdict {
  return { class: classifyStaying(status), details: null, members, outcome: null };
}

async function judgeMoved(transaction: Transaction, members: readonly MigratedMember[], { targets, choice, ...of }: MigrationQuestion): Promise<Verdict[]> {
  return (await evaluateMembers(transaction, of, members, targets.moved)).map(({ evaluation, members: alike }): Verdict => {
    const { standing, situation, other, prepared } = evaluation;
    // What is kept may be older than the clock.
    if (decideVersionMove(choice, standing.status) !== 'MOVES') return staying(standing.status, alike);
    const after = evaluate(other.version.prepared, situation);
    const effect = compareVersions(standing, after);
    const names = new Map(prepared.milestones.map(({ definition }) => [definition.key, referToMilestone(definition)]));
    const overridesEnded = overridesLost(situation, other.version.prepared.plan).map(({ act, milestoneKey }) => ({ act, milestone: names.get(milestoneKey!) ?? '' }));
    return { class: effect.class, details: detailsOf(effect, overridesEnded), members: alike, outcome: { evaluation, after } };
  });
}

/** Whom nothing holds in the plan any more has completed it, and is asked for nothing. */
async function judgeAskedAnew(transaction: Transaction, members: readonly MigratedMember[], { targets, ...of }: MigrationQuestion): Promise<Verdict[]> {
  return (await evaluateMembers(transaction, of, members, targets.askedAnew)).map(({ evaluation, members: alike }): Verdict => {
    const { standing, situation, other } = evaluation;
    if (standing.status !== 'COMPLETED' || liveSources(situation.sources, situation.now).length === 0) return staying(standing.status, alike);
    const after = evaluate(other.version.prepared, situationAskedAnew(situation));
    return { class: classifyAskedAnew(after), details: detailsOf(compareVersions(standing, after), []), members: alike, outcome: { evaluation, after } };
  });
}

function detailsOf({ effects, progressBefore, progressAfter, dueBefore, dueAfter }: VersionEffect, overridesEnded: MigrationDetails['overridesEnded']): MigrationDetails {
  return { effects, progressBefore, progressAfter, dueBefore, dueAfter, overridesEnded };
}

async function evaluateMembers(
  transaction: Transaction,
  { cohort, purpose }: Pick<MigrationQuestion, 'cohort' | 'purpose'>,
  members: readonly MigratedMember[],
  others: MigrationTargets['moved'],
): Promise<{ readonly evaluation: ComparedEvaluation; readonly members: readonly MigratedMember[] }[]> {
  const memberOf = new Map(members.map((member) => [member.enrollmentId, member]));
  const evaluations = await evaluateBeside(transaction, cohort, members, others, purpose);
  return evaluations.map((evaluation) => ({ evaluation, members: evaluation.enrollmentIds.map((id) => memberOf.get(id)!) }));
}
