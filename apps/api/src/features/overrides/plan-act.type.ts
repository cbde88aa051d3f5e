import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.ts';
import { EnrollmentFilterInput } from '../enrollments/index.ts';

@InputType({ description: 'An act on people of a plan, or of content that was assigned by itself.' })
export abstract class PlanActPeopleInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The plan; or `learningObjectId`.' })
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The content that was assigned by itself; or `planId`.' })
  learningObjectId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'These people, at most 1,000; or `filter`.' })
  personIds?: string[] | null;

  @Field(() => EnrollmentFilterInput, { nullable: true, description: 'All whose enrollment in it this lets through; or `personIds`.' })
  filter?: EnrollmentFilterInput | null;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;
}

@InputType({ description: 'A plan, or one assignment of it, is taken away from people by hand.' })
export class PreviewUnassignInput extends PlanActPeopleInput {
  @Field(() => ID, { nullable: true, description: 'Only this assignment; absent: all that give the plan.' })
  assignmentId?: string | null;
}

@InputType({ description: 'Removals by hand are lifted, so that rules decide again.' })
export class PreviewLiftSuppressionInput extends PlanActPeopleInput {
  @Field(() => ID, { nullable: true, description: 'Only those from this assignment; absent: all of the plan.' })
  assignmentId?: string | null;
}

@InputType({ description: 'An individual due date of a plan for people.' })
export class PreviewSetDueInput extends PlanActPeopleInput {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day, in the zone of each; null: no due date for these people.' })
  due?: string | null;
}

@InputType({ description: 'A milestone, or content that was assigned by itself, is waived for people.' })
export class PreviewWaiveInput extends PlanActPeopleInput {
  @Field(() => ID, { nullable: true, description: 'The milestone, no elective; absent for content, which is waived as a whole.' })
  milestoneKey?: string | null;
}

export enum ExceptionChoiceEnum {
  REALISTIC_DUE = 'REALISTIC_DUE',
  KEEP = 'KEEP',
  DISMISS = 'DISMISS',
}
registerEnumType(ExceptionChoiceEnum, {
  name: 'ExceptionChoice',
  description: 'What can be done with a case of the exception inbox.',
  valuesConfig: {
    REALISTIC_DUE: { description: 'A due date that leaves the least time that the plan takes, and a week; for each person alone.' },
    KEEP: { description: 'It stays as it is: without a date, or with that one.' },
    DISMISS: { description: 'The assignment no longer reaches the person.' },
  },
});

@InputType({ description: 'What becomes of cases of the exception inbox.' })
export class PreviewResolveExceptionsInput extends PlanActPeopleInput {
  @Field(() => ExceptionChoiceEnum, { description: 'What is done.' })
  choice: ExceptionChoiceEnum;
}

@ObjectType('ExceptionOption', { description: 'A way out of a case, and what follows from it.' })
export class ExceptionOptionType {
  @Field(() => ExceptionChoiceEnum, { description: 'The choice.' })
  choice: ExceptionChoiceEnum;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day that it gives.' })
  due: string | null;

  @Field({ description: 'What follows, as a sentence.' })
  consequence: string;
}

@ObjectType('AssignmentException', { description: 'An open case: an assignment that was carried out and needs a decision all the same.' })
export class AssignmentExceptionType {
  @Field({ description: '`UNKNOWN_ANCHOR`, `UNREALISTIC_DUE`, `INACTIVE_PERSON` or `NO_EMPLOYEE_NUMBER`.' })
  code: string;

  @Field({ description: 'What is the matter, as a sentence.' })
  message: string;

  @Field(() => Int, { description: 'The number of the assignment.' })
  assignmentNumber: number;

  @Field({ description: 'The name of the assignment.' })
  assignmentName: string;

  @Field(() => [ExceptionOptionType], { description: 'What can be done.' })
  options: ExceptionOptionType[];
}
