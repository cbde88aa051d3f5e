import {
  changeOverrides,
  dateIn,
  detachFromGroups,
  groupSources,
  individualRules,
  overrideProblemField,
  refuse,
  rulesMessage,
  sayOverride,
  sayOverrideProblem,
  succeed,
  type IndividualRules,
  type OverrideProblem,
} from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { personLoader } from '../people/index.ts';
import { detachEnrollments } from './detach-enrollments.ts';
import { lockOverridden } from './lock-overridden.ts';
import { readOverrides, writeOverrides, type OverrideRow } from './override.queries.ts';
import { readAssignmentNames } from './assignment-names.queries.ts';

/** What is to hold from now on of one milestone of one person, or of the plan as a whole. */
export interface NewIndividualRules extends IndividualRules {
  readonly enrollmentId: string;
  /** Null: the plan itself. */
  readonly milestoneKey: string | null;
  /** Of the rules that were looked at. */
  readonly revision: number;
  readonly reason: string;
  /** That the person leaves the assignments of groups by this (L44). */
  readonly leaveGroupAssignment: boolean;
}

/**
 * Settles the individual rules of one person (L41–L44): waives, adjusts, or takes earlier changes back, and evaluates at once. Refuses
 * what the domain refuses, a change on top of somebody else's that was not seen, and for who has the plan through a group a change
 * that does not confirm that they leave it.
 */
export async function overrideEnrollment(transaction: Transaction, caller: Caller, input: NewIndividualRules): Promise<Outcome<{ id: string }>> {
  const locked = await lockOverridden(transaction, caller, input);
  if (!locked.ok) return locked;
  const { enrollment, reason, evaluation } = locked.value;
  const { situation, standing, prepared } = evaluation;
  const milestone = input.milestoneKey === null ? null : prepared.plan.milestones.find(({ key }) => key === input.milestoneKey);
  if (milestone === undefined) return refuseWith('NOT_FOUND', 'milestoneKey');
  const here = (await readOverrides(transaction, [enrollment.id])).filter((row) => (row.milestoneKey ?? null) === input.milestoneKey);
  const inForce = here.filter((row) => row.validTo === null);
  if (revisionOf(here) !== input.revision) return refuseMeanwhile(transaction, here, situation.person.zone);

  const today = dateIn(transaction.now.toISOString() as never, situation.person.zone);
  const changed = changeOverrides(input, { status: standing.status, milestone, inForce, today });
  if (!changed.ok) return refuse(changed.problem.map(fromDomain));
  const { begin, end, requires } = changed.value;
  if (begin.length + end.length === 0) return succeed({ id: enrollment.id });
  const groups = requires && begin.some(({ act }) => act !== 'NOTE') ? groupSources(situation) : [];
  if (groups.length > 0 && !input.leaveGroupAssignment) {
    return refuseWith('GROUP_ASSIGNED', { names: await readAssignmentNames(transaction, groups.map(({ id }) => id)) }, 'leaveGroupAssignment');
  }

  if (groups.length > 0) await detachEnrollments(transaction, [{ enrollmentId: enrollment.id, keeps: detachFromGroups(standing) }]);
  await writeOverrides(transaction, { begin: begin.map((content) => ({ enrollmentId: enrollment.id, content })), end, reason });
  await evaluateEnrollments(transaction, [enrollment.id]);
  await recordAudit(transaction, {
    act: 'PROGRESS_OVERRIDE',
    subject: { kind: 'enrollment', id: enrollment.id },
    before: { milestoneKey: input.milestoneKey, ...individualRules(inForce) },
    after: { milestoneKey: input.milestoneKey, ...individualRules([...inForce.filter(({ id }) => !end.includes(id)), ...begin]), leftGroupAssignments: groups.map(({ id }) => id) },
    reason,
  });
  await transaction.emit({ type: 'enrollment.changed', ids: { enrollmentId: enrollment.id, subjectId: enrollment.subjectId, personId: enrollment.personId } });
  return succeed({ id: enrollment.id });
}

/** Goes up whenever something begins or ends at a place; nothing is ever taken out. */
export function revisionOf(rows: readonly OverrideRow[]): number {
  return rows.length + rows.filter((row) => row.validTo !== null).length;
}

/** The latest of the changes at a place, and who made it. */
export function latestChange(rows: readonly OverrideRow[]): { readonly at: Date; readonly by: string | null; readonly reason: string | null } | undefined {
  const changes = rows.flatMap((row) => [
    { at: row.validFrom, by: row.createdBy, reason: row.reason },
    ...(row.validTo ? [{ at: row.validTo, by: row.endedBy, reason: null }] : []),
  ]);
  return changes.reduce<(typeof changes)[number] | undefined>((latest, each) => (!latest || each.at > latest.at || (each.at.getTime() === latest.at.getTime() && each.reason !== null) ? each : latest), undefined);
}

async function refuseMeanwhile(transaction: Transaction, here: readonly OverrideRow[], zone: string): Promise<Outcome<never>> {
  const latest = latestChange(here);
  const by = latest?.by ? ((await personLoader.load(transaction, [latest.by])).get(latest.by)?.displayName ?? null) : null;
  const rules = rulesMessage(individualRules(here.filter((row) => row.validTo === null)));
  const on = dateIn((latest?.at ?? transaction.now).toISOString() as never, zone);
  return refuse([
    {
      code: 'STALE_EDIT',
      field: null,
      currentRowVersion: revisionOf(here),
      say: (language) => sayOverride({ code: 'CHANGED_MEANWHILE', params: { by, on, rules } }, language),
    },
  ]);
}

function fromDomain(found: OverrideProblem): UserProblem {
  return { code: found.code, field: overrideProblemField(found.code), say: (language) => sayOverrideProblem(found, language) };
}
