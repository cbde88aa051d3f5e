import { GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { PersonCondition } from '../people/index.ts';
import { audienceName } from './person-record.queries.ts';

/** A way in which something was assigned to a person: a source of one of their enrollments, in force or ended. */
export interface PersonAssignmentRow {
  readonly id: string;
  readonly enrollmentId: string;
  readonly kind: string;
  readonly assignmentId: string | null;
  readonly assignmentNumber: number | null;
  readonly name: string | null;
  readonly audience: string | null;
  readonly assignmentState: string | null;
  readonly memberState: string | null;
  /** Whether its date holds for the person now. */
  readonly decides: boolean;
  readonly dormant: boolean;
  readonly kept: boolean;
  readonly suppressedBecause: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly endedBecause: string | null;
  readonly givenById: string | null;
  readonly endedById: string | null;
  readonly mayAssign: boolean;
  readonly ended: number;
}

/**
 * One page of what was assigned to a person, what is in force first, then the newest; of enrollments that a condition on `enrollment e` of
 * `person p` lets through.
 *
 * @param assignable the same, for those that the caller may assign and take away
 */
export async function findPersonAssignments(
  transaction: Transaction,
  { visible, assignable }: { readonly visible: PersonCondition; readonly assignable: PersonCondition },
  personId: string,
  first: number,
  after?: readonly (string | number | null)[],
): Promise<Page<PersonAssignmentRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = [
    'e.organization_id = $1',
    `e.person_id = ${parameters.add(personId, 'uuid')}`,
    `x.kind = ANY (${parameters.add([...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS], 'text[]')})`,
    // What was taken away by hand stands once: as what holds it back, not as the source that it replaced.
    `x.ended_because IS DISTINCT FROM 'SUPPRESSED'`,
    visible(parameters),
  ];
  const ended = `(x.valid_to IS NOT NULL)::integer`;
  if (after) {
    const [rank, since, id] = [parameters.add(after[0], 'integer'), parameters.add(after[1], 'timestamptz'), parameters.add(after[2], 'uuid')];
    conditions.push(`(${ended} > ${rank} OR (${ended} = ${rank} AND (date_trunc('milliseconds', x.valid_from), x.id) < (${since}, ${id})))`);
  }
  const rows = await transaction.query<PersonAssignmentRow>(
    `SELECT x.id, e.id AS "enrollmentId", x.kind, x.assignment_id AS "assignmentId", a.number AS "assignmentNumber", a.name,
       CASE WHEN a.id IS NOT NULL THEN ${audienceName} END AS audience, a.state AS "assignmentState", m.state AS "memberState",
       x.valid_to IS NULL AND s.due_source_id IS NOT DISTINCT FROM coalesce(x.assignment_id, x.id) AS decides,
       x.dormant AND x.valid_to IS NULL AND s.due_source_id IS DISTINCT FROM x.assignment_id AS dormant, x.kept, x.suppressed_reason AS "suppressedBecause",
       x.valid_from AS "validFrom", x.valid_to AS "validTo", x.ended_because AS "endedBecause", x.created_by AS "givenById", x.ended_by AS "endedById",
       ${assignable(parameters)} AS "mayAssign", ${ended} AS ended
     FROM enrollment e
     JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
     JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = e.id
     LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = x.assignment_id
     LEFT JOIN assignment_member m ON m.organization_id = $1 AND m.assignment_id = x.assignment_id AND m.person_id = e.person_id AND m.subject_id = e.subject_id
     WHERE ${conditions.join(' AND ')} ORDER BY ${ended}, date_trunc('milliseconds', x.valid_from) DESC, x.id DESC ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.ended, row.validFrom.toISOString(), row.id]);
}
