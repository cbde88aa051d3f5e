import type { Transaction } from '../../platform/database/transaction.ts';
import { columnsOf, notRevoked, type WorkOfPerson } from '../facts/index.ts';

/** The work that is spoken of, once for each record of its person. */
const recorded = `WITH work AS (SELECT DISTINCT w.person_id, w.subject_id FROM unnest($2::uuid[], $3::uuid[]) AS w (person_id, subject_id)),
     recorded AS MATERIALIZED (
       SELECT person_id, subject_id, person_id AS record_id FROM work
       UNION ALL SELECT w.person_id, w.subject_id, m.id FROM work w JOIN person m ON m.organization_id = $1 AND m.merged_into_id = w.person_id
     ), live AS MATERIALIZED (
       SELECT DISTINCT w.person_id, w.subject_id FROM recorded w
       JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = w.record_id AND f.subject_id = w.subject_id
       WHERE ${notRevoked}
     )`;

/** What was taken back wholly is no longer among what people have begun (U30): it begins again with their next work on it, from its start. */
export async function resetItems(transaction: Transaction, work: readonly WorkOfPerson[]): Promise<void> {
  await transaction.query(
    `${recorded}
     UPDATE item_progress i SET state = 'NOT_STARTED', progress = 0, position = NULL FROM recorded w
     WHERE i.organization_id = $1 AND i.person_id = w.record_id AND i.learning_object_id = w.subject_id AND i.state = 'COMPLETED'
       AND (w.person_id, w.subject_id) NOT IN (SELECT person_id, subject_id FROM live)`,
    [transaction.organizationId, ...columnsOf(work)],
  );
}

/** What was given back is complete again, unless they have begun anew. */
export async function restoreItems(transaction: Transaction, work: readonly WorkOfPerson[]): Promise<void> {
  await transaction.query(
    `${recorded}
     UPDATE item_progress i SET state = 'COMPLETED', progress = 1 FROM recorded w
     WHERE i.organization_id = $1 AND i.person_id = w.record_id AND i.learning_object_id = w.subject_id AND i.state = 'NOT_STARTED'
       AND (w.person_id, w.subject_id) IN (SELECT person_id, subject_id FROM live)`,
    [transaction.organizationId, ...columnsOf(work)],
  );
}
