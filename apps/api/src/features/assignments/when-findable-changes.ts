import type { Transaction } from '../../platform/database/transaction.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { lockPeople } from '../people/index.ts';
import { readPeopleOfChunk } from './membership.queries.ts';

const peoplePerChunk = 250;

/** Whom a change may let find what they could not: people, a plan, what a catalog lists; nothing given: anybody and anything. */
interface Change {
  readonly personIds?: readonly string[] | undefined;
  readonly planId?: string | undefined;
  readonly catalogId?: string | undefined;
}

interface Withdrawn {
  readonly id: string;
  readonly personId: string;
  readonly subjectId: string;
}

/**
 * Evaluates those anew who no longer have a plan and have done since all that it asks for: it is complete by their own doing once they can
 * find it (S5), and stays so. Others who were withdrawn have nothing that could change by it.
 */
export const reevaluateWithdrawn: JobHandler = async ({ payload, write, database, organizationId, signal }) => {
  const { personId, planId, catalogId, operationId, chunk } = payload as Readonly<Record<string, string | number | undefined>>;
  const found = await database.read({ organizationId }, async (transaction) => {
    const chunkOf = operationId !== undefined && chunk !== undefined ? await readPeopleOfChunk(transaction, String(operationId), Number(chunk)) : undefined;
    return findWithdrawn(transaction, {
      personIds: personId === undefined ? chunkOf : [String(personId)],
      planId: planId === undefined ? undefined : String(planId),
      catalogId: catalogId === undefined ? undefined : String(catalogId),
    });
  });
  for (let first = 0; first < found.length; first += peoplePerChunk) {
    if (signal.aborted) throw new Error('The process stops; the rest goes on elsewhere');
    await write((transaction) => reevaluate(transaction, found.slice(first, first + peoplePerChunk)));
  }
};

async function reevaluate(transaction: Transaction, rows: readonly Withdrawn[]): Promise<void> {
  await lockPeople(transaction, [...new Set(rows.map(({ personId }) => personId))], 'TO_RECORD');
  const changed = new Set((await evaluateEnrollments(transaction, rows.map(({ id }) => id))).changed);
  await transaction.emit(
    ...rows.filter(({ id }) => changed.has(id)).map(({ id, personId, subjectId }) => ({ type: 'enrollment.changed', ids: { enrollmentId: id, personId, subjectId } })),
  );
}

/** Who has done all of it is known by the progress that is stored with the standing: whoever is not complete has at most 0.9999. */
function findWithdrawn(transaction: Transaction, { personIds, planId, catalogId }: Change): Promise<Withdrawn[]> {
  return transaction.query<Withdrawn>(
    `SELECT e.id, e.person_id AS "personId", e.subject_id AS "subjectId" FROM learning_plan p
     JOIN standing s ON s.organization_id = $1 AND s.subject_id = p.id AND s.status = 'WITHDRAWN' AND s.progress >= 0.9999
     JOIN enrollment e ON e.organization_id = $1 AND e.id = s.enrollment_id
     WHERE p.organization_id = $1 AND p.lifecycle = 'ACTIVE' AND ($2::uuid[] IS NULL OR e.person_id = ANY ($2)) AND ($3::uuid IS NULL OR p.id = $3)
       AND ($4::uuid IS NULL OR p.id IN (SELECT c.subject_id FROM catalog_entry c WHERE c.organization_id = $1 AND c.catalog_id = $4 AND c.valid_to IS NULL))
     ORDER BY e.person_id, e.id`,
    [transaction.organizationId, personIds ?? null, planId ?? null, catalogId ?? null],
  );
}
