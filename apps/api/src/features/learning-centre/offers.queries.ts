import type { PlanCover } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { foundBy, type OpenToPerson } from '../catalogs/index.ts';
import { coverOfVersion } from '../learning-plans/index.ts';

export type OfferKind = 'LEARNING_PLAN' | 'TRAINING_PLAN' | 'CERTIFICATION_PLAN' | 'COURSE';
export type OfferSort = 'NAME' | 'NEWEST';

/** Which of what a person can find a page shows; what is absent does not narrow it. */
export interface OfferFilter {
  readonly search?: string | null;
  readonly kinds?: readonly OfferKind[] | null;
  readonly catalogIds?: readonly string[] | null;
  /** Whether the person has it already. */
  readonly mine?: boolean | null;
}

/** A plan or course on the learner's page, with where they stand in it. */
export interface OfferRow {
  readonly id: string;
  readonly kind: OfferKind;
  readonly name: string;
  readonly nameKey: string;
  readonly description: string;
  readonly cover: PlanCover | null;
  readonly since: Date;
  readonly enrollmentId: string | null;
  readonly status: string | null;
  readonly progress: number | null;
  readonly catalogs: readonly { readonly id: string; readonly name: string }[];
}

/** How many there are of a value, with all other filters at work. */
export interface FacetRow {
  readonly facet: 'KIND' | 'CATALOG' | 'MINE' | 'ALL';
  readonly value: string | null;
  readonly name: string | null;
  readonly count: number;
}

/** Who looks, and when; what is open to them. */
export interface Finder {
  readonly personId: string;
  readonly open: OpenToPerson;
  readonly now: Date;
}

/** What a person has of plans and courses, and what of it they have at present, by what it is. */
export async function readOwnSubjects(transaction: Transaction, personId: string): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT e.subject_id AS id FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current
     WHERE e.organization_id = $1 AND e.person_id = $2 AND s.status <> 'WITHDRAWN'`,
    [transaction.organizationId, personId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Everything that a person finds, and what they have, as the relation `offer`: what it is, where they stand in it, and in which catalogs they find it. */
function offers(parameters: SqlParameters, { personId, open, now }: Finder, search: string | null | undefined): string {
  const person = parameters.add(personId, 'uuid');
  const pattern = search?.trim() ? parameters.addContaining(search) : undefined;
  const named = (alias: string): string => (pattern ? `AND (${alias}.name_key LIKE ${pattern} OR ${alias}.description_key LIKE ${pattern})` : '');
  return `mine AS MATERIALIZED (
      SELECT e.subject_id, e.id, s.status, s.progress::float8 AS progress FROM enrollment e
      JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current
      WHERE e.organization_id = $1 AND e.person_id = ${person} AND s.status <> 'WITHDRAWN'
    ), found AS MATERIALIZED (
      SELECT x.subject_id AS id, array_remove(array_agg(x.catalog_id), NULL) AS catalog_ids
      FROM (${foundBy(parameters, open, now)} UNION ALL SELECT m.subject_id, NULL FROM mine m) x GROUP BY x.subject_id
    ), offered AS MATERIALIZED (
      SELECT p.id, p.preset AS kind, p.name, p.name_key, v.published_at AS since, v.id AS version_id, f.catalog_ids
      FROM found f JOIN learning_plan p ON p.organization_id = $1 AND p.id = f.id
      JOIN plan_version v ON v.organization_id = $1 AND v.id = p.published_version_id
      WHERE p.lifecycle <> 'ARCHIVED' ${named('p')}
      UNION ALL
      SELECT o.id, o.kind, o.name, o.name_key, o.created_at, NULL, f.catalog_ids FROM found f JOIN learning_object o ON o.organization_id = $1 AND o.id = f.id
      WHERE o.kind = 'COURSE' AND o.status = 'ACTIVE' ${named('o')}
    ), offer AS MATERIALIZED (
      SELECT o.*, m.id AS enrollment_id, m.status, m.progress, m.id IS NOT NULL AS mine FROM offered o LEFT JOIN mine m ON m.subject_id = o.id
    )`;
}

const narrowing = {
  KIND: (parameters: SqlParameters, { kinds }: OfferFilter): string => (kinds?.length ? `o.kind = ANY (${parameters.add(kinds, 'text[]')})` : 'true'),
  CATALOG: (parameters: SqlParameters, { catalogIds }: OfferFilter): string => (catalogIds?.length ? `o.catalog_ids && ${parameters.add(catalogIds, 'uuid[]')}` : 'true'),
  MINE: (parameters: SqlParameters, { mine }: OfferFilter): string => (typeof mine === 'boolean' ? `o.mine = ${parameters.add(mine, 'boolean')}` : 'true'),
} as const;
type Narrowing = keyof typeof narrowing;

/** The filter but for one of its parts: how many there would be with another choice there. */
function filtered(parameters: SqlParameters, filter: OfferFilter, but?: Narrowing): string {
  const parts = (Object.keys(narrowing) as Narrowing[]).filter((part) => part !== but);
  return parts.map((part) => narrowing[part](parameters, filter)).join(' AND ');
}

/** One page of what a person finds, by one statement. */
export async function findOffers(
  transaction: Transaction,
  finder: Finder,
  filter: OfferFilter,
  sort: OfferSort,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<OfferRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const relation = offers(parameters, finder, filter.search);
  const conditions = [filtered(parameters, filter)];
  if (after) {
    const id = parameters.add(after[1], 'uuid');
    conditions.push(sort === 'NAME' ? `(o.name_key, o.id) > (${parameters.add(after[0])}, ${id})` : `(o.since, o.id) < (${parameters.add(after[0], 'timestamptz')}, ${id})`);
  }
  const order = (alias: string): string => (sort === 'NAME' ? `${alias}.name_key, ${alias}.id` : `${alias}.since DESC, ${alias}.id DESC`);
  const rows = await transaction.query<OfferRow>(
    `WITH ${relation}, page AS MATERIALIZED (
       SELECT o.* FROM offer o WHERE ${conditions.join(' AND ')} ORDER BY ${order('o')} ${limitPage(first)}
     )
     SELECT o.id, o.kind, o.name, o.name_key AS "nameKey", o.since,
       left(coalesce(v.description, x.description, ''), 1000) AS description, ${coverOfVersion('v')} AS cover, o.enrollment_id AS "enrollmentId", o.status, o.progress,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.name_key, c.id), '[]') FROM catalog c
         WHERE c.organization_id = $1 AND c.id = ANY (o.catalog_ids)) AS catalogs
     FROM page o
     LEFT JOIN plan_version v ON v.organization_id = $1 AND v.id = o.version_id
     LEFT JOIN learning_object x ON x.organization_id = $1 AND x.id = o.id
     ORDER BY ${order('o')}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [sort === 'NAME' ? row.nameKey : row.since.toISOString(), row.id]);
}

/** How many there are of each kind, catalog and state, and in all; by one statement. */
export async function countOffers(transaction: Transaction, finder: Finder, filter: OfferFilter): Promise<FacetRow[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const relation = offers(parameters, finder, filter.search);
  return transaction.query<FacetRow>(
    `WITH ${relation}
     SELECT 'KIND' AS facet, o.kind AS value, NULL AS name, count(*)::int AS count FROM offer o WHERE ${filtered(parameters, filter, 'KIND')} GROUP BY o.kind
     UNION ALL SELECT 'MINE', o.mine::text, NULL, count(*)::int FROM offer o WHERE ${filtered(parameters, filter, 'MINE')} GROUP BY o.mine
     UNION ALL (SELECT 'CATALOG', c.id::text, c.name, k.count FROM (
       SELECT i.id, count(*)::int AS count FROM offer o CROSS JOIN LATERAL unnest(o.catalog_ids) AS i (id) WHERE ${filtered(parameters, filter, 'CATALOG')} GROUP BY i.id
     ) k JOIN catalog c ON c.organization_id = $1 AND c.id = k.id ORDER BY c.name_key, c.id)
     UNION ALL SELECT 'ALL', NULL, NULL, count(*)::int FROM offer o WHERE ${filtered(parameters, filter)}`,
    parameters.values,
  );
}
