import './plans-using-groups.ts';

export { createLearningPlan } from './create-learning-plan.ts';
export { DueRuleInput, DueRuleType, readDueRule } from './due-rule.inputs.ts';
export { holdBackGiving, holdPublishedVersion } from './hold-published-version.ts';
export { LearningPlanEntity, MilestoneEntity, MilestoneItemEntity, PlanVersionEntity } from './learning-plan.entity.ts';
export { findLearningPlans, learningPlanLoader, type LearningPlanRow } from './learning-plan.queries.ts';
export { LearningPlanRepository } from './learning-plan.repository.ts';
export { LearningPlanResolver, loadVersion, MilestoneItemResolver, presentNotPublishable, presentPlan } from './learning-plan.resolver.ts';
export { LearningPlanConnection, LearningPlanType, PlanLifecycleActEnum, PlanNotPublishable, PlanVersion, PlanVersionStateEnum } from './learning-plan.type.ts';
export { PlanCopiesResolver } from './plan-copies.resolver.ts';
export { PlanDraftResolver } from './plan-draft.resolver.ts';
export { PlanVersionResolver } from './plan-version.resolver.ts';
export { PlanVersionSummary } from './plan-version.type.ts';
export { readLineage, type VersionLineage } from './plan-versions.queries.ts';
export { forgetPreparedDefinitions, prepareDefinitions, prepareUnpublished, type PreparedVersion } from './prepare-definitions.ts';
export { findPublishableDraft, publishNextVersion } from './publish-next-version.ts';
export { NotPublishable, publishLearningPlan } from './publish-learning-plan.ts';
