import { Field, ID, InputType, Int } from 'type-graphql';
import { DecimalScalar, InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';
import { DueRuleInput } from './due-rule.inputs.ts';
import { MetricEnum, PlanPresetEnum } from './learning-plan.type.ts';
import { EndPolicyEnum, UnreleasedStepDisplayEnum } from './plan-period.type.ts';

@InputType()
export abstract class PlanMutationInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;
}

@InputType()
abstract class DraftInput extends PlanMutationInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string;

  @Field(() => Int, { description: '`rowVersion` of the draft that was read.' })
  rowVersion: number;
}

@InputType({ description: 'A new plan.' })
export class CreateLearningPlanInput extends PlanMutationInput {
  @Field({ description: 'Its name, at most 200 characters.' })
  name: string;

  @Field(() => PlanPresetEnum, { description: 'Which defaults it starts with.' })
  preset: PlanPresetEnum;
}

@InputType({ description: 'Deletes a plan that was never published.' })
export class DeleteLearningPlanInput extends DraftInput {}

@InputType({ description: 'The cover picture of a plan.' })
export class PlanCoverInput {
  @Field(() => ID, { description: 'The uploaded picture: PNG, JPEG or WebP.' })
  fileId: string;

  @Field({ description: 'What is to be seen, at most 300 characters. A draft may lack it; it cannot be published without.' })
  alt: string;
}

@InputType({ description: 'Changes of the basics of a draft; what is absent stays.' })
export class UpdatePlanBasicsInput extends DraftInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; Markdown.' })
  description?: string | null;

  @Field(() => PlanCoverInput, { nullable: true, description: 'Its cover picture; null: none.' })
  cover?: PlanCoverInput | null;

  @Field(() => DueRuleInput, { nullable: true, description: 'By when it is due.' })
  dueRule?: DueRuleInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether milestones are done in their order.' })
  milestoneOrderEnforced?: boolean | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it begins; null: at once.' })
  startsAt?: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ends; null: never.' })
  endsAt?: string | null;

  @Field(() => EndPolicyEnum, { nullable: true, description: 'What becomes of unfinished learning after the end.' })
  endPolicy?: EndPolicyEnum | null;

  @Field(() => Int, { nullable: true, description: 'For how many days after the end one may still learn.' })
  graceDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'A due date that leaves fewer days than these is flagged as unrealistic; null: none is.' })
  minimumDays?: number | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Which completions from before the enrollment count, e.g. `{ "kind": "WITHIN_DAYS", "days": 365 }`.' })
  lookback?: unknown;

  @Field(() => UnreleasedStepDisplayEnum, { nullable: true, description: 'What a learner sees of a step that is not open yet.' })
  displayUnreleasedSteps?: UnreleasedStepDisplayEnum | null;
}

@InputType({ description: 'A milestone to add or change; when changing, what is absent stays.' })
export class MilestoneInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; Markdown.' })
  description?: string | null;

  @Field(() => MetricEnum, { nullable: true, description: 'What it counts.' })
  metric?: MetricEnum | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many are required.' })
  units?: string | null;

  @Field(() => String, { nullable: true, description: 'CREDITS: which ones count.' })
  creditType?: string | null;

  @Field(() => DueRuleInput, { nullable: true, description: 'By when.' })
  dueRule?: DueRuleInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its items are done in their order.' })
  itemOrderEnforced?: boolean | null;

  @Field(() => JsonScalar, { nullable: true, description: 'When it opens: a release rule, e.g. `{ "kind": "AFTER_ENROLLMENT", "days": 7 }`.' })
  releaseRule?: unknown;
}

@InputType({ description: 'One learning object of a milestone.' })
export class MilestoneItemInput {
  @Field(() => ID, { description: 'The content.' })
  learningObjectId: string;

  @Field({ defaultValue: false, description: 'Must be among what is done, however much else is.' })
  mandatory: boolean;
}

@InputType({ description: 'Adds a milestone, or brings one back that was removed from the draft.' })
export class AddMilestoneInput extends DraftInput {
  @Field(() => MilestoneInput, { description: 'What it is.' })
  milestone: MilestoneInput;

  @Field(() => ID, { nullable: true, description: 'Its key, a UUID that no milestone of the draft has; absent: a new one.' })
  milestoneKey?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place, from 0; absent: the end.' })
  position?: number | null;

  @Field(() => [MilestoneItemInput], { nullable: true, description: 'What is linked to it, in order.' })
  items?: MilestoneItemInput[] | null;
}

@InputType({ description: 'Changes a milestone.' })
export class UpdateMilestoneInput extends DraftInput {
  @Field(() => ID, { description: 'Which.' })
  milestoneKey: string;

  @Field(() => MilestoneInput, { description: 'What changes.' })
  milestone: MilestoneInput;
}

@InputType({ description: 'Names a milestone.' })
export class RemoveMilestoneInput extends DraftInput {
  @Field(() => ID, { description: 'Which.' })
  milestoneKey: string;
}

@InputType({ description: 'Moves a milestone to another place.' })
export class MoveMilestoneInput extends DraftInput {
  @Field(() => ID, { description: 'Which.' })
  milestoneKey: string;

  @Field(() => Int, { description: 'Its new place, from 0.' })
  position: number;
}

@InputType({ description: 'Sets everything that is linked to a milestone, in order.' })
export class SetMilestoneItemsInput extends DraftInput {
  @Field(() => ID, { description: 'Which milestone.' })
  milestoneKey: string;

  @Field(() => [MilestoneItemInput], { description: 'All items, in order.' })
  items: MilestoneItemInput[];
}

@InputType({ description: 'Publishes the draft.' })
export class PublishLearningPlanInput extends DraftInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether everybody within the visible range is told, once and in their inbox; absent: nobody is.' })
  notify?: boolean | null;
}

@InputType({ description: 'Begins the next version of an active plan.' })
export class CreateNextVersionInput extends PlanMutationInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string;
}

@InputType({ description: 'Throws the draft of a next version away.' })
export class DiscardDraftInput extends DraftInput {}

@InputType({ description: 'Says who may find a plan.' })
export class SetPlanVisibleRangeInput extends PlanMutationInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string;

  @Field(() => Int, { description: '`rowVersion` of the plan that was read.' })
  rowVersion: number;

  @Field(() => JsonScalar, { nullable: true, description: 'An audience expression; null: only those to whom it is assigned.' })
  visibleRange?: unknown;

  @Field(() => Boolean, { nullable: true, description: 'Whether those who may find it do find it.' })
  displayOnFrontEnd?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether those who find it can add it to their own plans before they start it (L21).' })
  showAddToMyPlans?: boolean | null;
}

@InputType({ description: 'Says whether other admins may work with a plan.' })
export class SetPlanCollaborationInput extends PlanMutationInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string;

  @Field(() => Int, { description: '`rowVersion` of the plan that was read.' })
  rowVersion: number;

  @Field({ description: 'Whether they may assign it, set its visible range and track it.' })
  allowed: boolean;
}
