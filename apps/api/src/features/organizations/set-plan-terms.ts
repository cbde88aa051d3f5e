import { isPlanTermTooLong, PLAN_LIMITS, refuse, succeed, tidy, hasControlCharacters, type Language } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { problem, refuseStale, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { readPlanTerms, writePlanTerms, type PlanTerms } from './plan-terms.queries.ts';

/** Says what learners read for "learning plan", in each language (L5–L8): at most 20 characters as a reader sees them; an empty one is the product's own word. */
export async function setPlanTerms(
  transaction: Transaction,
  { terms, rowVersion }: { readonly terms: readonly { readonly language: Language; readonly term: string }[]; readonly rowVersion: number },
): Promise<Outcome<null>> {
  const problems = terms.flatMap(({ language, term }) => {
    const field = `terms.${language}`;
    if (hasControlCharacters(term, 'ONE_LINE')) return [problem('CONTROL_CHARACTERS', field)];
    return isPlanTermTooLong(tidy(term)) ? [problem('TOO_LONG', { limit: PLAN_LIMITS.planTerm }, field)] : [];
  });
  if (problems.length > 0) return refuse(problems);
  const before = await readPlanTerms(transaction, 'FOR UPDATE');
  if (before.rowVersion !== rowVersion) return refuseStale(before.rowVersion);
  const after: PlanTerms = Object.fromEntries(terms.flatMap(({ language, term }) => (tidy(term) === '' ? [] : [[language, tidy(term)]])));
  await writePlanTerms(transaction, after);
  await recordAudit(transaction, { act: 'SETTINGS.planTerms', subject: { kind: 'organization', id: transaction.organizationId }, before: before.terms, after });
  return succeed(null);
}
