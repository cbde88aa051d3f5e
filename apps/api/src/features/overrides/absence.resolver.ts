import { explainAbsence, sayAbsence, type AbsenceNode, type AudienceExpression } from '@milepost/domain';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { mayOnPlan, peopleScope } from '../access/index.ts';
import { readAudienceNames } from '../audiences/index.ts';
import { readFindable } from '../catalogs/index.ts';
import { evaluationLoader, sayExplanation } from '../enrollments/index.ts';
import { learningPlanLoader } from '../learning-plans/index.ts';
import { readAbsence } from './absence.queries.ts';
import { AbsenceExplanation } from './absence.type.ts';

/** A reason in words, with the reasons behind it. */
interface SaidReason {
  readonly text: string;
  readonly because: readonly SaidReason[];
}

@Resolver()
export class AbsenceResolver {
  @Guarded('ASSIGNMENT_READ')
  @Query(() => AbsenceExplanation, {
    nullable: true,
    description: 'Why a person has a plan or has not; null when there is no such plan or person, or they are not for the caller.',
  })
  async explainAbsence(
    @Arg('planId', () => ID, { description: 'The plan.' }) planId: string,
    @Arg('personId', () => ID, { description: 'The person.' }) personId: string,
    @Ctx() context: RequestContext,
  ): Promise<AbsenceExplanation | null> {
    const [plan, person] = [readId(planId), readId(personId)];
    const known = plan && person ? await context.load(learningPlanLoader, plan) : undefined;
    if (!plan || !person || !known || !mayOnPlan(context.caller, 'ASSIGNMENT_READ', known)) return null;
    const visible = peopleScope(context.caller, 'PROGRESS_READ', known);
    const [row, findable] = await context.read(async (transaction) => [await readAbsence(transaction, visible, plan, person), await readFindable(transaction, person, [plan])] as const);
    if (!row) return null;
    if (row.enrollmentId && row.status !== 'WITHDRAWN') {
      const evaluation = await context.load(evaluationLoader, row.enrollmentId);
      return present(AbsenceExplanation, { has: true, enrollmentId: row.enrollmentId, sentence: sayExplanation(evaluation!, 'OTHERS', context.locale).sentence, tree: [] });
    }
    const reasons = explainAbsence({ person: row.facts, lifecycle: row.lifecycle, findable: findable.has(plan), lost: row.lost, assignments: row.assignments });
    const tree = await Promise.all(reasons.map((reason) => say(context, reason)));
    return present(AbsenceExplanation, { has: false, enrollmentId: row.enrollmentId, sentence: tree[0]!.text, tree });
  }
}

async function say(context: RequestContext, reason: AbsenceNode): Promise<SaidReason> {
  const names = await readAudienceNames(context, reason.audience ?? everybody);
  return { text: sayAbsence(reason, names, context.locale), because: await Promise.all(reason.because.map((each) => say(context, each))) };
}

const everybody: AudienceExpression = { kind: 'EVERYONE' };
