import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InputRefused, NotAllowed, NotFound, Problem, Refusal, StaleEdit } from '../../platform/graphql/problems.ts';
import { DecimalScalar, InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';
import { DueRuleType } from './due-rule.inputs.ts';
import { PlanCoverType } from './plan-cover.type.ts';
import { EndPolicyEnum, UnreleasedStepDisplayEnum } from './plan-period.type.ts';

const described = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }]));

export enum PlanPresetEnum {
  LEARNING_PLAN = 'LEARNING_PLAN',
  TRAINING_PLAN = 'TRAINING_PLAN',
  CERTIFICATION_PLAN = 'CERTIFICATION_PLAN',
}
registerEnumType(PlanPresetEnum, {
  name: 'PlanPreset',
  description: 'Which defaults a plan starts with; all are run alike.',
  valuesConfig: described({
    LEARNING_PLAN: 'Milestones in any order.',
    TRAINING_PLAN: 'Assigned, without registration.',
    CERTIFICATION_PLAN: 'Step by step, with at least one course.',
  }),
});

export enum PlanLifecycleEnum {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  INACTIVE = 'INACTIVE',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(PlanLifecycleEnum, {
  name: 'PlanLifecycle',
  description: 'What becomes of a plan.',
  valuesConfig: described({
    DRAFT: 'Being written; nobody has it.',
    ACTIVE: 'Published; can be assigned.',
    INACTIVE: 'Takes nobody new; all records stay.',
    ARCHIVED: 'Hidden from lists; still in reports.',
  }),
});

export enum PlanLifecycleActEnum {
  INACTIVATE = 'INACTIVATE',
  ACTIVATE = 'ACTIVATE',
  ARCHIVE = 'ARCHIVE',
}
registerEnumType(PlanLifecycleActEnum, {
  name: 'PlanLifecycleAct',
  description: 'What is done with a published plan.',
  valuesConfig: described({
    INACTIVATE: 'Nobody new gets it, and its dynamic assignments rest; who has it keeps it and can go on.',
    ACTIVATE: 'It can be assigned again, and its dynamic assignments catch up.',
    ARCHIVE: 'Out of the lists, still in reports; what is open in it is closed as not completed.',
  }),
});

export enum PlanVersionStateEnum {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  SUPERSEDED = 'SUPERSEDED',
  RETIRED = 'RETIRED',
}
registerEnumType(PlanVersionStateEnum, {
  name: 'PlanVersionState',
  description: 'What becomes of a version; from PUBLISHED on it never changes.',
  valuesConfig: described({
    DRAFT: 'Being written.',
    PUBLISHED: 'The one that new people get.',
    SUPERSEDED: 'A newer one is published; people may still be on it.',
    RETIRED: 'Nobody is on it any more.',
  }),
});

export enum MetricEnum {
  SESSIONS = 'SESSIONS',
  CREDITS = 'CREDITS',
  NONE = 'NONE',
}
registerEnumType(MetricEnum, {
  name: 'Metric',
  description: 'What a milestone counts.',
  valuesConfig: described({
    SESSIONS: 'How many courses, activities or other items are completed.',
    CREDITS: 'Credits earned.',
    NONE: 'Nothing: an elective, never required.',
  }),
});

export enum PlanStepEnum {
  BASICS = 'BASICS',
  CONTENT = 'CONTENT',
  VISIBLE_RANGE = 'VISIBLE_RANGE',
  COLLABORATION = 'COLLABORATION',
}
registerEnumType(PlanStepEnum, {
  name: 'PlanStep',
  description: 'The steps of writing a plan.',
  valuesConfig: described({
    BASICS: 'Name, dates and rules.',
    CONTENT: 'Milestones and what is linked to them.',
    VISIBLE_RANGE: 'Who may find it.',
    COLLABORATION: 'Who else may work with it.',
  }),
});

@ObjectType({ description: 'Something that is wrong with a draft, and where it is mended.' })
export class PlanProblem extends Problem {
  @Field({ description: '`ERROR` stops the publishing; `WARNING` does not.' })
  severity: string;

  @Field(() => PlanStepEnum, { description: 'The step in which it is mended.' })
  step: PlanStepEnum;

  @Field(() => ID, { nullable: true, description: 'The milestone that it concerns.' })
  milestoneKey: string | null;

  @Field(() => ID, { nullable: true, description: 'The content that it concerns.' })
  learningObjectId: string | null;
}

@ObjectType({ description: 'A learning object linked to a milestone.' })
export class MilestoneItem {
  @Field(() => ID, { description: 'The content.' })
  learningObjectId: string;

  @Field(() => Int, { description: 'Its place, from 0.' })
  position: number;

  @Field({ description: 'Must be among what is done, however much else is.' })
  mandatory: boolean;
}

@ObjectType({ description: 'One requirement of a plan.' })
export class Milestone {
  @Field(() => ID, { description: 'This milestone in this version.' })
  id: string;

  @Field(() => ID, { description: 'Names it in all versions of the plan.' })
  key: string;

  @Field(() => Int, { description: 'Its place, from 0.' })
  position: number;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it is about; Markdown.' })
  description: string;

  @Field(() => MetricEnum, { description: 'What it counts.' })
  metric: MetricEnum;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many are required; null for an elective.' })
  units: string | null;

  @Field(() => String, { nullable: true, description: 'CREDITS: which ones count; null: all.' })
  creditType: string | null;

  @Field(() => DueRuleType, { description: 'By when; NONE: as the plan.' })
  dueRule: DueRuleType;

  @Field({ description: 'Whether its items are done in their order.' })
  itemOrderEnforced: boolean;

  @Field(() => JsonScalar, { description: 'When it opens, e.g. `{ "kind": "IMMEDIATE" }`.' })
  releaseRule: unknown;

  @Field(() => [MilestoneItem], { description: 'What is linked, in order.' })
  items: MilestoneItem[];
}

@ObjectType({ description: 'A version of a plan: its content.' })
export class PlanVersion {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: '1 for the first.' })
  number: number;

  @Field(() => PlanVersionStateEnum, { description: 'What has become of it.' })
  state: PlanVersionStateEnum;

  @Field({ description: 'The name of the plan in this version.' })
  name: string;

  @Field({ description: 'What it is about; Markdown.' })
  description: string;

  @Field(() => PlanCoverType, { nullable: true, description: 'Its cover picture.' })
  cover: PlanCoverType | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it begins.' })
  startsAt: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ends.' })
  endsAt: string | null;

  @Field(() => DueRuleType, { description: 'By when it is due.' })
  dueRule: DueRuleType;

  @Field(() => EndPolicyEnum, { description: 'What becomes of unfinished learning after the end.' })
  endPolicy: EndPolicyEnum;

  @Field(() => Int, { description: 'For how many days after the end one may still learn.' })
  graceDays: number;

  @Field(() => Int, { nullable: true, description: 'A due date that leaves fewer days than these is flagged as unrealistic.' })
  minimumDays: number | null;

  @Field(() => JsonScalar, { description: 'Which completions from before the enrollment count, e.g. `{ "kind": "ANY" }`.' })
  lookback: unknown;

  @Field(() => UnreleasedStepDisplayEnum, { description: 'What a learner sees of a step that is not open yet.' })
  displayUnreleasedSteps: UnreleasedStepDisplayEnum;

  @Field({ description: 'Whether milestones are done in their order.' })
  milestoneOrderEnforced: boolean;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;

  @Field(() => Int, { description: 'Goes up with every change of a draft; send it with an edit.' })
  rowVersion: number;

  @Field(() => [Milestone], { description: 'In order.' })
  milestones: Milestone[];
}

@ObjectType({ description: 'What the caller may do with a plan.' })
export class LearningPlanAbilities {
  @Field({ description: 'Change basics and content.' })
  edit: boolean;

  @Field({ description: 'Publish, where nothing is published yet.' })
  publish: boolean;

  @Field({ description: 'Begin the next version.' })
  createNextVersion: boolean;

  @Field({ description: 'Publish the next version.' })
  publishNextVersion: boolean;

  @Field({ description: 'Say who moves to the next version when it is published; without it, those who have the plan stay on theirs (`PIN`).' })
  moveToNextVersion: boolean;

  @Field({ description: 'Assign to people.' })
  assign: boolean;

  @Field({ description: 'Say who may find it.' })
  setVisibleRange: boolean;

  @Field({ description: 'See how people get on.' })
  track: boolean;

  @Field({ description: 'Waive, adjust and set individual due dates, for somebody at least.' })
  override: boolean;

  @Field({ description: 'Say who else may work with it.' })
  setCollaboration: boolean;

  @Field(() => [PlanLifecycleActEnum], { description: 'Inactivate, activate, archive: what can be done with it now, `previewPlanLifecycle`.' })
  changeLifecycle: readonly PlanLifecycleActEnum[];

  @Field({ description: 'Delete it: only what was never published.' })
  delete: boolean;
}

@ObjectType('LearningPlan', { description: 'A versioned curriculum of milestones.' })
export class LearningPlanType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Short and readable, e.g. `P-0042`; never changes.' })
  code: string;

  @Field(() => PlanPresetEnum, { description: 'Which defaults it started with.' })
  preset: PlanPresetEnum;

  @Field(() => PlanLifecycleEnum, { description: 'What has become of it.' })
  lifecycle: PlanLifecycleEnum;

  @Field({ description: 'The name of the published version, or of the draft before there is one.' })
  name: string;

  @Field({ description: 'Whether other admins may assign it, set its visible range and track it.' })
  collaborationAllowed: boolean;

  @Field({ description: 'Whether those who may find it do find it.' })
  displayOnFrontEnd: boolean;

  @Field({ description: 'Whether those who find it can add it to their own plans before they start it.' })
  showAddToMyPlans: boolean;

  @Field(() => InstantScalar, { description: 'When it was created.' })
  createdAt: Date;

  @Field(() => InstantScalar, { description: 'When it was last changed.' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Of its settings; send it when you change visible range or collaboration.' })
  rowVersion: number;

  visibleRange: unknown;
  ownerId: string;
  publishedVersionId: string | null;
  draftVersionId: string | null;
}

export const LearningPlanConnection = connectionOf('LearningPlan', () => LearningPlanType);

@ObjectType({ implements: Refusal, description: 'The draft cannot be published as it is; every problem says where it is mended.' })
export class PlanNotPublishable extends Refusal {
  @Field(() => [PlanProblem], { description: 'Errors and warnings.' })
  planProblems: PlanProblem[];
}

export const LearningPlanResult = createUnionType({
  name: 'LearningPlanResult',
  description: 'The plan as it is now, or why nothing was changed.',
  types: () => [LearningPlanType, PlanNotPublishable, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});


@ObjectType({ description: 'The plan is gone; nobody ever had it.' })
export class LearningPlanDeleted {
  @Field(() => ID, { description: 'Which.' })
  planId: string;
}

export const DeleteLearningPlanResult = createUnionType({
  name: 'DeleteLearningPlanResult',
  description: 'That the plan is gone, or why it stays.',
  types: () => [LearningPlanDeleted, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});
