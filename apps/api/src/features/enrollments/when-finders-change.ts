import { referencesOf, speaksOf, type GroupId } from '@milepost/domain';
import type { JobContext, JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readPeopleOfChunk } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { evaluateEnrollments } from './evaluate-enrollments.ts';
import { findWithdrawnFinders, readLostPlans, type LostEnrollment, type LostPlan } from './withdrawn.queries.ts';

/** So many are evaluated in one transaction: it stays short, because events of everybody wait for the oldest one. */
const atOnce = 250;

/**
 * Whoever lost a plan, has done it since and can find it from now on has completed it by themselves (S5): evaluated anew when its visible range, a catalog or what
 * is known of people has changed. Who cannot find it any more is not looked for: what is completed stays, and nothing else depended on it (S6). Run again it
 * changes nothing.
 */
export const whenFindersChange: JobHandler = async (context) => {
  const { planId, catalogId, groupId, departmentId } = context.payload as Readonly<Record<string, string | undefined>>;
  const { personIds, plans } = await context.database.read({ organizationId: context.organizationId }, async (transaction) => {
    const people = await readNamedPeople(transaction, context.payload);
    return { personIds: people, plans: await readLostPlans(transaction, { planId, catalogId, personIds: people }) };
  });
  const concerned = plans.filter(({ finders }) => (!groupId || referencesOf(finders).groupIds.includes(groupId as GroupId)) && (!departmentId || speaksOf(finders, 'DEPARTMENTS')));
  for (const plan of concerned) await evaluateFinders(context, plan, personIds);
};

/** Whom an event names: one person, or those of a chunk; undefined: everybody may be meant. */
async function readNamedPeople(transaction: Transaction, { personId, operationId, chunk }: JobContext['payload']): Promise<readonly string[] | undefined> {
  if (typeof personId === 'string') return [personId];
  return typeof operationId === 'string' && typeof chunk === 'number' ? readPeopleOfChunk(transaction, operationId, chunk) : undefined;
}

async function evaluateFinders({ write, signal }: JobContext, plan: LostPlan, personIds: readonly string[] | undefined): Promise<void> {
  let last: LostEnrollment | undefined;
  do {
    if (signal.aborted) throw new Error('The process stops; the rest is evaluated elsewhere');
    last = await write(async (transaction) => {
      const found = await findWithdrawnFinders(transaction, plan, { personIds, after: last?.enrollmentId, limit: atOnce });
      await evaluatePart(transaction, plan.planId, found);
      return found.at(-1);
    });
  } while (last);
}

async function evaluatePart(transaction: Transaction, planId: string, found: readonly LostEnrollment[]): Promise<void> {
  await lockPeople(transaction, found.map(({ personId }) => personId), 'TO_RECORD');
  const { changed } = await evaluateEnrollments(transaction, found.map(({ enrollmentId }) => enrollmentId));
  const personOf = new Map(found.map(({ enrollmentId, personId }) => [enrollmentId, personId]));
  await transaction.emit(...changed.map((enrollmentId) => ({ type: 'enrollment.changed', ids: { enrollmentId, subjectId: planId, personId: personOf.get(enrollmentId)! } })));
}
