import { usePlanEditing } from './plan-editing.tsx';

/** What the checks say of one field: `at` is `plan` or a milestone's key. Undefined where all is well. */
export function useProblemsOf(): (at: string, field: string) => string | undefined {
  const { plan } = usePlanEditing();
  return (at, field) => {
    const found = plan.problems.filter((problem) => (problem.milestoneKey ?? 'plan') === at && problem.field?.split('.')[0] === field);
    return found.length > 0 ? found.map((problem) => problem.message).join(' ') : undefined;
  };
}
