export { IndividualRulesResolver, MilestoneOverrideResolver, OverrideResolver } from './override.resolver.ts';
export { PlanActResolver } from './plan-act.resolver.ts';
