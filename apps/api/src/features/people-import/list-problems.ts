import { sayHeaderProblem, sayListProblem, type ListProblem } from '@milepost/domain';
import { problem, type UserProblem } from '../../platform/request/user-problem.ts';

/** What is wrong with a file as a whole, by what its operation keeps of it; undefined when that is about a row. */
export function fileProblemOf(details: unknown): UserProblem | undefined {
  const { code, params } = (details ?? {}) as { code?: string; params?: never };
  if (code === 'TABLE_BROKEN' || code === 'TABLE_TOO_LARGE' || code === 'TABLE_EMPTY' || code === 'TABLE_WITHOUT_ROWS') return problem(code);
  if (code === 'ROW_TOO_LONG') return problem(code, params!);
  if (code === 'TOO_MANY_ROWS') return problem('TOO_MANY', params!);
  return code === undefined ? undefined : { code, field: null, say: (language) => sayHeaderProblem({ code, params } as never, language) };
}

/** What is wrong with a row of a list of people, or with the whole file. */
export function listProblemsOf(details: unknown): readonly UserProblem[] {
  const ofFile = fileProblemOf(details);
  if (ofFile) return [ofFile];
  const { problems } = (details ?? {}) as { problems?: readonly ListProblem[] };
  return (problems ?? []).map((each) => ({ code: each.code, field: null, say: (language) => sayListProblem(each, language) }));
}
