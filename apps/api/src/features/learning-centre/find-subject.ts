import type { PlanCover } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readFindable } from '../catalogs/index.ts';
import { coverOfVersion } from '../learning-plans/index.ts';
import { cycleCounts } from '../enrollments/index.ts';

/** A plan or a course: what it is given by. */
export interface OfferedSubject {
  readonly id: string;
  readonly planId: string | null;
  readonly planVersionId: string | null;
  readonly name: string;
  readonly description: string;
  readonly cover: PlanCover | null;
  readonly kind: string;
  readonly addable: boolean;
  readonly hasEnded: boolean;
  readonly since: Date;
}

/** What a person has of it: their latest cycle that counts, and by what kinds of live sources. */
export interface OwnedSubject {
  readonly enrollmentId: string;
  readonly status: string;
  readonly progress: number;
  readonly kinds: readonly string[];
}

/** A plan or course as one person meets it in the Learning centre. */
export interface SubjectOfPerson {
  readonly subject: OfferedSubject;
  readonly owned: OwnedSubject | undefined;
  readonly catalogIds: readonly string[];
  /** Whether the person can find it without being assigned. */
  readonly isFindable: boolean;
}

/** A plan or course that a person can find or has; undefined: neither, and so nothing is told of it (D15, X3). */
export async function findSubject(transaction: Transaction, personId: string, id: string): Promise<SubjectOfPerson | undefined> {
  const [[subject], [owned], found] = await Promise.all([readSubject(transaction, id), readOwned(transaction, personId, id), readFindable(transaction, personId, [id])]);
  const catalogs = found.get(id);
  const has = owned !== undefined && owned.status !== 'WITHDRAWN';
  if (!subject || (!catalogs && !has)) return undefined;
  return { subject, owned, catalogIds: [...(catalogs ?? [])], isFindable: catalogs !== undefined };
}

function readSubject(transaction: Transaction, id: string): Promise<OfferedSubject[]> {
  return transaction.query<OfferedSubject>(
    `SELECT p.id, p.id AS "planId", v.id AS "planVersionId", v.name, v.description, ${coverOfVersion('v')} AS cover, p.preset AS kind, v.published_at AS since,
       p.show_add_to_my_plans AND v.registration_type <> 'ENFORCED' AS addable, coalesce(v.ends_at <= $3 AND v.end_policy = 'CLOSE', false) AS "hasEnded"
     FROM learning_plan p JOIN plan_version v ON v.organization_id = $1 AND v.id = p.published_version_id WHERE p.organization_id = $1 AND p.id = $2
     UNION ALL
     SELECT o.id, NULL, NULL, o.name, o.description, NULL, o.kind, o.created_at, true, false FROM learning_object o WHERE o.organization_id = $1 AND o.id = $2 AND o.kind = 'COURSE'`,
    [transaction.organizationId, id, transaction.now],
  );
}

/** What a person has of a plan or course: one row, or none. */
export function readOwned(transaction: Transaction, personId: string, id: string): Promise<OwnedSubject[]> {
  return transaction.query<OwnedSubject>(
    `SELECT e.id AS "enrollmentId", coalesce(s.status, 'NOT_STARTED') AS status, coalesce(s.progress, 0)::float8 AS progress,
       ARRAY(SELECT x.kind FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND x.valid_to IS NULL AND x.suppressed_reason IS NULL) AS kinds
     FROM enrollment e LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     WHERE e.organization_id = $1 AND e.person_id = $2 AND e.subject_id = $3
       AND ${cycleCounts('e.cycle', '(SELECT c.status FROM standing c WHERE c.organization_id = $1 AND c.enrollment_id = e.id)')}
     ORDER BY e.cycle DESC LIMIT 1`,
    [transaction.organizationId, personId, id],
  );
}
