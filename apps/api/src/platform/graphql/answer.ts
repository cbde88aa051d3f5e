import type { ClassType } from 'type-graphql';
import type { Result } from '@milepost/domain';
import type { RequestContext, ReusedMutationId } from '../request/request-context.ts';
import { problem, type UserProblem } from '../request/user-problem.ts';
import { InputRefused, NotAllowed, NotFound, Problem, StaleEdit } from './problems.ts';

/** Makes an instance of a GraphQL type, so that unions can tell their members apart. */
export function present<T extends object>(type: ClassType<T>, fields: T): T {
  return Object.assign(new type(), fields);
}

/** A problem in the caller's language. */
export function presentProblem(context: RequestContext, each: UserProblem): Problem {
  return present(Problem, { code: each.code, field: each.field, message: each.say(context.locale) });
}

type AnyRefusal = InputRefused | NotFound | NotAllowed | StaleEdit;

/** The member of a result union that says why nothing was changed. */
export function presentRefusal(context: RequestContext, found: readonly UserProblem[]): AnyRefusal {
  const problems = found.map((each) => presentProblem(context, each));
  const [first] = found;
  if (first?.code === 'NOT_FOUND') return present(NotFound, { problems });
  if (first?.code === 'NOT_ALLOWED') return present(NotAllowed, { problems });
  if (first?.currentRowVersion !== undefined) return present(StaleEdit, { problems, currentRowVersion: first.currentRowVersion });
  return present(InputRefused, { problems });
}

/**
 * Answers a mutation: the presented value, or the refusal with everything that stands in the way. A refusal of a kind that the union
 * does not have is a fault of ours, which the execution reports.
 */
export async function answer<T, Union>(
  context: RequestContext,
  result: Result<T, readonly UserProblem[] | ReusedMutationId>,
  show: (value: T) => Union | Promise<Union>,
): Promise<Union> {
  if (result.ok) return show(result.value);
  const found = 'code' in result.problem ? [problem('MUTATION_ID_REUSED', 'clientMutationId')] : result.problem;
  return presentRefusal(context, found) as Union;
}
