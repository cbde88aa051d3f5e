import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { GroupRow } from './group.queries.ts';

/** A membership of a person as their page shows it, past ones too. */
export interface MembershipRow extends GroupRow {
  readonly membershipId: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly cause: string;
  readonly endedBecause: string | null;
  readonly addedById: string | null;
  readonly endedById: string | null;
  readonly groupRemoved: boolean;
  readonly rank: number;
}

/** One page of the groups that a person is or was in: those of now first, by name, then the others, the latest first. */
export async function findMemberships(transaction: Transaction, personId: string, first: number, after?: readonly (string | number | null)[]): Promise<Page<MembershipRow>> {
  // Of two kinds of order one text makes a key: the names of groups, and how long before the year 2100 a membership ended.
  const rows = await transaction.query<MembershipRow & { sort: string }>(
    `WITH keyed AS (
       SELECT m.id AS "membershipId", m.valid_from AS since, m.valid_to AS until, m.cause, m.ended_because AS "endedBecause", m.created_by AS "addedById",
         m.ended_by AS "endedById", g.id, g.name, g.name_key AS "nameKey", g.kind, g.rule, g.evaluated_at AS "evaluatedAt", g.created_at AS "createdAt",
         g.row_version AS "rowVersion", g.removed_at IS NOT NULL AS "groupRemoved", (m.valid_to IS NOT NULL)::integer AS rank,
         CASE WHEN m.valid_to IS NULL THEN g.name_key ELSE lpad((4102444800000 - floor(extract(epoch FROM m.valid_to) * 1000))::bigint::text, 13, '0') END AS sort
       FROM group_membership m JOIN person_group g ON g.organization_id = $1 AND g.id = m.group_id
       WHERE m.organization_id = $1 AND m.person_id = $2
     )
     SELECT * FROM keyed WHERE $3::integer IS NULL OR (rank, sort COLLATE "C", "membershipId") > ($3, $4 COLLATE "C", $5::uuid)
     ORDER BY rank, sort COLLATE "C", "membershipId" ${limitPage(first)}`,
    [transaction.organizationId, personId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null],
  );
  return cutPage(rows, first, (row) => [row.rank, row.sort, row.membershipId]);
}
