import { decideLeave, type OnLeavePolicy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { audienceCondition } from '../audiences/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { writeRowsOfTargets, type Preview } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { receiversOf, type Target } from './assignment-target.ts';
import { chunkSize, lockClasses } from './classify-assignment.ts';
import type { MemberClass } from './classify-member.ts';
import { giveToPeople } from './give-to-people.ts';
import { endSources, findJoining, findLeaving, joiningAndLeaving, keepSources, type Membership } from './membership.queries.ts';
import type { AssignmentInput } from './preview-assignment.ts';

/** A dynamic assignment as its people are brought up to date. */
export interface DynamicAssignment {
  readonly input: AssignmentInput;
  /** What of it can be given at present. */
  readonly targets: readonly Target[];
  readonly givenBy: string | null;
  readonly onLeave: OnLeavePolicy;
}

/** Whom an assignment gives one of its things: its audience, within what its maker could reach. */
export function membershipOf({ assignmentId, audience, caller }: AssignmentInput, target: Target): Membership {
  const scope = receiversOf(caller as Caller, target);
  return { assignmentId, subjectId: target.id, audience: (parameters) => `${scope(parameters)} AND ${audienceCondition(audience, parameters)}` };
}

/** Writes down who would join and leave, for each thing that the assignment gives. */
export function writeMemberRows(transaction: Transaction, operationId: string, { input, targets }: DynamicAssignment): Promise<Preview> {
  const rows = targets.map((target) => ({ targetId: target.id, rows: joiningAndLeaving(membershipOf(input, target)) }));
  return writeRowsOfTargets(transaction, operationId, rows, chunkSize);
}

/** What became of somebody: the state of who joined, `LEFT` or `LEFT_KEPT` of who left; nobody else is in it. */
export type Updated = ReadonlyMap<string, string>;

/**
 * Gives one thing of the assignment to those of some people who belong to its audience now, and takes it from those who no longer do (2.5). They are
 * locked first, so that each is looked at as they are at this moment.
 */
export async function updateMembers(
  transaction: Transaction,
  assignment: DynamicAssignment,
  target: Target,
  people: readonly string[],
): Promise<{ readonly outcomes: Updated; readonly given: readonly string[]; readonly enrollmentIds: readonly string[] }> {
  await lockPeople(transaction, people, 'TO_RECORD');
  const membership = membershipOf(assignment.input, target);
  const slice = { among: people, limit: people.length };
  const joining = await findJoining(transaction, membership, slice);
  const classes = joining.length > 0 ? await lockClasses(transaction, assignment.input, target, joining) : new Map<string, MemberClass>();
  const given = await giveToPeople(transaction, { ...assignment.input, target, givenBy: assignment.givenBy }, classes);

  const leaving = await findLeaving(transaction, membership, slice);
  const decided = leaving.map((each) => ({ ...each, decision: decideLeave({ ...each, onLeave: assignment.onLeave }) }));
  const idsOf = (decision: string): string[] => decided.flatMap((each) => (each.decision === decision ? [each.enrollmentId] : []));
  const [ended, kept] = [idsOf('ENDED'), idsOf('KEPT')];
  await keepSources(transaction, assignment.input.assignmentId, kept);
  await endSources(transaction, assignment.input.assignmentId, ended, { state: 'REMOVED', because: 'LEFT_AUDIENCE' });
  const { changed } = await evaluateEnrollments(transaction, [...ended, ...kept]);
  const left = decided.map(({ id, decision }) => [id, decision === 'KEPT' ? 'LEFT_KEPT' : 'LEFT'] as const);
  const joined = Array.from(classes, ([id, each]) => [id, each.class] as const);
  return { outcomes: new Map([...joined, ...left]), given, enrollmentIds: [...given, ...changed] };
}
