import {
  checkAssignment,
  isUuid,
  parseInstant,
  refuse,
  sayAssignmentProblem,
  subjectOf,
  succeed,
  tidy,
  type AssignmentMode,
  type AssignmentProblem,
  type AssignmentTarget,
  type AudienceExpression,
  type DueRule,
  type Instant,
  type ListIdentifier,
  type OnLeavePolicy,
} from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { confirmEverybody, resolveAudience } from '../audiences/index.ts';
import { createOperation, storePreview } from '../operations/index.ts';
import { isKnownTo, mayGive, readTargets, type Target } from './assignment-target.ts';
import { classifyAssignment } from './classify-assignment.ts';

/** What an admin decides when assigning. */
export interface NewAssignment {
  readonly name?: string | null;
  /** The one plan, where there is nothing else. */
  readonly planId?: string | null;
  readonly targets?: readonly AssignmentTarget[] | null;
  readonly audience: unknown;
  /** That everybody is meant, where the audience leaves out nobody. */
  readonly confirmEverybody?: boolean | null;
  readonly dueRule?: DueRule | null;
  readonly notify?: boolean | null;
  readonly mode?: AssignmentMode | null;
  readonly onLeave?: OnLeavePolicy | null;
  /** When it begins; absent: at once. */
  readonly startsAt?: string | null;
  /** Whether those who have completed it are to do it again, in a new cycle. */
  readonly again?: boolean | null;
}

/** What the operation keeps of it; the people whom its maker may reach are part of it. */
export interface AssignmentInput {
  readonly assignmentId: string;
  readonly name: string;
  readonly targets: readonly AssignmentTarget[];
  readonly audience: AudienceExpression;
  readonly dueRule: DueRule | null;
  readonly notify: boolean;
  readonly mode: AssignmentMode;
  readonly onLeave: OnLeavePolicy;
  /** The people of a list, who are then in no audience. */
  readonly list?: AssignedList;
  /** When it begins; null: at once. */
  readonly startsAt: Instant | null;
  /** Whether those who have completed it begin a new cycle; absent: they do not. */
  readonly again?: boolean;
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

/** A list of people to whom something is given. */
export interface AssignedList {
  readonly name: string;
  readonly by: ListIdentifier;
}

/**
 * Previews giving plans and content to an audience: who gets what, who has it already, who has completed it. Nothing is given before the
 * operation is committed.
 */
export async function previewAssignment(transaction: Transaction, caller: Caller, input: NewAssignment): Promise<Outcome<{ id: string }>> {
  const checked = await checkGift(transaction, caller, input);
  if (!checked.ok) return checked;
  const audience = await resolveAudience(transaction, caller, input.audience, 'audience');
  if (!audience.ok) return audience;
  const { gift, title } = checked.value;
  const kept: AssignmentInput = { ...gift, audience: audience.value, mode: input.mode ?? 'ONE_TIME', onLeave: input.onLeave ?? 'KEEP_IF_STARTED' };
  const problems = findAssignmentProblems(transaction, caller, kept);
  if (problems.length > 0) return refuse(problems);
  const meant = await confirmEverybody(transaction, caller, audience.value, input.confirmEverybody, 'audience');
  if (!meant.ok) return meant;
  const id = await createOperation(transaction, { kind: 'ASSIGN', title, input: kept });
  await storePreview(transaction, id, await classifyAssignment(transaction, id, kept, caller));
  return succeed({ id });
}

/** What an operation keeps of an assignment, whomever it is for, and how the operation is called. */
interface CheckedGift {
  readonly title: Readonly<Record<string, string | number>>;
  readonly gift: Omit<AssignmentInput, 'audience' | 'mode' | 'onLeave'>;
}

/** Refuses what cannot be given, or not by this caller; for whom it is, is asked separately. */
export async function checkGift(transaction: Transaction, caller: Caller, input: Omit<NewAssignment, 'audience'>): Promise<Outcome<CheckedGift>> {
  const wanted = targetsOf(input);
  const found = await findTargets(transaction, caller, wanted, input.targets ? 'targets' : 'planId');
  if (!found.ok) return found;
  const { organizationId, viewer, actor } = caller;
  const gift = {
    assignmentId: newId(),
    name: tidy(input.name ?? '') || nameOf(found.value),
    targets: wanted,
    dueRule: input.dueRule && input.dueRule.kind !== 'NONE' ? input.dueRule : null,
    notify: input.notify ?? false,
    startsAt: input.startsAt ? (parseInstant(input.startsAt) ?? null) : null,
    again: input.again ?? false,
    caller: { organizationId, viewer, actor },
  };
  return succeed({ title: titleOf(gift.name, found.value), gift });
}

/** What is wrong with an assignment by itself, as callers are told; its days are meant in the zone of the caller. */
export function findAssignmentProblems(transaction: Transaction, caller: Caller, input: AssignmentInput): UserProblem[] {
  const problems = checkAssignment(input, { now: transaction.now.toISOString() as never, zone: caller.timeZone });
  // A name is made of what is given: where there is nothing, that is what is wrong.
  return problems.filter(({ code }) => code !== 'NAME_MISSING').map((each) => ({ code: each.code, field: fieldOf(each), say: (language) => sayAssignmentProblem(each, language) }));
}

/** What is wrong with a date stands at the date, of a rule that has one. */
function fieldOf({ code, field }: AssignmentProblem): string {
  return code === 'DUE_IN_PAST' || code === 'DUE_BEFORE_START' ? `${field}.date` : field;
}

function targetsOf({ planId, targets }: Pick<NewAssignment, 'planId' | 'targets'>): readonly AssignmentTarget[] {
  return targets ?? (planId ? [{ kind: 'PLAN', planId: planId as never }] : []);
}

/** What the caller may give; what is not known to them is not there. */
async function findTargets(transaction: Transaction, caller: Caller, wanted: readonly AssignmentTarget[], field: string): Promise<Outcome<readonly Target[]>> {
  if (!wanted.every((target) => isUuid(subjectOf(target)))) return refuseWith('NOT_FOUND', field);
  const targets = await readTargets(transaction, wanted);
  if (targets.length < wanted.length || !targets.every((target) => isKnownTo(caller, target))) return refuseWith('NOT_FOUND', field);
  if (!targets.every((target) => mayGive(caller, target))) return refuseWith('NOT_ALLOWED');
  const unused = targets.find((target) => !target.isInUse);
  if (unused) return unused.plan ? refuseWith('PLAN_NOT_ACTIVE', field) : refuseWith('CONTENT_NOT_ACTIVE', { name: unused.name }, field);
  return succeed(targets);
}

const longestName = 200;

/** What an assignment is called that nobody gave a name: by what it gives. */
function nameOf(targets: readonly Target[]): string {
  const names = targets.map((target) => target.name).join(', ');
  return names.length <= longestName ? names : `${names.slice(0, longestName - 1)}…`;
}

function titleOf(name: string, targets: readonly Target[]): Readonly<Record<string, string | number>> {
  const [first] = targets;
  return targets.length === 1 ? { name, plan: first!.name } : { name, plan: first?.name ?? '', more: targets.length - 1 };
}
