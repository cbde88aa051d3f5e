import type { ContentDefinition } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { defineLoader } from '../../platform/request/loader.ts';

/** A piece of content as it lies in the database. */
export interface LearningObjectRow {
  readonly id: string;
  readonly kind: 'MODULE' | 'COURSE' | 'ACTIVITY' | 'EXAM';
  readonly name: string;
  readonly nameKey: string;
  readonly description: string;
  readonly status: 'DRAFT' | 'ACTIVE' | 'RETIRED';
  readonly language: string;
  readonly durationMinutes: number | null;
  readonly expiresOn: string | null;
  readonly contentKind: 'VIDEO' | 'DOCUMENT' | 'ARTICLE' | 'LINK' | null;
  readonly fileId: string | null;
  readonly coverFileId: string | null;
  readonly article: string | null;
  readonly url: string | null;
  readonly completionRule: 'VIEWED' | 'READ' | 'CONFIRMED' | null;
  readonly completionPercent: number | null;
  readonly rowVersion: number;
}

const columns = `
  o.id, o.kind, o.name, o.name_key AS "nameKey", o.description, o.status, o.language, o.duration_minutes AS "durationMinutes",
  o.expires_on::text AS "expiresOn", o.content_kind AS "contentKind", o.file_id AS "fileId", o.cover_file_id AS "coverFileId",
  o.article, o.url, o.completion_rule AS "completionRule", o.completion_percent AS "completionPercent", o.row_version AS "rowVersion"`;

export const learningObjectLoader = defineLoader<string, LearningObjectRow>(async (transaction, ids) => {
  const rows = await transaction.query<LearningObjectRow>(
    `SELECT ${columns} FROM learning_object o WHERE o.organization_id = $1 AND o.id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** Which content a list shows; what is absent does not narrow it. */
export interface LearningObjectFilter {
  readonly search?: string | null;
  readonly kinds?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  /** Any of these languages, as they were written. */
  readonly languages?: readonly string[] | null;
  /** Courses that give any of these credits. */
  readonly creditTypes?: readonly string[] | null;
}

/** How much content there is of a value, with all other filters at work. */
export interface LearningObjectFacetRow {
  readonly facet: 'LANGUAGE' | 'CREDIT_TYPE';
  readonly value: string;
  readonly count: number;
}

/** One page of content in the order of names. */
export async function findLearningObjects(
  transaction: Transaction,
  filter: LearningObjectFilter,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<LearningObjectRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = conditionsOf(parameters, filter);
  if (after) conditions.push(`(o.name_key, o.id) > (${parameters.add(after[0])}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<LearningObjectRow>(
    `SELECT ${columns} FROM learning_object o WHERE ${conditions.join(' AND ')}
     ORDER BY o.name_key, o.id ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.nameKey, row.id]);
}

/** Which languages and credit types the filter leaves to choose from: the `most` most frequent of each, first; each list without its own filter. */
export async function readLearningObjectFacets(transaction: Transaction, filter: LearningObjectFilter, most: number): Promise<LearningObjectFacetRow[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const anyLanguage = conditionsOf(parameters, { ...filter, languages: null });
  const anyCredits = conditionsOf(parameters, { ...filter, creditTypes: null });
  const limit = `LIMIT ${parameters.add(most, 'int')}`;
  return transaction.query<LearningObjectFacetRow>(
    `(SELECT 'LANGUAGE' AS facet, o.language AS value, count(*)::int AS count FROM learning_object o
       WHERE ${anyLanguage.join(' AND ')} GROUP BY o.language ORDER BY count DESC, value ${limit})
     UNION ALL (SELECT 'CREDIT_TYPE', c.credit_type AS value, count(DISTINCT c.course_id)::int AS count FROM credit_line c
       JOIN learning_object o ON o.organization_id = c.organization_id AND o.id = c.course_id
       WHERE c.organization_id = $1 AND ${anyCredits.join(' AND ')} GROUP BY c.credit_type ORDER BY count DESC, value ${limit})`,
    parameters.values,
  );
}

/** The conditions on `learning_object o`; the organization is `$1`. */
function conditionsOf(parameters: SqlParameters, filter: LearningObjectFilter): string[] {
  const conditions = ['o.organization_id = $1'];
  if (filter.kinds?.length) conditions.push(`o.kind = ANY (${parameters.add(filter.kinds, 'text[]')})`);
  if (filter.statuses?.length) conditions.push(`o.status = ANY (${parameters.add(filter.statuses, 'text[]')})`);
  if (filter.languages?.length) conditions.push(`o.language = ANY (${parameters.add(filter.languages, 'text[]')})`);
  if (filter.creditTypes?.length) {
    conditions.push(`EXISTS (SELECT FROM credit_line given WHERE given.organization_id = $1 AND given.course_id = o.id
      AND given.credit_type = ANY (${parameters.add(filter.creditTypes, 'text[]')}))`);
  }
  if (filter.search?.trim()) conditions.push(`o.name_key LIKE ${parameters.addContaining(filter.search)}`);
  return conditions;
}

/** The modules of courses, in order. */
export const courseModulesLoader = defineLoader<string, readonly LearningObjectRow[]>(async (transaction, courseIds) => {
  const rows = await transaction.query<LearningObjectRow & { courseId: string }>(
    `SELECT m.course_id AS "courseId", ${columns} FROM course_module m
     JOIN learning_object o ON o.organization_id = m.organization_id AND o.id = m.module_id
     WHERE m.organization_id = $1 AND m.course_id = ANY ($2::uuid[]) ORDER BY m.course_id, m.position`,
    [transaction.organizationId, courseIds],
  );
  return Map.groupBy(rows, (row) => row.courseId);
});

/** The courses that hold modules, by module. */
export async function readCoursesOf(transaction: Transaction, moduleIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await transaction.query<{ moduleId: string; courseIds: string[] }>(
    `SELECT module_id AS "moduleId", array_agg(course_id) AS "courseIds" FROM course_module
     WHERE organization_id = $1 AND module_id = ANY ($2::uuid[]) GROUP BY 1`,
    [transaction.organizationId, moduleIds],
  );
  return new Map(rows.map((row) => [row.moduleId, row.courseIds]));
}

export const creditLinesLoader = defineLoader<string, readonly { creditType: string; amount: string }[]>(async (transaction, courseIds) => {
  const rows = await transaction.query<{ courseId: string; creditType: string; amount: string }>(
    `SELECT course_id AS "courseId", credit_type AS "creditType", trim_scale(amount)::text AS amount FROM credit_line
     WHERE organization_id = $1 AND course_id = ANY ($2::uuid[]) ORDER BY credit_type, field_of_study`,
    [transaction.organizationId, courseIds],
  );
  return Map.groupBy(rows, (row) => row.courseId);
});

/** What is known of an uploaded file. */
export interface StoredFileRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: string;
}

export const storedFileLoader = defineLoader<string, StoredFileRow>(async (transaction, ids) => {
  const rows = await transaction.query<StoredFileRow>(
    `SELECT id, name, media_type AS "mediaType", size FROM stored_file WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** What the rules need to know of learning objects, by id; of courses also their modules and credits. */
export async function readContentDefinitions(transaction: Transaction, ids: readonly string[]): Promise<ContentDefinition[]> {
  const rows = await transaction.query<{ definition: ContentDefinition }>(
    `SELECT ${contentDefinition('o')} AS definition FROM learning_object o
     WHERE o.organization_id = $1 AND o.id = ANY ($2::uuid[]) ORDER BY o.id`,
    [transaction.organizationId, ids],
  );
  return rows.map((row) => row.definition);
}

/** Some learning objects and all that are interchangeable with them: id → equivalence key. */
export async function readInterchangeable(transaction: Transaction, ids: readonly string[]): Promise<Record<string, string | null>> {
  const rows = await transaction.query<{ id: string; key: string | null }>(
    `SELECT o.id, o.equivalence_key AS key FROM learning_object o
     WHERE o.organization_id = $1 AND (o.id = ANY ($2::uuid[]) OR o.equivalence_key IN (
       SELECT l.equivalence_key FROM learning_object l WHERE l.organization_id = $1 AND l.id = ANY ($2::uuid[])))`,
    [transaction.organizationId, ids],
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.key]));
}

/** A learning object as the JSON of a {@link ContentDefinition}. */
export function contentDefinition(alias: string): string {
  return `jsonb_build_object('id', ${alias}.id, 'kind', ${alias}.kind, 'name', ${alias}.name, 'status', ${alias}.status,
    'expiresOn', ${alias}.expires_on, 'equivalenceKey', ${alias}.equivalence_key,
    'creditLines', (SELECT coalesce(jsonb_agg(jsonb_build_object('creditType', c.credit_type, 'amount', trim_scale(c.amount)::text)
        ORDER BY c.credit_type, c.field_of_study), '[]') FROM credit_line c
      WHERE c.organization_id = ${alias}.organization_id AND c.course_id = ${alias}.id),
    'moduleIds', (SELECT coalesce(jsonb_agg(m.module_id ORDER BY m.position), '[]') FROM course_module m
      WHERE m.organization_id = ${alias}.organization_id AND m.course_id = ${alias}.id))`;
}

/** Names and lengths of content, for a learner's pages. */
export interface ContentInfo {
  readonly id: string;
  readonly kind: 'MODULE' | 'COURSE' | 'ACTIVITY' | 'EXAM';
  readonly name: string;
  readonly durationMinutes: number | null;
}

/** Content by id. */
export async function readContentInfo(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, ContentInfo>> {
  const rows = await transaction.query<ContentInfo>(
    `SELECT id, kind, name, duration_minutes AS "durationMinutes" FROM learning_object WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
