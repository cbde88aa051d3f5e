export { AbsenceResolver } from './absence.resolver.ts';
export { IndividualRulesResolver, MilestoneOverrideResolver, OverrideResolver } from './override.resolver.ts';
export { ExceptionResolver, PlanActResolver } from './plan-act.resolver.ts';
export { MilestoneReleaseResolver, StepReleaseResolver, StepsHeldResolver } from './step-release.resolver.ts';
export { overrideEnrollment } from './override-enrollment.ts';
export { previewSetDue, previewStepRelease, previewUnassign } from './preview-plan-act.ts';
export { endOverridesOf, returnOverridesOf } from './override.queries.ts';
