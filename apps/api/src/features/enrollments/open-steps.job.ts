import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { lockPeople } from '../people/index.ts';
import { evaluateEnrollments } from './evaluate-enrollments.ts';

/** So many are evaluated in one transaction: it stays short, because events of everybody wait for the oldest one. */
const atOnce = 250;

interface Due {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly opensAt: Date;
}

/**
 * Evaluates everybody for whom a step is to open by now. That a step is open needs no job, for it is read off the clock; this tells of it. Cut off and run again it
 * goes on with those who are left; what a job missed the next one finds.
 */
export const openSteps: JobHandler = async ({ write, signal }) => {
  let last: Due | undefined;
  do {
    if (signal.aborted) throw new Error('The process stops; the rest is opened elsewhere');
    last = await write((transaction) => openPart(transaction, last));
  } while (last);
};

/** @returns the last of the part; undefined: nobody is left */
async function openPart(transaction: Transaction, after: Due | undefined): Promise<Due | undefined> {
  const due = await transaction.query<Due>(
    `SELECT s.enrollment_id AS "enrollmentId", e.person_id AS "personId", s.opens_at AS "opensAt"
     FROM standing s JOIN enrollment e ON e.organization_id = $1 AND e.id = s.enrollment_id
     WHERE s.organization_id = $1 AND s.opens_at <= $2 AND ($3::timestamptz IS NULL OR (s.opens_at, s.enrollment_id) > ($3::timestamptz, $4::uuid))
     ORDER BY s.opens_at, s.enrollment_id LIMIT ${atOnce}`,
    [transaction.organizationId, transaction.now, after?.opensAt ?? null, after?.enrollmentId ?? null],
  );
  await lockPeople(transaction, due.map(({ personId }) => personId), 'TO_RECORD');
  await evaluateEnrollments(transaction, due.map(({ enrollmentId }) => enrollmentId));
  return due.at(-1);
}
