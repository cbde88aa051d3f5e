export { AbsenceResolver } from './absence.resolver.ts';
export { IndividualRulesResolver, MilestoneOverrideResolver, OverrideResolver } from './override.resolver.ts';
export { ExceptionResolver, PlanActResolver } from './plan-act.resolver.ts';
export { endOverridesOf, returnOverridesOf } from './override.queries.ts';
