import { present } from '../../platform/graphql/answer.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { Explanation } from './enrollment.type.ts';
import { evaluateNow } from './evaluate-enrollments.ts';
import { sayExplanation } from './say-explanation.ts';

/** Why an enrollment's status, dates and locks are as they are at this moment. */
export async function explainEnrollment(context: RequestContext, enrollmentId: string): Promise<Explanation> {
  const [evaluation] = await context.read((transaction) => evaluateNow(transaction, [enrollmentId]));
  return present(Explanation, sayExplanation(evaluation!, context.locale));
}
