import type { AudienceExpression } from '../audiences/audience-expression.ts';
import type { Instant } from '../shared/calendar.ts';
import type { PersonId } from '../shared/ids.ts';
import type { PlanProblem, PlanProblemPlace, PlanProblemSeverity, PlanProblemShapes } from './plan-problem.ts';

/** What a plan's checks look at beside its version: settings that stand outside of it, and when and where it is asked. */
export interface PublishSettings {
  readonly ownerId: PersonId | null;
  readonly collaborationAllowed: boolean;
  readonly visibleRange: AudienceExpression | null;
  readonly displayOnFrontEnd: boolean;
  readonly showAddToMyPlans: boolean;
  /** Whether a catalog lists the plan. */
  readonly inCatalog: boolean;
  /** The organization's own word for a learning plan, if it has one. */
  readonly planTerm: string | null;
  /** Whether the plan has no published version yet. */
  readonly firstVersion: boolean;
  readonly now: Instant;
  /** The organization's zone, in which today is meant. */
  readonly zone: string;
}

/** Notes a problem. */
export type ReportPlanProblem = <Code extends keyof PlanProblemShapes>(
  severity: PlanProblemSeverity,
  place: PlanProblemPlace,
  code: Code,
  params: PlanProblemShapes[Code],
) => void;

/** A place to note problems in, and what was noted. */
export function collectPlanProblems(): { readonly problems: readonly PlanProblem[]; readonly report: ReportPlanProblem } {
  const problems: PlanProblem[] = [];
  return {
    problems,
    report: (severity, place, code, params) => {
      problems.push({ severity, place, code, params } as unknown as PlanProblem);
    },
  };
}
