import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { foundBy, ofPartners, survivorOf, type PersonCondition } from '../people/index.ts';
import { countStreams, findItems, noneOfRecords, ofSurvivor, readPageOfStreams, whileWalking, type Stream, type TrainingFilter, type TrainingRecordPlace, type TrainingType } from '../training-progress/index.ts';
import type { PastPoint } from './as-of.ts';
import { departmentThen, wasInDepartment, wasInGroup } from './past-people.queries.ts';

/** Kinds of content: what is a plan has a history of its own. */
export type ContentType = Exclude<TrainingType, 'CERTIFICATION' | 'PLAN'>;

/** One person and one thing that they had begun or completed by then. */
export interface PastTrainingRow extends TrainingRecordPlace {
  readonly personId: string;
  readonly state: 'COMPLETED' | 'IN_PROGRESS';
  readonly origin: string | null;
  readonly recordedAt: Date | null;
  readonly departmentId: string | null;
}

/** Which records; departments and groups are those of then. */
export interface PastTrainingFilter extends TrainingFilter {
  readonly groupId?: string | null;
}

/** One page of who had completed or begun what by then, the latest day first. */
export async function findPastTraining(
  transaction: Transaction,
  type: ContentType,
  point: PastPoint,
  visible: PersonCondition,
  filter: PastTrainingFilter,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<PastTrainingRow>> {
  const lookedUp = await lookUp(transaction, type, point, visible, filter);
  const parameters = new SqlParameters(transaction.organizationId);
  const streams = new PastStreams(parameters, type, point, visible, filter, lookedUp);
  return readPageOfStreams(transaction, parameters, streams.all(), first, after, `${departmentThen('records."personId"', streams.until)} AS "departmentId"`);
}

/** How many there are: exact up to the limit, and one more where there are more. */
export async function countPastTraining(transaction: Transaction, type: ContentType, point: PastPoint, visible: PersonCondition, filter: PastTrainingFilter): Promise<number> {
  const lookedUp = await lookUp(transaction, type, point, visible, filter);
  const parameters = new SqlParameters(transaction.organizationId);
  return countStreams(transaction, parameters, new PastStreams(parameters, type, point, visible, filter, lookedUp).all());
}

/** What a filter means was looked up before: the records of the people where they are few, and the things where they are named. */
interface LookedUp {
  readonly people: readonly string[] | undefined;
  readonly items: readonly string[] | undefined;
}

/** So many people are looked up one by one: fewer than in the list of today, for where they were then is asked of each. */
const fewPeople = 1_000;

async function lookUp(transaction: Transaction, type: ContentType, point: PastPoint, visible: PersonCondition, filter: PastTrainingFilter): Promise<LookedUp> {
  const parameters = new SqlParameters(transaction.organizationId);
  const until = parameters.add(point.until, 'timestamptz');
  const narrowing = [visible(parameters), ...personConditions(parameters, filter, point, until)].filter((condition) => condition !== 'true');
  const items = await findItems(transaction, type, filter);
  if (narrowing.length === 0) return { people: undefined, items };
  const found = `SELECT p.id FROM person p WHERE p.organization_id = $1 AND ${until} IS NOT NULL AND ${narrowing.join(' AND ')}`;
  const rows = await transaction.query<{ id: string }>(
    point.knowledge === 'KNOWN_THEN'
      ? `${found} LIMIT ${fewPeople + 1}`
      : `WITH found AS MATERIALIZED (${found} AND p.merged_into_id IS NULL LIMIT ${fewPeople + 1})
         SELECT id FROM found UNION ALL SELECT m.id FROM found f JOIN person m ON m.organization_id = $1 AND m.merged_into_id = f.id`,
    parameters.values,
  );
  return { people: rows.length > fewPeople ? undefined : rows.map(({ id }) => id), items };
}

function personConditions(parameters: SqlParameters, { personId, partnerAccountId, departmentId, groupId, search }: PastTrainingFilter, { knowledge }: PastPoint, until: string): string[] {
  const conditions: string[] = [];
  const asked = personId && parameters.add(personId, 'uuid');
  if (asked) conditions.push(`p.id = ${knowledge === 'KNOWN_THEN' ? asked : survivorOf(asked)}`);
  if (partnerAccountId) conditions.push(ofPartners(parameters, [partnerAccountId]));
  if (departmentId) conditions.push(wasInDepartment(parameters, departmentId, until));
  if (groupId) conditions.push(wasInGroup(parameters, groupId, until));
  if (search?.trim()) conditions.push(foundBy(parameters, search));
  return conditions;
}

/** Completions and beginnings as they were, or are today held to have been, at a point (decision 0050). As it was known then, two records of one person are two people. */
class PastStreams {
  /** The first moment that is not asked about any more, as SQL. */
  readonly until: string;
  private readonly day: string;
  private readonly isThen: boolean;

  constructor(
    private readonly parameters: SqlParameters,
    private readonly type: ContentType,
    private readonly point: PastPoint,
    private readonly visible: PersonCondition,
    private readonly filter: PastTrainingFilter,
    private readonly lookedUp: LookedUp,
  ) {
    this.until = parameters.add(point.until, 'timestamptz');
    this.day = parameters.add(point.date, 'date');
    this.isThen = point.knowledge === 'KNOWN_THEN';
  }

  all(): Stream[] {
    const { state, origins } = this.filter;
    return [...(state === 'IN_PROGRESS' ? [] : [this.completed()]), ...(state === 'COMPLETED' || origins?.length ? [] : [this.begun()])];
  }

  private completed(): Stream {
    const later = `o.subject_id = f.subject_id AND (o.completed_on, o.id) > (f.completed_on, f.id) AND ${this.isLive('o')}`;
    return {
      columns: this.columns('COMPLETED', 'f.subject_id', 'f.completed_on', 'f.origin', 'f.recorded_at', 'f.person_id'),
      from: `completion_fact f ${this.person('f.person_id')}`,
      conditions: ['f.organization_id = $1', `f.kind = ${this.parameters.add(this.type, 'text')}`, ...this.within('f.completed_on', 'f.subject_id'), ...this.ofOrigins(), ...this.ofPeople('f.person_id'), this.isLive('f'), this.noneOf('completion_fact', 'f.person_id', later)],
      day: 'f.completed_on',
      subject: 'f.subject_id',
      id: 'f.person_id',
    };
  }

  private begun(): Stream {
    const completed = `o.subject_id = i.learning_object_id AND ${this.isLive('o')}`;
    const later = `o.learning_object_id = i.learning_object_id AND (o.started_on, o.person_id) > (i.started_on, i.person_id) AND ${this.isBegun('o')}`;
    return {
      columns: this.columns('IN_PROGRESS', 'i.learning_object_id', 'i.started_on', 'NULL::text', 'NULL::timestamptz', 'i.person_id'),
      from: `item_progress i ${this.person('i.person_id')}`,
      conditions: [
        'i.organization_id = $1',
        `i.kind = ${this.parameters.add(this.type, 'text')}`,
        ...this.within('i.started_on', 'i.learning_object_id'),
        ...this.ofPeople('i.person_id'),
        this.isBegun('i'),
        this.noneOf('completion_fact', 'i.person_id', completed),
        ...(this.isThen ? [] : [this.noneOf('item_progress', 'i.person_id', later)]),
      ],
      day: 'i.started_on',
      subject: 'i.learning_object_id',
      id: 'i.person_id',
    };
  }

  /** That something had been begun, and had not been put back to its start by what was taken back. */
  private isBegun(item: string): string {
    const taken = `EXISTS (SELECT FROM completion_fact t JOIN revocation_fact x ON x.organization_id = $1 AND x.completion_fact_id = t.id
      WHERE t.organization_id = $1 AND t.person_id = ${item}.person_id AND t.subject_id = ${item}.learning_object_id AND x.revoked_at < ${this.until})`;
    return `(${item}.started_at < ${this.until} AND (${item}.state = 'IN_PROGRESS' AND ${item}.last_activity_at < ${this.until} OR NOT ${taken}))`;
  }

  private columns(state: string, subject: string, day: string, origin: string, recordedAt: string, key: string): string {
    return `p.id AS "personId", ${subject} AS subject, '${state}' AS state, ${day}::text AS "onDate", ${origin} AS origin, ${recordedAt} AS "recordedAt", ${key} AS key`;
  }

  private person(recordId: string): string {
    return this.isThen ? `JOIN person p ON p.organization_id = $1 AND p.id = ${recordId}` : ofSurvivor(recordId);
  }

  /** That a completion counted, as it is known. */
  private isLive(fact: string): string {
    const known = this.isThen ? `${fact}.recorded_at < ${this.until}` : `${fact}.completed_on <= ${this.day}`;
    const before = this.isThen ? ` AND x.revoked_at < ${this.until}` : '';
    return `(${known} AND NOT EXISTS (SELECT FROM revocation_fact x WHERE x.organization_id = $1 AND x.completion_fact_id = ${fact}.id${before}))`;
  }

  private noneOf(table: string, own: string, such: string): string {
    return this.isThen ? `NOT EXISTS (SELECT FROM ${table} o WHERE o.organization_id = $1 AND o.person_id = ${own} AND ${such})` : noneOfRecords(table, own, such);
  }

  /** Nothing is known on an evening of a day that is two days later, in whichever zone: from there on the days are walked down. */
  private within(day: string, subject: string): string[] {
    const { itemId, from, to } = this.filter;
    const { items } = this.lookedUp;
    const conditions = [`${day} <= ${this.day} + 1`];
    if (items) conditions.push(`${subject} = ANY (${this.parameters.add(items, 'uuid[]')})`);
    if (itemId) conditions.push(`${subject} = ${this.parameters.add(itemId, 'uuid')}`);
    if (from) conditions.push(`${day} >= ${this.parameters.add(from, 'date')}`);
    if (to) conditions.push(`${day} <= ${this.parameters.add(to, 'date')}`);
    return conditions;
  }

  private ofOrigins(): string[] {
    const { origins } = this.filter;
    return origins?.length ? [`f.origin = ANY (${this.parameters.add(origins, 'text[]')})`] : [];
  }

  private ofPeople(recordId: string): string[] {
    const { people } = this.lookedUp;
    if (people) return [`${recordId} = ANY (${this.parameters.add(people, 'uuid[]')})`];
    return [this.visible(this.parameters), ...personConditions(this.parameters, this.filter, this.point, this.until)].map(whileWalking);
  }
}
