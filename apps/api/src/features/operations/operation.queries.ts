import { newId } from '../../platform/database/new-id.ts';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { Operation, OperationChunk, OperationScopes, OperationState, Preview, SeenOperation } from './operation.ts';

const columns = `
  o.id, o.kind, o.state, o.title, o.input, o.preview_hash AS "previewHash", o.counts, o.counts_by_target AS "countsByTarget", o.result, o.rows_total AS "rowsTotal",
  o.rows_done AS "rowsDone", o.problem, o.created_at AS "createdAt", o.created_by AS "createdBy", o.committed_at AS "committedAt",
  CASE WHEN o.committed_by IS NOT NULL THEN jsonb_build_object('kind', o.committed_by_kind, 'id', o.committed_by) END AS "committedBy", o.starts_at AS "startsAt",
  o.finished_at AS "finishedAt", o.undo_of AS "undoOf", o.undo_until AS "undoUntil"`;

const seenColumns = (parameters: SqlParameters, { GIVE_UP, CARRY_OUT }: OperationScopes): string =>
  `${columns}, ${GIVE_UP(parameters)} AS "mayGiveUp", ${CARRY_OUT(parameters)} AS "mayCarryOut"`;

/** What a new operation starts with. */
export interface NewOperation {
  readonly kind: string;
  readonly title: Operation['title'];
  readonly input: unknown;
  /** The operation that it takes back. */
  readonly undoOf?: string;
}

/** Creates an operation whose preview is still to come; answers its id. */
export async function createOperation(transaction: Transaction, operation: NewOperation): Promise<string> {
  const id = newId();
  const { organizationId, actor, now } = transaction;
  await transaction.query(
    `INSERT INTO operation (organization_id, id, kind, state, title, input, undo_of, created_at, created_by, updated_at, updated_by)
     VALUES ($1, $2, $3, 'ANALYSING', $4, $5, $8, $6, $7, $6, $7)`,
    [organizationId, id, operation.kind, JSON.stringify(operation.title), JSON.stringify(operation.input), now, actor.id, operation.undoOf ?? null],
  );
  return id;
}

/** Gives an operation its preview; it can be committed from now on. */
export async function storePreview(transaction: Transaction, id: string, preview: Preview): Promise<void> {
  await transaction.query(
    `UPDATE operation SET state = 'PREVIEWED', preview_hash = $3, counts = $4, counts_by_target = $7, rows_total = $5, rows_done = 0, previewed_at = $6,
       updated_at = $6
     WHERE organization_id = $1 AND id = $2`,
    [
      transaction.organizationId,
      id,
      preview.hash,
      JSON.stringify(preview.counts),
      preview.rowsTotal,
      transaction.now,
      preview.countsByTarget ? JSON.stringify(preview.countsByTarget) : null,
    ],
  );
  await announce(transaction, id);
}

/** Says how many rows of an operation's file have been read by now. */
export async function noteAnalysed(transaction: Transaction, id: string, rows: number): Promise<void> {
  await transaction.query('UPDATE operation SET rows_done = $3, updated_at = $4 WHERE organization_id = $1 AND id = $2', [transaction.organizationId, id, rows, transaction.now]);
  await announce(transaction, id);
}

/** Ends an operation before its end, saying why. */
export async function failOperation(transaction: Transaction, id: string, problem: Operation['problem']): Promise<void> {
  await transaction.query(
    `UPDATE operation SET state = 'FAILED', problem = $3, finished_at = $4, updated_at = $4, rows_done = CASE WHEN committed_at IS NULL THEN 0 ELSE rows_done END WHERE organization_id = $1 AND id = $2`,
    [transaction.organizationId, id, JSON.stringify(problem), transaction.now],
  );
  await announce(transaction, id);
}

const committed = `, committed_at = coalesce(committed_at, $5), finished_at = NULL, problem = NULL,
  committed_by_kind = CASE WHEN committed_at IS NULL THEN $6 ELSE committed_by_kind END, committed_by = CASE WHEN committed_at IS NULL THEN $7::uuid ELSE committed_by END`;

/** Moves an operation from one state to another; false when it was in another one. Whoever lets it begin, or wait to, has committed it. */
export async function moveOperation(transaction: Transaction, id: string, from: OperationState, to: OperationState): Promise<boolean> {
  const { actor } = transaction;
  const stamp = to === 'APPLYING' || to === 'SCHEDULED' ? committed : ['DONE', 'CANCELLED', 'EXPIRED'].includes(to) ? ', finished_at = $5' : '';
  const moved = await transaction.execute(
    `UPDATE operation SET state = $4, updated_at = $5${stamp} WHERE organization_id = $1 AND id = $2 AND state = $3`,
    [transaction.organizationId, id, from, to, transaction.now, ...(stamp === committed ? [actor.id && actor.kind, actor.id] : [])],
  );
  if (moved === 1) await announce(transaction, id);
  return moved === 1;
}

/** Gives an operation that was scheduled the rows of its moment. */
export async function storeRowsOfStart(transaction: Transaction, id: string, preview: Preview): Promise<void> {
  await transaction.query('UPDATE operation SET counts = $3, counts_by_target = $4, rows_total = $5, rows_done = 0 WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    id,
    JSON.stringify(preview.counts),
    preview.countsByTarget ? JSON.stringify(preview.countsByTarget) : null,
    preview.rowsTotal,
  ]);
}

/** Gives an operation the moment at which it begins; the input keeps what the kind makes of it. */
export async function setStart(transaction: Transaction, id: string, startsAt: Date): Promise<void> {
  await transaction.query(`UPDATE operation SET starts_at = $3, input = input || jsonb_build_object('startsAt', $4::text) WHERE organization_id = $1 AND id = $2`, [
    transaction.organizationId,
    id,
    startsAt,
    startsAt.toISOString(),
  ]);
}

/** Says why an operation that was given up came to nothing. */
export async function storeProblem(transaction: Transaction, id: string, problem: Operation['problem']): Promise<void> {
  await transaction.query('UPDATE operation SET problem = $3 WHERE organization_id = $1 AND id = $2', [transaction.organizationId, id, JSON.stringify(problem)]);
}

/** Lets an operation that is done be taken back up to a moment. */
export async function allowUndo(transaction: Transaction, id: string, until: Date): Promise<void> {
  await transaction.query('UPDATE operation SET undo_until = $3 WHERE organization_id = $1 AND id = $2', [transaction.organizationId, id, until]);
}

/** Says that an operation got on; whoever watches it reads it again. */
export async function announce(transaction: Transaction, id: string): Promise<void> {
  await transaction.emit({ type: 'operation.progressed', ids: { operationId: id } });
}

/** One operation as it is, whoever carries it on; undefined when there is none. */
export async function readOperation(transaction: Transaction, id: string): Promise<Operation | undefined> {
  const [row] = await transaction.query<Operation>(`SELECT ${columns} FROM operation o WHERE o.organization_id = $1 AND o.id = $2`, [transaction.organizationId, id]);
  return row;
}

/** One operation, locked against others that would carry it on; undefined when there is none. */
export async function lockOperation(transaction: Transaction, id: string): Promise<Operation | undefined> {
  const [row] = await transaction.query<Operation>(
    `SELECT ${columns} FROM operation o WHERE o.organization_id = $1 AND o.id = $2 FOR UPDATE`,
    [transaction.organizationId, id],
  );
  return row;
}

/** Operations by id, those only that may be seen, each with what may be done with it. */
export async function readOperations(transaction: Transaction, scopes: OperationScopes, ids: readonly string[]): Promise<ReadonlyMap<string, SeenOperation>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<SeenOperation>(
    `SELECT ${seenColumns(parameters, scopes)} FROM operation o
     WHERE o.organization_id = $1 AND o.id = ANY (${parameters.add(ids, 'uuid[]')}) AND ${scopes.SEE(parameters)}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The newest operations first, those only that may be seen, each with what may be done with it. */
export async function listOperations(
  transaction: Transaction,
  scopes: OperationScopes,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<SeenOperation>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['o.organization_id = $1', scopes.SEE(parameters)];
  if (after) conditions.push(`(o.created_at, o.id) < (${parameters.add(after[0], 'timestamptz')}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<SeenOperation>(
    `SELECT ${seenColumns(parameters, scopes)} FROM operation o WHERE ${conditions.join(' AND ')} ORDER BY o.created_at DESC, o.id DESC ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.createdAt.toISOString(), row.id]);
}

/**
 * The first chunk that nobody has carried out and nobody else is carrying out, locked up to the end of the transaction; `WAIT` lets others
 * come to the end of theirs first.
 */
export async function claimChunk(transaction: Transaction, operationId: string, others: 'PASS' | 'WAIT'): Promise<OperationChunk | undefined> {
  const [row] = await transaction.query<OperationChunk>(
    `SELECT number, target_id AS "targetId", subject_ids AS "subjectIds", classes, details FROM operation_chunk
     WHERE organization_id = $1 AND operation_id = $2 AND state = 'PENDING' ORDER BY number LIMIT 1 FOR UPDATE ${others === 'PASS' ? 'SKIP LOCKED' : ''}`,
    [transaction.organizationId, operationId],
  );
  return row;
}

/** Keeps the outcomes of a chunk, and counts its rows as done. */
export async function finishChunk(transaction: Transaction, operationId: string, chunk: OperationChunk, outcomes: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE operation_chunk SET state = 'DONE', outcomes = $4 WHERE organization_id = $1 AND operation_id = $2 AND number = $3`,
    [transaction.organizationId, operationId, chunk.number, outcomes],
  );
  await transaction.query('UPDATE operation SET rows_done = rows_done + $3, updated_at = $4 WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    operationId,
    chunk.subjectIds.length,
    transaction.now,
  ]);
  await announce(transaction, operationId);
}

/** Adds up what came of all rows, by outcome. */
export async function sumOutcomes(transaction: Transaction, operationId: string): Promise<void> {
  await transaction.query(
    `UPDATE operation SET result = coalesce((
       SELECT jsonb_object_agg(outcome, rows) FROM (
         SELECT outcome, count(*) AS rows FROM operation_chunk c CROSS JOIN LATERAL unnest(c.outcomes) AS outcome
         WHERE c.organization_id = $1 AND c.operation_id = $2 GROUP BY outcome) summed), '{}')
     WHERE organization_id = $1 AND id = $2`,
    [transaction.organizationId, operationId],
  );
}

/** One row of an operation: what it concerns, how it was classified, and what came of it. */
export interface OperationRowData {
  readonly ordinal: number;
  readonly subjectId: string;
  readonly targetId: string | null;
  readonly class: string;
  readonly outcome: string | null;
  readonly details: unknown;
}

const rowsPerChunk = 1_000_000;

/** One page of an operation's rows, of one class or all. */
export async function findOperationRows(
  transaction: Transaction,
  operationId: string,
  rowClass: string | null | undefined,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<OperationRowData>> {
  const rows = await transaction.query<OperationRowData>(
    `SELECT c.number * ${rowsPerChunk}::bigint + r.place AS ordinal, r.subject AS "subjectId", c.target_id AS "targetId", r.class, r.outcome, c.details->(r.place - 1)::int AS details
     FROM operation_chunk c
     CROSS JOIN LATERAL unnest(c.subject_ids, c.classes, c.outcomes) WITH ORDINALITY AS r (subject, class, outcome, place)
     WHERE c.organization_id = $1 AND c.operation_id = $2 AND c.number >= $5 AND ($3::text IS NULL OR r.class = $3)
       AND c.number * ${rowsPerChunk}::bigint + r.place > $4
     ORDER BY c.number, r.place ${limitPage(first)}`,
    [transaction.organizationId, operationId, rowClass ?? null, after?.[0] ?? -1, Math.min(2 ** 31 - 1, Math.max(0, Math.floor(Number(after?.[0] ?? 0) / rowsPerChunk)))],
  );
  return cutPage(
    rows.map((row) => ({ ...row, ordinal: Number(row.ordinal) })),
    first,
    (row) => [row.ordinal],
  );
}

/** The people of one chunk of a bulk act. */
export async function readPeopleOfChunk(transaction: Transaction, operationId: string, chunk: number): Promise<string[]> {
  const [row] = await transaction.query<{ ids: string[] }>(
    'SELECT subject_ids AS ids FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2 AND number = $3',
    [transaction.organizationId, operationId, chunk],
  );
  return row?.ids ?? [];
}
