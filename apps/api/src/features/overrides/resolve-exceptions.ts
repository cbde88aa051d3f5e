import { classifyResolution, GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS, realisticDue, type ExceptionChoice, type ResolveSituation } from '@milepost/domain';
import { endDismissed, resolveMembers } from './exception.queries.ts';
import { readOverrides, writeOverrides } from './override.queries.ts';
import { registerPlanAct, type PlanAct } from './plan-act.ts';
import type { PlanActInput } from './plan-act-input.ts';
import { resolveFacts } from './plan-act-facts.queries.ts';

/** What resolving cases of the exception inbox keeps. */
export interface ResolveInput extends PlanActInput {
  readonly choice: ExceptionChoice;
  /** The least time that the plan takes. */
  readonly minimumDays: number;
}

/** Resolving cases of the exception inbox of one plan (2.4, ambition 9): a realistic date, as it is, or out of the assignment. */
export const resolveExceptions: PlanAct<ResolveInput, ResolveSituation> = {
  kind: 'RESOLVE_EXCEPTIONS',
  act: 'PROGRESS_OVERRIDE',
  facts: () => resolveFacts,
  classify: (facts, { choice }) => classifyResolution(choice, facts),
  apply: async (transaction, operation, { choice, minimumDays, reason }, people) => {
    const enrollmentIds = people.map(({ enrollmentId }) => enrollmentId);
    if (choice === 'DISMISS') {
      const kinds = [...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS];
      return endDismissed(transaction, { enrollmentIds, kinds, operationId: operation.id });
    }
    if (choice === 'REALISTIC_DUE') {
      const kept = (await readOverrides(transaction, enrollmentIds)).filter((row) => row.act === 'ADJUST_DUE' && row.validTo === null && (row.milestoneKey ?? null) === null);
      await writeOverrides(transaction, {
        begin: people.map(({ enrollmentId, facts }) => ({
          enrollmentId,
          content: { act: 'ADJUST_DUE' as const, milestoneKey: null, due: realisticDue(facts.today, minimumDays) },
        })),
        end: kept.map(({ id }) => id),
        reason,
        operationId: operation.id,
      });
    }
    await resolveMembers(transaction, enrollmentIds, operation.id);
  },
};

registerPlanAct(resolveExceptions);
