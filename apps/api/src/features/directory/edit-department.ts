import { checkDepartmentPlace, foldForSearch, isUuid, readDepartmentName, refuse, sayDepartmentProblem, succeed, type DepartmentId, type DepartmentProblem } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned } from '../../platform/database/update-versioned.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { lockTree, recordRevisions, type DepartmentToEdit } from './department.queries.ts';
import { isUsed, readUses } from './in-use.queries.ts';

/** Which department, and which of its versions the caller saw. */
export interface DepartmentReference {
  readonly departmentId: string;
  readonly rowVersion: number;
}

/** Refuses with what the rules of departments say. */
export function refuseDepartment(found: DepartmentProblem, field: string): Outcome<never> {
  return refuse([{ code: found.code, field, say: (language) => sayDepartmentProblem(found, language) }]);
}

/** Creates a department below another, or at the top. Refuses a name that is taken there (D23). */
export async function createDepartment(transaction: Transaction, input: { readonly name: string; readonly parentId?: string | null }): Promise<Outcome<{ id: string }>> {
  const tree = await lockTree(transaction);
  const parentId = (input.parentId ?? null) as DepartmentId | null;
  if (parentId !== null && !tree.has(parentId)) return refuseWith('UNKNOWN_DEPARTMENT', 'parentId');
  const name = readDepartmentName(input.name);
  if (!name.ok) return refuseDepartment(name.problem, 'name');
  const checked = checkDepartmentPlace(tree, { id: null, parentId, name: name.value });
  if (!checked.ok) return refuseDepartment(checked.problem, checked.problem.code === 'DEPARTMENT_TOO_DEEP' ? 'parentId' : 'name');
  const id = newId();
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO department (organization_id, id, parent_id, name, name_key, created_at, created_by, updated_at, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $7)`,
    [organizationId, id, parentId, name.value, foldForSearch(name.value), now, actor.id],
  );
  await recordChange(transaction, 'department.create', id, { after: { name: name.value, parentId } });
  return succeed({ id });
}

/** Gives a department another name; what it was called stays in its history. */
export async function renameDepartment(transaction: Transaction, input: DepartmentReference & { readonly name: string }): Promise<Outcome<{ id: string }>> {
  const name = readDepartmentName(input.name);
  if (!name.ok) return refuseDepartment(name.problem, 'name');
  return place(transaction, input, (department) => ({ parentId: department.parentId, name: name.value }), 'name');
}

/** Moves a department, with all below it, under another or to the top. Whoever matches audiences by it may change with that. */
export async function moveDepartment(transaction: Transaction, input: DepartmentReference & { readonly parentId?: string | null }): Promise<Outcome<{ id: string }>> {
  const parentId = (input.parentId ?? null) as DepartmentId | null;
  return place(transaction, input, ({ name }) => ({ parentId, name }), 'parentId');
}

/** Removes a department to which nobody refers; else says who does. Its history stays. */
export async function removeDepartment(transaction: Transaction, { departmentId, rowVersion }: DepartmentReference): Promise<Outcome<{ id: string }>> {
  const tree = await lockTree(transaction);
  const department = isUuid(departmentId) ? tree.get(departmentId as DepartmentId) : undefined;
  if (!department) return refuseWith('NOT_FOUND');
  if (department.rowVersion !== rowVersion) return refuseStale(department.rowVersion);
  // Whoever puts somebody in it at this moment comes before, and is counted, or after, and finds it removed.
  await transaction.query('SELECT id FROM department WHERE organization_id = $1 AND id = $2 FOR UPDATE', [transaction.organizationId, departmentId]);
  const uses = await readUses(transaction, 'department', departmentId);
  if (isUsed(uses)) return refuseWith('STILL_USED', { name: department.name, ...uses });
  await updateVersioned(transaction, 'department', departmentId, rowVersion, { removed_at: transaction.now });
  await recordChange(transaction, 'department.remove', departmentId, { before: { name: department.name, parentId: department.parentId } });
  return succeed({ id: departmentId });
}

async function place(
  transaction: Transaction,
  { departmentId, rowVersion }: DepartmentReference,
  change: (department: DepartmentToEdit) => { readonly parentId: DepartmentId | null; readonly name: string },
  field: 'name' | 'parentId',
): Promise<Outcome<{ id: string }>> {
  const tree = await lockTree(transaction);
  const department = isUuid(departmentId) ? tree.get(departmentId as DepartmentId) : undefined;
  if (!department) return refuseWith('NOT_FOUND');
  const after = change(department);
  if (after.parentId !== null && !tree.has(after.parentId)) return refuseWith('UNKNOWN_DEPARTMENT', 'parentId');
  const checked = checkDepartmentPlace(tree, { id: department.id, ...after });
  if (!checked.ok) return refuseDepartment(checked.problem, field);
  const saved = await updateVersioned(transaction, 'department', departmentId, rowVersion, {
    parent_id: after.parentId,
    name: after.name,
    name_key: foldForSearch(after.name),
  });
  if (saved.kind === 'STALE') return refuseStale(saved.rowVersion);
  const { name, parentId } = department;
  await recordChange(transaction, field === 'name' ? 'department.rename' : 'department.move', departmentId, { before: { name, parentId }, after });
  return succeed({ id: departmentId });
}

async function recordChange(transaction: Transaction, act: string, id: string, change: { readonly before?: unknown; readonly after?: unknown }): Promise<void> {
  await recordRevisions(transaction, [id]);
  await recordAudit(transaction, { act, subject: { kind: 'department', id }, ...change });
  await transaction.emit({ type: 'departments.changed', ids: { departmentId: id } });
}
