import { foldForSearch, hasControlCharacters, lengthBeyond, refuse, succeed, tidy } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { problem, refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { findSavedViews, type SavedViewPage, type SavedViewRow } from './saved-view.queries.ts';

const limits = { name: 80, query: 2_000, views: 50 } as const;

/** A view as its owner keeps it: a new one without an id. */
export interface ViewToSave {
  readonly id: string | null;
  readonly page: SavedViewPage;
  readonly name: string;
  readonly query: string;
}

/** Keeps a list as it is narrowed, or changes what was kept. A person has 50 of a list at most, each by a name of its own, whatever its case and accents. */
export async function saveView(transaction: Transaction, personId: string, { id, page, query, ...wanted }: ViewToSave): Promise<Outcome<SavedViewRow>> {
  const { organizationId, now, actor } = transaction;
  const name = tidy(wanted.name);
  const problems = [...checkName(name), ...checkQuery(query)];
  if (problems.length > 0) return refuse(problems);
  // Two windows of one person save one after the other.
  await transaction.query('SELECT FROM person WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [organizationId, personId]);
  const known = await findSavedViews(transaction, personId, page);
  const key = foldForSearch(name);
  if (known.some((view) => view.id !== id && foldForSearch(view.name) === key)) return refuseWith('DUPLICATED_NAME', { name }, 'name');
  if (id !== null && !known.some((view) => view.id === id)) return refuseWith('NOT_FOUND');
  if (id === null && known.length >= limits.views) return refuseWith('TOO_MANY', { limit: limits.views });
  const saved = { id: id ?? newId(), page, name, query };
  await transaction.query(
    `INSERT INTO saved_view (organization_id, id, person_id, page, name, name_key, query, created_at, created_by, updated_at, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9)
     ON CONFLICT (organization_id, id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, query = excluded.query, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by, row_version = saved_view.row_version + 1`,
    [organizationId, saved.id, personId, page, name, key, query, now, actor.id],
  );
  return succeed(saved);
}

/** Forgets a view of a person's own. */
export async function removeView(transaction: Transaction, personId: string, id: string): Promise<Outcome<{ readonly id: string }>> {
  const removed = await transaction.query('DELETE FROM saved_view WHERE organization_id = $1 AND person_id = $2 AND id = $3 RETURNING id', [transaction.organizationId, personId, id]);
  return removed.length > 0 ? succeed({ id }) : refuseWith('NOT_FOUND');
}

function checkName(name: string): UserProblem[] {
  if (name === '') return [problem('NAME_MISSING', 'name')];
  if (hasControlCharacters(name, 'ONE_LINE')) return [problem('CONTROL_CHARACTERS', 'name')];
  return lengthBeyond(name, limits.name) === undefined ? [] : [problem('TOO_LONG', { limit: limits.name }, 'name')];
}

function checkQuery(query: string): UserProblem[] {
  if (hasControlCharacters(query, 'ONE_LINE')) return [problem('CONTROL_CHARACTERS', 'query')];
  return query.length > limits.query ? [problem('TOO_LONG', { limit: limits.query }, 'query')] : [];
}
