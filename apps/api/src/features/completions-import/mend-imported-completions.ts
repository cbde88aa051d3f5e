import { COMPLETION_CELL_LIMITS, hasControlCharacters, refuse, succeed, type CellMend } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { problem, refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { lockOperation, moveOperation, operationScopes, readOperations } from '../operations/index.ts';
import { importCompletions } from './completions-import.ts';
import { storeMends } from './mends.queries.ts';
import { enqueueCompletionsAnalysis } from './preview-completions-import.ts';

/** So many a file can have; more are better made in the file. */
const mostMends = 500;

/**
 * Has the cells of a previewed file read otherwise than it says them, and analyses it anew (U24): the mends given take the place of all that it had. The
 * file stays as it is, and nothing is recorded. Refused once it is committed or given up.
 */
export async function mendImportedCompletions(transaction: Transaction, caller: Caller, operationId: string, mends: readonly CellMend[]): Promise<Outcome<{ id: string }>> {
  if (mends.length > mostMends) return refuse([problem('TOO_MANY', { limit: mostMends }, 'mends')]);
  const problems = mends.flatMap(problemsOfMend);
  if (problems.length > 0) return refuse(problems);
  const operation = await lockOperation(transaction, operationId);
  if (operation?.kind !== importCompletions || operation.undoOf) return refuseWith('NOT_FOUND');
  if (!(await readOperations(transaction, operationScopes(caller), [operationId])).get(operationId)?.mayGiveUp) return refuseWith('NOT_ALLOWED');
  if (operation.state !== 'PREVIEWED') return refuseWith('ILLEGAL_OPERATION', { state: operation.state });
  await storeMends(transaction, operationId, mends);
  await moveOperation(transaction, operationId, 'PREVIEWED', 'ANALYSING');
  await enqueueCompletionsAnalysis(transaction, operationId);
  return succeed({ id: operationId });
}

function problemsOfMend({ column, to, row, where }: CellMend, index: number): readonly UserProblem[] {
  const at = `mends.${index}`;
  const limit = COMPLETION_CELL_LIMITS[column];
  const problems: UserProblem[] = [];
  if ((row === undefined) === (where === undefined)) problems.push(problem('MEND_OF_ONE_OR_ALL', at));
  if (to.trim() === '') problems.push(problem('MEND_WITHOUT_TEXT', `${at}.to`));
  else if (to.length > limit) problems.push(problem('TOO_LONG', { limit }, `${at}.to`));
  else if (hasControlCharacters(to, 'ONE_LINE')) problems.push(problem('CONTROL_CHARACTERS', `${at}.to`));
  return problems;
}
