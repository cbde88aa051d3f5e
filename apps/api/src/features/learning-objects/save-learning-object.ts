import { foldForSearch, isUuid, lengthBeyond, succeed, tidy } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned } from '../../platform/database/update-versioned.ts';
import { problem, refuseStale, refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { checkModuleContent, contentColumns, type ModuleContent } from './module-content.ts';
import { contentDefinition } from './learning-object.queries.ts';

/** What every piece of content has. */
export interface LearningObjectFields {
  readonly name: string;
  readonly description?: string | null;
  readonly language?: string | null;
  readonly durationMinutes?: number | null;
}

export interface CreditLineData {
  readonly creditType: string;
  readonly amount: string;
}

const limits = { name: 200, description: 20_000, modules: 200, credits: 20, creditType: 100, minutes: 100_000, credit: 10_000 } as const;

/** Creates a module, appended to a course if one is named. It is in use at once: what stands in no course and no plan, nobody meets. */
export async function createModule(
  transaction: Transaction,
  input: LearningObjectFields & { readonly content: ModuleContent; readonly courseId?: string | null },
): Promise<Outcome<{ id: string }>> {
  const problems = [...checkFields(input), ...(await checkModuleContent(transaction, input.content))];
  if (problems.length > 0) return { ok: false, problem: problems };
  const id = await insertLearningObject(transaction, 'MODULE', input, contentColumns(input.content));
  if (input.courseId) {
    const appended = await appendToCourse(transaction, input.courseId, id);
    if (!appended) return refuseWith('NOT_FOUND', 'courseId');
  }
  await keepRevision(transaction, id);
  return succeed({ id });
}

/** Creates a course of modules that exist. */
export async function createCourse(
  transaction: Transaction,
  input: LearningObjectFields & { readonly moduleIds?: readonly string[] | null; readonly credits?: readonly CreditLineData[] | null },
): Promise<Outcome<{ id: string }>> {
  const problems = [...checkFields(input), ...(await checkModules(transaction, input.moduleIds ?? [])), ...checkCredits(input.credits ?? [])];
  if (problems.length > 0) return { ok: false, problem: problems };
  const id = await insertLearningObject(transaction, 'COURSE', input, {});
  await setModules(transaction, id, input.moduleIds ?? []);
  await setCredits(transaction, id, input.credits ?? []);
  await keepRevision(transaction, id);
  return succeed({ id });
}

/** What may be changed of a piece of content; what is absent stays. */
export interface LearningObjectChanges {
  readonly id: string;
  readonly rowVersion: number;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly durationMinutes?: number | null;
  readonly status?: 'DRAFT' | 'ACTIVE' | 'RETIRED' | null;
  readonly content?: ModuleContent | null;
  readonly moduleIds?: readonly string[] | null;
  readonly credits?: readonly CreditLineData[] | null;
}

/** Changes a piece of content if it still is as the caller read it. What it was is kept. */
export async function updateLearningObject(transaction: Transaction, changes: LearningObjectChanges): Promise<Outcome<{ id: string }>> {
  const { id } = changes;
  const [known] = isUuid(id)
    ? await transaction.query<{ kind: string; name: string }>('SELECT kind, name FROM learning_object WHERE organization_id = $1 AND id = $2', [
        transaction.organizationId,
        id,
      ])
    : [];
  if (!known) return refuseWith('NOT_FOUND');
  const problems = [
    ...checkFields({ ...changes, name: changes.name ?? known.name }),
    ...(changes.content && known.kind !== 'MODULE' ? [problem('NOT_FOR_THIS_KIND', 'content')] : []),
    ...(changes.moduleIds && known.kind !== 'COURSE' ? [problem('NOT_FOR_THIS_KIND', 'moduleIds')] : []),
    ...(changes.credits && known.kind !== 'COURSE' ? [problem('NOT_FOR_THIS_KIND', 'credits')] : []),
    ...(changes.content ? await checkModuleContent(transaction, changes.content) : []),
    ...(await checkModules(transaction, changes.moduleIds ?? [])),
    ...checkCredits(changes.credits ?? []),
  ];
  if (problems.length > 0) return { ok: false, problem: problems };
  const columns: Record<string, unknown> = {
    ...(typeof changes.name === 'string' && { name: tidy(changes.name), name_key: foldForSearch(changes.name) }),
    ...(typeof changes.description === 'string' && { description: changes.description, description_key: foldForSearch(changes.description) }),
    ...(changes.durationMinutes !== undefined && { duration_minutes: changes.durationMinutes }),
    ...(changes.status && { status: changes.status }),
    ...(changes.content && contentColumns(changes.content)),
  };
  const updated = await updateVersioned(transaction, 'learning_object', id, changes.rowVersion, columns);
  if (updated.kind === 'MISSING') return refuseWith('NOT_FOUND');
  if (updated.kind === 'STALE') return refuseStale(updated.rowVersion);
  if (changes.moduleIds) await setModules(transaction, id, changes.moduleIds);
  if (changes.credits) await setCredits(transaction, id, changes.credits);
  await keepRevision(transaction, id);
  const { description_key: _folded, ...after } = columns;
  await recordAudit(transaction, { act: 'learningObject.update', subject: { kind: 'learningObject', id }, after });
  return succeed({ id });
}

async function insertLearningObject(
  transaction: Transaction,
  kind: 'MODULE' | 'COURSE',
  fields: LearningObjectFields,
  content: Record<string, unknown>,
): Promise<string> {
  const id = newId();
  const row: Record<string, unknown> = {
    organization_id: transaction.organizationId,
    id,
    kind,
    name: tidy(fields.name),
    name_key: foldForSearch(fields.name),
    description: fields.description ?? '',
    description_key: foldForSearch(fields.description ?? ''),
    status: 'ACTIVE',
    language: fields.language ?? 'en',
    duration_minutes: fields.durationMinutes ?? null,
    created_at: transaction.now,
    created_by: transaction.actor.id,
    updated_at: transaction.now,
    ...content,
  };
  const columns = Object.keys(row);
  await transaction.query(
    `INSERT INTO learning_object (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
  await recordAudit(transaction, { act: 'learningObject.create', subject: { kind: 'learningObject', id }, after: { kind, name: row.name } });
  return id;
}

function checkFields(fields: LearningObjectFields): UserProblem[] {
  const problems: UserProblem[] = [];
  if (tidy(fields.name) === '') problems.push(problem('NAME_MISSING', 'name'));
  if (lengthBeyond(fields.name, limits.name)) problems.push(problem('TOO_LONG', { limit: limits.name }, 'name'));
  if (lengthBeyond(fields.description ?? '', limits.description)) problems.push(problem('TOO_LONG', { limit: limits.description }, 'description'));
  const minutes = fields.durationMinutes ?? 1;
  if (minutes < 1 || minutes > limits.minutes) problems.push(problem('OUT_OF_RANGE', { above: 0, most: limits.minutes }, 'durationMinutes'));
  return problems;
}

async function checkModules(transaction: Transaction, moduleIds: readonly string[]): Promise<UserProblem[]> {
  if (moduleIds.length === 0) return [];
  if (moduleIds.length > limits.modules) return [problem('TOO_MANY', { limit: limits.modules }, 'moduleIds')];
  const known = await transaction.query<{ id: string; kind: string; name: string }>(
    'SELECT id, kind, name FROM learning_object WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
    [transaction.organizationId, moduleIds.filter(isUuid)],
  );
  if (known.length < new Set(moduleIds.map((id) => id.toLowerCase())).size) return [problem('UNKNOWN_LEARNING_OBJECT', 'moduleIds')];
  return known.filter((each) => each.kind !== 'MODULE').map((each) => problem('NOT_A_MODULE', { name: each.name }, 'moduleIds'));
}

function checkCredits(credits: readonly CreditLineData[]): UserProblem[] {
  const problems: UserProblem[] = credits.length > limits.credits ? [problem('TOO_MANY', { limit: limits.credits }, 'credits')] : [];
  const types = credits.map((credit) => tidy(credit.creditType));
  if (types.includes('')) problems.push(problem('NAME_MISSING', 'credits.creditType'));
  if (types.some((type) => lengthBeyond(type, limits.creditType))) problems.push(problem('TOO_LONG', { limit: limits.creditType }, 'credits.creditType'));
  const doubled = types.find((type, index) => types.indexOf(type) < index);
  if (doubled) problems.push(problem('DUPLICATED_NAME', { name: doubled }, 'credits.creditType'));
  const isOutside = credits.some(({ amount }) => Number(amount) <= 0 || Number(amount) > limits.credit);
  if (isOutside) problems.push(problem('OUT_OF_RANGE', { above: 0, most: limits.credit }, 'credits.amount'));
  return problems;
}

async function setModules(transaction: Transaction, courseId: string, moduleIds: readonly string[]): Promise<void> {
  await transaction.query('DELETE FROM course_module WHERE organization_id = $1 AND course_id = $2', [transaction.organizationId, courseId]);
  await transaction.query(
    `INSERT INTO course_module (organization_id, course_id, module_id, position)
     SELECT $1, $2, module_id, (place - 1)::int FROM unnest($3::uuid[]) WITH ORDINALITY AS m (module_id, place)`,
    [transaction.organizationId, courseId, [...new Set(moduleIds.map((id) => id.toLowerCase()))]],
  );
}

async function appendToCourse(transaction: Transaction, courseId: string, moduleId: string): Promise<boolean> {
  if (!isUuid(courseId)) return false;
  const [course] = await transaction.query(
    `SELECT id FROM learning_object WHERE organization_id = $1 AND id = $2 AND kind = 'COURSE' FOR UPDATE`,
    [transaction.organizationId, courseId],
  );
  if (!course) return false;
  await transaction.query(
    `INSERT INTO course_module (organization_id, course_id, module_id, position)
     SELECT $1, $2, $3, coalesce(max(position) + 1, 0) FROM course_module WHERE organization_id = $1 AND course_id = $2`,
    [transaction.organizationId, courseId, moduleId],
  );
  await transaction.query('UPDATE learning_object SET row_version = row_version + 1, updated_at = $3 WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    courseId,
    transaction.now,
  ]);
  await keepRevision(transaction, courseId);
  return true;
}

async function setCredits(transaction: Transaction, courseId: string, credits: readonly CreditLineData[]): Promise<void> {
  await transaction.query('DELETE FROM credit_line WHERE organization_id = $1 AND course_id = $2', [transaction.organizationId, courseId]);
  await transaction.query(
    'INSERT INTO credit_line (organization_id, course_id, credit_type, amount) SELECT $1, $2, * FROM unnest($3::text[], $4::numeric[])',
    [transaction.organizationId, courseId, credits.map(({ creditType }) => tidy(creditType)), credits.map(({ amount }) => amount)],
  );
}

/** Keeps what the evaluator reads of a learning object, as it is from now on. */
async function keepRevision(transaction: Transaction, id: string): Promise<void> {
  await transaction.query(
    `INSERT INTO learning_object_revision (organization_id, id, learning_object_id, definition, valid_from, created_by)
     SELECT o.organization_id, $3, o.id, ${contentDefinition('o')}, $4, $5 FROM learning_object o WHERE o.organization_id = $1 AND o.id = $2`,
    [transaction.organizationId, id, newId(), transaction.now, transaction.actor.id],
  );
  await transaction.emit({ type: 'learning-object.changed', ids: { learningObjectId: id } });
}
