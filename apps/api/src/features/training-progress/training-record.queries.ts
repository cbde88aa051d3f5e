import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { foundBy, inDepartments, isInDepartments, ofPartners, survivorOf, type PersonCondition } from '../people/index.ts';

/** The tabs of training progress (U4): kinds of content, and plans, of which certifications are one kind (X8). */
export type TrainingType = 'MODULE' | 'COURSE' | 'ACTIVITY' | 'EXAM' | 'CERTIFICATION' | 'PLAN';

export type TrainingState = 'COMPLETED' | 'IN_PROGRESS';

/** Where a record stands among others. */
export interface TrainingRecordPlace {
  /** The day on which it was completed, or else begun. */
  readonly onDate: string;
  /** The content or plan. */
  readonly subject: string;
  readonly key: string;
}

/** One person and one thing that they take or have taken (U5). */
export interface TrainingRecordRow extends TrainingRecordPlace {
  readonly personId: string;
  readonly learningObjectId: string | null;
  readonly planId: string | null;
  readonly state: TrainingState;
  /** Of the completion that counts; null while in progress. */
  readonly origin: string | null;
  readonly recordedAt: Date | null;
  /** 0 to 1. */
  readonly progress: number;
}

/** Which records a list shows; what is absent does not narrow it. */
export interface TrainingFilter {
  /** A learning object or a plan. */
  readonly itemId?: string | null;
  /** Part of the name of the learning object or plan. */
  readonly itemSearch?: string | null;
  readonly personId?: string | null;
  readonly partnerAccountId?: string | null;
  readonly departmentId?: string | null;
  /** Part of the name, address or number of the person. */
  readonly search?: string | null;
  readonly state?: TrainingState | null;
  readonly origins?: readonly string[] | null;
  /** Completed, or else begun, from this day on, and up to that. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Whose records the reader may see. */
export interface TrainingScope {
  /** Those whose progress they may read at all, as a condition on `person p`. */
  readonly people: PersonCondition;
  /** Which records, as a condition that may also ask about `enrollment e`, which records of plans have. */
  readonly records: PersonCondition;
}

type Cursor = readonly (string | number | null)[] | undefined;

/** So many people are looked up one by one; of more it is quicker to walk through the days until a page is full. */
const fewPeople = 3_000;

/** Whether records of a type are about plans. */
export const isPlanType = (type: TrainingType): type is 'CERTIFICATION' | 'PLAN' => type === 'CERTIFICATION' || type === 'PLAN';

/**
 * One page of training progress, the latest day first. What is complete is read from the facts, what is not from what people have begun; both
 * by an index in the order of days, so that no page is slower than the first.
 */
export async function findTrainingRecords(transaction: Transaction, type: TrainingType, scope: TrainingScope, filter: TrainingFilter, first: number, after: Cursor): Promise<Page<TrainingRecordRow>> {
  const [people, items] = await Promise.all([findFewPeople(transaction, scope.people, filter), findItems(transaction, type, filter)]);
  const parameters = new SqlParameters(transaction.organizationId);
  return readPageOfStreams(transaction, parameters, streamsOf(parameters, type, scope.records, filter, { people, items }), first, after);
}

/** One page of the records of some streams together, the latest day first; `more` are further columns, asked of the `records` of the page alone. */
export async function readPageOfStreams<Row extends TrainingRecordPlace>(transaction: Transaction, parameters: SqlParameters, streams: readonly Stream[], first: number, after: Cursor, more = ''): Promise<Page<Row>> {
  const parts = streams.map(({ columns, from, conditions, day, subject, id }) => {
    const behind = after ? [`(${day}, ${subject}, ${id}) < (${parameters.add(after[0], 'date')}, ${parameters.add(after[1], 'uuid')}, ${parameters.add(after[2], 'uuid')})`] : [];
    return `(SELECT ${columns} FROM ${from} WHERE ${[...conditions, ...behind].join(' AND ')} ORDER BY ${day} DESC, ${subject} DESC, ${id} DESC ${limitPage(first)})`;
  });
  if (parts.length === 0) return { rows: [], hasNextPage: false };
  const together = `SELECT * FROM (${parts.join(' UNION ALL ')}) each ORDER BY "onDate" DESC, subject DESC, key DESC ${limitPage(first)}`;
  const rows = await transaction.query<Row>(`SELECT records.*${more && `, ${more}`} FROM (${together}) records ORDER BY "onDate" DESC, subject DESC, key DESC`, parameters.values);
  return cutPage(rows, first, (row) => [row.onDate, row.subject, row.key]);
}

/** Beyond so many records nobody wants to know exactly how many more there are, and counting them would take as long as walking past all of them. */
const countLimit = 10_000;

/** How many records a filter lets through: exact up to the limit, and one more where there are more. */
export async function countTrainingRecords(transaction: Transaction, type: TrainingType, scope: TrainingScope, filter: TrainingFilter): Promise<number> {
  const [people, items] = await Promise.all([findFewPeople(transaction, scope.people, filter), findItems(transaction, type, filter)]);
  const parameters = new SqlParameters(transaction.organizationId);
  return countStreams(transaction, parameters, streamsOf(parameters, type, scope.records, filter, { people, items }));
}

/** How many records some streams have together; as {@link countTrainingRecords}. */
export async function countStreams(transaction: Transaction, parameters: SqlParameters, streams: readonly Stream[]): Promise<number> {
  const counts = streams.map(({ from, conditions }) => `(SELECT count(*) FROM (SELECT FROM ${from} WHERE ${conditions.join(' AND ')} LIMIT ${countLimit + 1}) each)`);
  if (counts.length === 0) return 0;
  const [row] = await transaction.query<{ count: number }>(`SELECT least(${counts.join(' + ')}, ${countLimit + 1})::int AS count`, parameters.values);
  return row!.count;
}

/** All records of the people whom a filter lets through, where they are few; undefined where they are not. */
async function findFewPeople(transaction: Transaction, visible: PersonCondition, filter: TrainingFilter): Promise<readonly string[] | undefined> {
  const parameters = new SqlParameters(transaction.organizationId);
  const narrowing = [visible(parameters), ...personConditions(parameters, filter, 'OF_ALL')].filter((condition) => condition !== 'true');
  if (narrowing.length === 0) return undefined;
  const rows = await transaction.query<{ id: string }>(
    `SELECT p.id FROM person p WHERE p.organization_id = $1 AND p.merged_into_id IS NULL AND ${narrowing.join(' AND ')} LIMIT ${fewPeople + 1}`,
    parameters.values,
  );
  if (rows.length > fewPeople) return undefined;
  const ids = rows.map((row) => row.id);
  const merged = await transaction.query<{ id: string }>('SELECT id FROM person WHERE organization_id = $1 AND merged_into_id = ANY ($2::uuid[])', [transaction.organizationId, ids]);
  return [...ids, ...merged.map((row) => row.id)];
}

/** What a name in the filter means; undefined: the filter names none. */
export async function findItems(transaction: Transaction, type: TrainingType, { itemSearch }: TrainingFilter): Promise<readonly string[] | undefined> {
  if (!itemSearch?.trim()) return undefined;
  const parameters = new SqlParameters(transaction.organizationId);
  const table = isPlanType(type) ? 'learning_plan' : 'learning_object';
  const rows = await transaction.query<{ id: string }>(`SELECT id FROM ${table} WHERE organization_id = $1 AND name_key LIKE ${parameters.addContaining(itemSearch)}`, parameters.values);
  return rows.map(({ id }) => id);
}

export function personConditions(parameters: SqlParameters, { personId, partnerAccountId, departmentId, search }: TrainingFilter, asked: 'OF_ALL' | 'ONE_BY_ONE'): string[] {
  const conditions: string[] = [];
  if (personId) conditions.push(`p.id = ${survivorOf(parameters.add(personId, 'uuid'))}`);
  if (partnerAccountId) conditions.push(ofPartners(parameters, [partnerAccountId]));
  if (departmentId) conditions.push(asked === 'OF_ALL' ? inDepartments(parameters, [departmentId], true) : isInDepartments(parameters, [departmentId]));
  if (search?.trim()) conditions.push(foundBy(parameters, search));
  return conditions;
}

/** What a filter means was looked up before: the people where they are few, the items where they are named. */
interface LookedUp {
  readonly people?: readonly string[] | undefined;
  readonly items?: readonly string[] | undefined;
}

/** A statement that gives records in the order of days. */
export interface Stream {
  readonly columns: string;
  readonly from: string;
  readonly conditions: readonly string[];
  readonly day: string;
  readonly subject: string;
  readonly id: string;
}

/** The survivor of the record that a row is kept under, as `person p`. Not by `coalesce`, which PostgreSQL takes for leaky and so for no index. */
export const ofSurvivor = (recordId: string): string =>
  `JOIN person r ON r.organization_id = $1 AND r.id = ${recordId}
   JOIN person p ON p.organization_id = $1 AND p.id = CASE WHEN r.merged_into_id IS NULL THEN r.id ELSE r.merged_into_id END`;

/** That no record of `person p` has such a row in a table, as `o`: not the one that a row is kept under, nor the survivor's, nor another of theirs. Each is asked by an index. */
export const noneOfRecords = (table: string, own: string, such: string): string =>
  [own, 'p.id']
    .map((record) => `NOT EXISTS (SELECT FROM ${table} o WHERE o.organization_id = $1 AND o.person_id = ${record} AND ${such})`)
    .concat(
      `(NOT EXISTS (SELECT FROM person m WHERE m.organization_id = $1 AND m.merged_into_id IS NOT NULL AND m.merged_into_id = p.id)
        OR NOT EXISTS (SELECT FROM person m JOIN ${table} o ON o.organization_id = $1 AND o.person_id = m.id WHERE m.organization_id = $1 AND m.merged_into_id = p.id AND ${such}))`,
    )
    .join(' AND ');

/**
 * A condition that is asked of each row that is walked past. As it stands, PostgreSQL would make a join of it and begin with all people whom it lets through.
 */
export const whileWalking = (condition: string): string => (condition === 'true' ? condition : `CASE WHEN ${condition} THEN true ELSE false END`);

const isRevoked = (fact: string): string => `EXISTS (SELECT FROM revocation_fact x WHERE x.organization_id = $1 AND x.completion_fact_id = ${fact}.id)`;

export function streamsOf(parameters: SqlParameters, type: TrainingType, visible: PersonCondition, filter: TrainingFilter, { people, items }: LookedUp): Stream[] {
  const { state, origins } = filter;
  const record = people && parameters.add(people, 'uuid[]');
  const ofPeople = (column: string): string[] =>
    record ? [`${column} = ANY (${record})`, visible(parameters)] : [visible(parameters), ...personConditions(parameters, filter, 'ONE_BY_ONE')].map(whileWalking);
  const within = (day: string, subject: string): string[] => {
    const conditions: string[] = [];
    if (items) conditions.push(`${subject} = ANY (${parameters.add(items, 'uuid[]')})`);
    if (filter.itemId) conditions.push(`${subject} = ${parameters.add(filter.itemId, 'uuid')}`);
    if (filter.from) conditions.push(`${day} >= ${parameters.add(filter.from, 'date')}`);
    if (filter.to) conditions.push(`${day} <= ${parameters.add(filter.to, 'date')}`);
    return conditions;
  };
  const streams: Stream[] = [];
  if (state !== 'IN_PROGRESS') {
    for (const ofOrigin of origins?.length ? origins.map((origin) => isOfOrigin(parameters, origin)) : [[]]) {
      const conditions = [...within('f.completed_on', 'f.subject_id'), ...ofOrigin, ...ofPeople('f.person_id')];
      streams.push(isPlanType(type) ? completedPlans(type, conditions) : completedItems(parameters.add(type, 'text'), conditions));
    }
  }
  if (state !== 'COMPLETED' && !origins?.length) {
    streams.push(
      isPlanType(type)
        ? begunPlans(type, [...within('s.started_on', 's.subject_id'), ...ofPeople('e.person_id')])
        : begunItems(parameters.add(type, 'text'), [...within('i.started_on', 'i.learning_object_id'), ...ofPeople('i.person_id')]),
    );
  }
  return streams;
}

/** Each origin is asked by itself: those that people recorded are few among all, and have an index of their own. */
function isOfOrigin(parameters: SqlParameters, origin: string): string[] {
  return [`f.origin = ${parameters.add(origin, 'text')}`, ...(origin === 'AUTO' ? [] : [`f.origin <> 'AUTO'`])];
}

const completedColumns = `p.id AS "personId", f.learning_object_id AS "learningObjectId", f.plan_id AS "planId", 'COMPLETED' AS state, f.completed_on::text AS "onDate",
  f.origin, f.recorded_at AS "recordedAt", 1::float8 AS progress, f.subject_id AS subject, f.person_id AS key`;

const begunColumns = (of: { readonly item: string; readonly plan: string; readonly day: string; readonly progress: string; readonly subject: string; readonly key: string }): string =>
  `p.id AS "personId", ${of.item} AS "learningObjectId", ${of.plan} AS "planId", 'IN_PROGRESS' AS state, ${of.day}::text AS "onDate",
  NULL::text AS origin, NULL::timestamptz AS "recordedAt", ${of.progress}::float8 AS progress, ${of.subject} AS subject, ${of.key} AS key`;

/** Completions that were not revoked; of several of one person the latest. */
function completedItems(kind: string, conditions: readonly string[]): Stream {
  return {
    columns: completedColumns,
    from: `completion_fact f ${ofSurvivor('f.person_id')}`,
    conditions: ['f.organization_id = $1', `f.kind = ${kind}`, ...conditions, `NOT ${isRevoked('f')}`, notLater],
    day: 'f.completed_on',
    subject: 'f.subject_id',
    id: 'f.person_id',
  };
}

const notLater = noneOfRecords('completion_fact', 'f.person_id', `o.subject_id = f.subject_id AND (o.completed_on, o.id) > (f.completed_on, f.id) AND NOT ${isRevoked('o')}`);

/** What was begun and is not complete. */
function begunItems(kind: string, conditions: readonly string[]): Stream {
  return {
    columns: begunColumns({ item: 'i.learning_object_id', plan: 'NULL::uuid', day: 'i.started_on', progress: 'i.progress', subject: 'i.learning_object_id', key: 'i.person_id' }),
    from: `item_progress i ${ofSurvivor('i.person_id')}`,
    conditions: [
      'i.organization_id = $1',
      `i.state = 'IN_PROGRESS'`,
      `i.kind = ${kind}`,
      ...conditions,
      noneOfRecords('completion_fact', 'i.person_id', `o.subject_id = i.learning_object_id AND NOT ${isRevoked('o')}`),
      noneOfRecords('item_progress', 'i.person_id', `o.learning_object_id = i.learning_object_id AND o.state = 'IN_PROGRESS' AND (o.started_on, o.person_id) > (i.started_on, i.person_id)`),
    ],
    day: 'i.started_on',
    subject: 'i.learning_object_id',
    id: 'i.person_id',
  };
}

/** The plan of a record, as `learning_plan l`: the certifications, or the others. */
const ofPreset = (type: 'CERTIFICATION' | 'PLAN', plan: string): string =>
  `JOIN learning_plan l ON l.organization_id = $1 AND l.id = ${plan} AND l.preset ${type === 'CERTIFICATION' ? '=' : '<>'} 'CERTIFICATION_PLAN'`;

const standingOf = 'JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current';

/** The current cycles of plans that are complete. */
function completedPlans(type: 'CERTIFICATION' | 'PLAN', conditions: readonly string[]): Stream {
  return {
    columns: completedColumns,
    from: `completion_fact f ${ofPreset(type, 'f.plan_id')} JOIN enrollment e ON e.organization_id = $1 AND e.person_id = f.person_id AND e.subject_id = f.subject_id AND e.cycle = f.cycle
      ${standingOf} AND s.status = 'COMPLETED' ${ofSurvivor('f.person_id')}`,
    conditions: [
      'f.organization_id = $1',
      `f.kind = 'PLAN'`,
      ...conditions,
      `NOT ${isRevoked('f')}`,
      `NOT EXISTS (SELECT FROM completion_fact o WHERE o.organization_id = $1 AND o.person_id = f.person_id AND o.subject_id = f.subject_id AND o.cycle = f.cycle
        AND (o.completed_on, o.id) > (f.completed_on, f.id) AND NOT ${isRevoked('o')})`,
    ],
    day: 'f.completed_on',
    subject: 'f.subject_id',
    id: 'f.person_id',
  };
}

/** The current cycles of plans that were begun and are not complete. */
function begunPlans(type: 'CERTIFICATION' | 'PLAN', conditions: readonly string[]): Stream {
  return {
    columns: begunColumns({ item: 'NULL::uuid', plan: 'e.plan_id', day: 's.started_on', progress: 's.progress', subject: 's.subject_id', key: 's.enrollment_id' }),
    from: `standing s JOIN enrollment e ON e.organization_id = $1 AND e.id = s.enrollment_id ${ofPreset(type, 'e.plan_id')} ${ofSurvivor('e.person_id')}`,
    conditions: ['s.organization_id = $1', `s.status = 'IN_PROGRESS'`, 's.is_current', 's.started_on IS NOT NULL', ...conditions],
    day: 's.started_on',
    subject: 's.subject_id',
    id: 's.enrollment_id',
  };
}
