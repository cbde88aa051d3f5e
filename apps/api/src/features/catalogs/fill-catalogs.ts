import { refuse, succeed } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { problem, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan, type PlanOwnership } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { lockCatalogs } from './catalog.queries.ts';

/** What is to stand in which catalogs, or no longer. */
export interface CatalogFilling {
  readonly catalogIds: readonly string[];
  readonly planIds: readonly string[];
  readonly learningObjectIds: readonly string[];
}

/** So many catalogs, and so many plans and courses, at once. */
const fillingLimit = 200;
/** Each thing in each catalog is an entry; so many are written in a fifth of a second, and events of everybody wait as long. */
const entriesLimit = 2_000;

/** What became of one thing in one catalog. UNCHANGED: it was so already; REFUSED because of `code`. */
export interface FilledOutcome {
  readonly catalogId: string;
  readonly subjectId: string;
  readonly outcome: 'CHANGED' | 'UNCHANGED' | 'REFUSED';
  readonly code: 'UNKNOWN_CATALOG' | 'UNKNOWN_PLAN' | 'NOT_ALLOWED' | 'UNKNOWN_LEARNING_OBJECT' | null;
}

/** Lists plans and courses in catalogs, many in many at once (L45); what stands there already stays as it is. Each has a row that says what became of it. */
export function addToCatalogs(transaction: Transaction, caller: Caller, filling: CatalogFilling): Promise<Outcome<readonly FilledOutcome[]>> {
  return fill(transaction, caller, filling, 'catalog.add', (allowed) => insertEntries(transaction, allowed));
}

/** The same the other way round. */
export function removeFromCatalogs(transaction: Transaction, caller: Caller, filling: CatalogFilling): Promise<Outcome<readonly FilledOutcome[]>> {
  return fill(transaction, caller, filling, 'catalog.take', (allowed) => endEntries(transaction, allowed));
}

interface Place {
  readonly catalogId: string;
  readonly subjectId: string;
  readonly kind: 'PLAN' | 'COURSE';
}

async function fill(
  transaction: Transaction,
  caller: Caller,
  { catalogIds, planIds, learningObjectIds }: CatalogFilling,
  act: string,
  apply: (allowed: readonly Place[]) => Promise<readonly Pick<Place, 'catalogId' | 'subjectId'>[]>,
): Promise<Outcome<readonly FilledOutcome[]>> {
  const [catalogs, plans, courses] = [catalogIds, planIds, learningObjectIds].map((ids) => [...new Set(ids)]) as [string[], string[], string[]];
  if (catalogs.length === 0 || plans.length + courses.length === 0) return refuse([problem('NOTHING_SELECTED')]);
  if (catalogs.length > fillingLimit || plans.length + courses.length > fillingLimit) {
    return refuse([problem('TOO_MANY', { limit: fillingLimit })]);
  }
  const count = catalogs.length * (plans.length + courses.length);
  if (count > entriesLimit) return refuse([problem('TOO_MANY_ENTRIES', { count, limit: entriesLimit })]);
  const known = new Set((await lockCatalogs(transaction, catalogs)).map(({ id }) => id));
  const refusedBecause = await judgeSubjects(transaction, caller, plans, courses);
  const places = catalogs.flatMap((catalogId) => [
    ...plans.map((subjectId): Place => ({ catalogId, subjectId, kind: 'PLAN' })),
    ...courses.map((subjectId): Place => ({ catalogId, subjectId, kind: 'COURSE' })),
  ]);
  const codeOf = ({ catalogId, subjectId }: Place): FilledOutcome['code'] => (known.has(catalogId) ? (refusedBecause.get(subjectId) ?? null) : 'UNKNOWN_CATALOG');
  const changed = Map.groupBy(await apply(places.filter((place) => codeOf(place) === null)), ({ catalogId }) => catalogId);
  for (const [catalogId, rows] of changed) {
    await recordAudit(transaction, { act, subject: { kind: 'catalog', id: catalogId }, after: { subjects: rows.map(({ subjectId }) => subjectId) } });
    await transaction.emit({ type: 'catalog.changed', ids: { catalogId } });
  }
  const isChanged = new Set([...changed.values()].flat().map(({ catalogId, subjectId }) => `${catalogId} ${subjectId}`));
  return succeed(
    places.map((place) => {
      const code = codeOf(place);
      const outcome = code ? 'REFUSED' : isChanged.has(`${place.catalogId} ${place.subjectId}`) ? 'CHANGED' : 'UNCHANGED';
      return { catalogId: place.catalogId, subjectId: place.subjectId, outcome, code };
    }),
  );
}

/** Why the caller may not say where a plan or course can be found; those who may are missing. A plan is shown by whoever may set its visible range. */
async function judgeSubjects(transaction: Transaction, caller: Caller, planIds: readonly string[], courseIds: readonly string[]): Promise<ReadonlyMap<string, NonNullable<FilledOutcome['code']>>> {
  const { organizationId } = transaction;
  const plans = await transaction.query<PlanOwnership & { id: string }>(
    `SELECT id, owner_id AS "ownerId", collaboration_allowed AS "collaborationAllowed" FROM learning_plan WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND lifecycle <> 'ARCHIVED'`,
    [organizationId, planIds],
  );
  const courses = await transaction.query<{ id: string }>(`SELECT id FROM learning_object WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'COURSE'`, [organizationId, courseIds]);
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const known = new Set(courses.map(({ id }) => id));
  const judgePlan = (plan: PlanOwnership | undefined): FilledOutcome['code'] => {
    if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return 'UNKNOWN_PLAN';
    return mayOnPlan(caller, 'PLAN_SET_VISIBLE_RANGE', plan) ? null : 'NOT_ALLOWED';
  };
  const judgeCourse = (id: string): FilledOutcome['code'] => (!known.has(id) ? 'UNKNOWN_LEARNING_OBJECT' : caller.acts.has('CONTENT_EDIT') ? null : 'NOT_ALLOWED');
  const judged = [...planIds.map((id) => [id, judgePlan(planOf.get(id))] as const), ...courseIds.map((id) => [id, judgeCourse(id)] as const)];
  return new Map(judged.flatMap(([id, code]) => (code ? [[id, code]] : [])));
}

function insertEntries(transaction: Transaction, places: readonly Place[]): Promise<Pick<Place, 'catalogId' | 'subjectId'>[]> {
  const { organizationId, now, actor } = transaction;
  return transaction.query(
    `INSERT INTO catalog_entry (organization_id, id, catalog_id, plan_id, learning_object_id, valid_from, created_at, created_by)
     SELECT $1, n.id, n.catalog_id, CASE n.kind WHEN 'PLAN' THEN n.subject_id END, CASE n.kind WHEN 'COURSE' THEN n.subject_id END, $6, $6, $7
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS n (id, catalog_id, subject_id, kind)
     ON CONFLICT (organization_id, catalog_id, subject_id) WHERE valid_to IS NULL DO NOTHING
     RETURNING catalog_id AS "catalogId", subject_id AS "subjectId"`,
    [organizationId, places.map(() => newId()), places.map((each) => each.catalogId), places.map((each) => each.subjectId), places.map((each) => each.kind), now, actor.id],
  );
}

function endEntries(transaction: Transaction, places: readonly Place[]): Promise<Pick<Place, 'catalogId' | 'subjectId'>[]> {
  const { organizationId, now, actor } = transaction;
  return transaction.query(
    `UPDATE catalog_entry e SET valid_to = $4, ended_by = $5 FROM unnest($2::uuid[], $3::uuid[]) AS n (catalog_id, subject_id)
     WHERE e.organization_id = $1 AND e.catalog_id = n.catalog_id AND e.subject_id = n.subject_id AND e.valid_to IS NULL
     RETURNING e.catalog_id AS "catalogId", e.subject_id AS "subjectId"`,
    [organizationId, places.map((each) => each.catalogId), places.map((each) => each.subjectId), now, actor.id],
  );
}
