import { isAssignment, succeed, type SourceKind } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { evaluateEnrollments, renewPins } from '../enrollments/index.ts';
import { holdPublishedVersion } from '../learning-plans/index.ts';
import { lockPeople } from '../people/index.ts';
import { findSubject, readOwned, type OfferedSubject } from './find-subject.ts';

/** What people take up by themselves in the Learning centre: begin it now, or keep it for later (L22). */
export type OwnKind = Extract<SourceKind, 'SELF_STARTED' | 'BOOKMARK'>;

/** What became of somebody's own doing: the enrollment that they have. */
export interface TakenUp {
  readonly enrollmentId: string;
}

/**
 * Lets a person take up a plan or course that they found (D14, D22): an enrollment where there is none, with a source of their own. Whoever has it already has it,
 * however often they ask. Refused when they cannot find it any more, or it has ended.
 */
export async function takeUp(transaction: Transaction, personId: string, subjectId: string, kind: OwnKind): Promise<Outcome<TakenUp>> {
  // Whoever asks once more waits for nobody.
  const [had] = await readOwned(transaction, personId, subjectId);
  if (had && hasIt(had.status, had.kinds, kind)) return succeed({ enrollmentId: had.enrollmentId });
  // One person’s own acts come one after the other, and after those that admins carry out on them.
  await lockPeople(transaction, [personId], 'TO_RECORD');
  await holdPublishedVersion(transaction, subjectId);
  const known = await findSubject(transaction, personId, subjectId);
  if (!known) return refuseWith('NOT_TO_BE_FOUND');
  const { subject, owned, isFindable } = known;
  if (owned && hasIt(owned.status, owned.kinds, kind)) return succeed({ enrollmentId: owned.enrollmentId });
  if (!isFindable) return refuseWith('NOT_TO_BE_FOUND');
  if (subject.hasEnded) return refuseWith('PLAN_ENDED');
  if (kind === 'BOOKMARK' && !subject.addable) return refuseWith('NOT_TO_BE_ADDED');
  const enrollmentId = owned?.enrollmentId ?? (await enroll(transaction, personId, subject));
  await addSource(transaction, enrollmentId, kind);
  await renewPins(transaction, [enrollmentId]);
  await settle(transaction, enrollmentId, { personId, subjectId, kind, type: 'registration.started' });
  return succeed({ enrollmentId });
}

/**
 * Takes something back that a person took up by themselves (L22). What was assigned stays, and what was done stays on record.
 * Refused for what they do not have; what they have only by an assignment is left as it is.
 */
export async function putBack(transaction: Transaction, personId: string, subjectId: string): Promise<Outcome<TakenUp>> {
  await lockPeople(transaction, [personId], 'TO_RECORD');
  const known = await findSubject(transaction, personId, subjectId);
  if (!known?.owned) return refuseWith('NOT_FOUND');
  const { enrollmentId } = known.owned;
  const ended = await transaction.query<{ kind: string }>(
    `UPDATE enrollment_source SET valid_to = $3, ended_because = 'CANCELLED', ended_by = $4
     WHERE organization_id = $1 AND enrollment_id = $2 AND valid_to IS NULL AND kind IN ('SELF_STARTED', 'BOOKMARK') RETURNING kind`,
    [transaction.organizationId, enrollmentId, transaction.now, personId],
  );
  if (ended[0]) await settle(transaction, enrollmentId, { personId, subjectId, kind: ended[0].kind, type: 'registration.cancelled' });
  return succeed({ enrollmentId });
}

/** A bookmark may become a start; whatever else holds the person in it holds them already. */
function hasIt(status: string, kinds: readonly string[], wanted: OwnKind): boolean {
  if (status === 'WITHDRAWN' || kinds.length === 0) return false;
  return kinds.includes(wanted) || kinds.some((kind) => isAssignment(kind as SourceKind)) || (wanted === 'BOOKMARK' ? kinds.includes('SELF_STARTED') : status !== 'NOT_STARTED');
}

async function enroll(transaction: Transaction, personId: string, { id, planId, planVersionId }: OfferedSubject): Promise<string> {
  const { organizationId, now, actor } = transaction;
  const enrollmentId = newId();
  await transaction.query(
    `INSERT INTO enrollment (organization_id, id, person_id, cycle, plan_id, plan_version_id, learning_object_id, enrolled_on, created_at, created_by)
     SELECT $1, $2, p.id, 1, $4, $5, $6, ($7::timestamptz AT TIME ZONE p.time_zone)::date, $7, $8 FROM person p WHERE p.organization_id = $1 AND p.id = $3`,
    [organizationId, enrollmentId, personId, planId, planVersionId, planId ? null : id, now, actor.id],
  );
  return enrollmentId;
}

async function addSource(transaction: Transaction, enrollmentId: string, kind: OwnKind): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, valid_from, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $5, $6)`,
    [organizationId, newId(), enrollmentId, kind, now, actor.id],
  );
}

/** Evaluates what the person has now, and tells of it; reports know what somebody takes up by themselves as a registration that was started or cancelled (L23). */
async function settle(
  transaction: Transaction,
  enrollmentId: string,
  { type, ...what }: { readonly personId: string; readonly subjectId: string; readonly kind: string; readonly type: 'registration.started' | 'registration.cancelled' },
): Promise<void> {
  await evaluateEnrollments(transaction, [enrollmentId]);
  const { personId, subjectId } = what;
  await transaction.emit({ type: 'enrollment.changed', ids: { enrollmentId, personId, subjectId } }, { type, ids: { enrollmentId, ...what } });
}
