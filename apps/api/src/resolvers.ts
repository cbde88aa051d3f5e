import type { NonEmptyArray } from 'type-graphql';
import { AccessResolver, CommitterResolver, DirectoryResolver, ViewerResolver } from './features/access/index.ts';
import { AssignmentImportResolver, AssignmentResolver, ConflictPolicyResolver, OperationRowResolver, OperationTargetCountsResolver, PlanLifecycleResolver } from './features/assignments/index.ts';
import { AudienceResolver } from './features/audiences/index.ts';
import { PersonEditResolver, PersonHistoryEntryResolver, PersonHistoryResolver, StructureResolver } from './features/directory/index.ts';
import {
  DueChangeResolver,
  EnrollmentDueChangesResolver,
  EnrollmentResolver,
  LearnerPlanResolver,
  MyLearningResolver,
  PersonAssignmentResolver,
  PersonAssignmentsResolver,
  PeopleOnVersionResolver,
  PlanProgressResolver,
  SimulationResolver,
  OutsideRangeResolver,
  PlanVersionsInUseResolver,
  TrackedPlanResolver,
} from './features/enrollments/index.ts';
import { GroupEditsResolver, GroupMemberResolver, GroupResolver, GroupRuleResolver, PersonGroupsResolver, PersonMembershipResolver } from './features/groups/index.ts';
import { CatalogEditsResolver, CatalogEntryResolver, CatalogResolver, CatalogsOfPlanResolver } from './features/catalogs/index.ts';
import { CompletionResolver, ReevaluationResolver } from './features/completions/index.ts';
import { CompletionsImportResolver, ImportedCompletionsMendsResolver } from './features/completions-import/index.ts';
import { LearningCentreResolver } from './features/learning-centre/index.ts';
import { LearningObjectResolver } from './features/learning-objects/index.ts';
import { LearningPlanResolver, MilestoneItemResolver, PlanCopiesResolver, PlanDraftResolver, PlanVersionResolver } from './features/learning-plans/index.ts';
import { OperationResolver } from './features/operations/index.ts';
import { PlanTermsResolver } from './features/organizations/index.ts';
import { InboxResolver } from './features/notifications/index.ts';
import { AbsenceResolver, ExceptionResolver, IndividualRulesResolver, MilestoneOverrideResolver, MilestoneReleaseResolver, OverrideResolver, PlanActResolver, StepReleaseResolver, StepsHeldResolver } from './features/overrides/index.ts';
import { PlanMigrationResolver, VersionOperationResolver } from './features/plan-migrations/index.ts';
import { PersonMergeResolver } from './features/person-merge/index.ts';
import { PeopleImportResolver } from './features/people-import/index.ts';
import { ProgressResolver } from './features/progress/index.ts';
import { DriftCheckResolver } from './features/drift/index.ts';
import { SavedViewResolver } from './features/saved-views/index.ts';
import { AsOfResolver, PastTrainingResolver, StandingChangeCauseResolver, StandingChangesResolver } from './features/as-of/index.ts';
import { LearningRecordEntryResolver, LearningRecordResolver, LearningRecordRevocationResolver, TrainingExplanationResolver, TrainingProgressResolver } from './features/training-progress/index.ts';

/** Every resolver of the product, in the order of the features. */
// oxlint-disable-next-line typescript/ban-types -- type-graphql names resolver classes so
export const resolvers: NonEmptyArray<Function> = [
  OperationResolver,
  ViewerResolver,
  DirectoryResolver,
  AccessResolver,
  CommitterResolver,
  PlanTermsResolver,
  StructureResolver,
  PersonEditResolver,
  PersonHistoryResolver,
  PersonHistoryEntryResolver,
  AudienceResolver,
  GroupResolver,
  GroupEditsResolver,
  GroupMemberResolver,
  PersonGroupsResolver,
  PersonMembershipResolver,
  GroupRuleResolver,
  LearningObjectResolver,
  LearningPlanResolver,
  MilestoneItemResolver,
  PlanCopiesResolver,
  PlanDraftResolver,
  PlanVersionResolver,
  CatalogResolver,
  CatalogEditsResolver,
  CatalogEntryResolver,
  CatalogsOfPlanResolver,
  EnrollmentResolver,
  DueChangeResolver,
  EnrollmentDueChangesResolver,
  PersonAssignmentsResolver,
  PersonAssignmentResolver,
  MyLearningResolver,
  LearnerPlanResolver,
  AssignmentResolver,
  AssignmentImportResolver,
  LearningCentreResolver,
  InboxResolver,
  OperationRowResolver,
  OperationTargetCountsResolver,
  ConflictPolicyResolver,
  PlanLifecycleResolver,
  OverrideResolver,
  MilestoneOverrideResolver,
  MilestoneReleaseResolver,
  StepReleaseResolver,
  StepsHeldResolver,
  IndividualRulesResolver,
  PlanActResolver,
  ExceptionResolver,
  AbsenceResolver,
  PlanMigrationResolver,
  VersionOperationResolver,
  PersonMergeResolver,
  PeopleOnVersionResolver,
  PlanProgressResolver,
  SimulationResolver,
  OutsideRangeResolver,
  PlanVersionsInUseResolver,
  TrackedPlanResolver,
  ProgressResolver,
  LearningRecordEntryResolver,
  LearningRecordResolver,
  LearningRecordRevocationResolver,
  TrainingExplanationResolver,
  TrainingProgressResolver,
  CompletionResolver,
  ReevaluationResolver,
  DriftCheckResolver,
  SavedViewResolver,
  AsOfResolver,
  PastTrainingResolver,
  StandingChangesResolver,
  StandingChangeCauseResolver,
  CompletionsImportResolver,
  ImportedCompletionsMendsResolver,
  PeopleImportResolver,
];
