import type { DueRule } from '@milepost/domain';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.ts';

export enum DueRuleKind {
  NONE = 'NONE',
  FIXED = 'FIXED',
  RELATIVE = 'RELATIVE',
}
registerEnumType(DueRuleKind, {
  name: 'DueRuleKind',
  description: 'How a due date is set. Due is always the end of a day in the time zone of the learner.',
  valuesConfig: {
    NONE: { description: 'No due date.' },
    FIXED: { description: 'A day of the calendar.' },
    RELATIVE: { description: 'So long after something happened.' },
  },
});

export enum DueUnitEnum {
  DAYS = 'DAYS',
  WEEKS = 'WEEKS',
  MONTHS = 'MONTHS',
}
registerEnumType(DueUnitEnum, {
  name: 'DueUnit',
  description: 'What a relative due date is counted in.',
  valuesConfig: { DAYS: { description: 'Days.' }, WEEKS: { description: 'Weeks.' }, MONTHS: { description: 'Months of the calendar.' } },
});

export enum DueAnchorEnum {
  ENROLLED = 'ENROLLED',
  ASSIGNED = 'ASSIGNED',
  FIRST_SIGN_IN = 'FIRST_SIGN_IN',
  HIRE_DATE = 'HIRE_DATE',
  PREVIOUS_STEP = 'PREVIOUS_STEP',
}
registerEnumType(DueAnchorEnum, {
  name: 'DueAnchor',
  description: 'What a relative due date is counted from.',
  valuesConfig: {
    ENROLLED: { description: 'The day on which the person got the plan.' },
    ASSIGNED: { description: 'The day of the assignment that decides.' },
    FIRST_SIGN_IN: { description: 'The day of the first sign-in.' },
    HIRE_DATE: { description: 'The first day of work.' },
    PREVIOUS_STEP: { description: 'The day on which the earlier required milestone was satisfied; for milestones only.' },
  },
});

@InputType({ description: 'By when something is due.' })
export class DueRuleInput {
  @Field(() => DueRuleKind, { description: 'How it is set.' })
  kind: DueRuleKind;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'FIXED: the last day.' })
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'RELATIVE: how many, from 0.' })
  amount?: number | null;

  @Field(() => DueUnitEnum, { nullable: true, description: 'RELATIVE: of what.' })
  unit?: DueUnitEnum | null;

  @Field(() => DueAnchorEnum, { nullable: true, description: 'RELATIVE: counted from what.' })
  anchor?: DueAnchorEnum | null;
}

@ObjectType('DueRule', { description: 'By when something is due; always the end of a day in the time zone of the learner.' })
export class DueRuleType {
  @Field(() => DueRuleKind, { description: 'How it is set.' })
  kind: DueRuleKind;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'FIXED: the last day.' })
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'RELATIVE: how many.' })
  amount?: number | null;

  @Field(() => DueUnitEnum, { nullable: true, description: 'RELATIVE: of what.' })
  unit?: DueUnitEnum | null;

  @Field(() => DueAnchorEnum, { nullable: true, description: 'RELATIVE: counted from what.' })
  anchor?: DueAnchorEnum | null;
}

/** The rule that an input means; undefined when a part that its kind needs is missing. */
export function readDueRule(input: DueRuleInput): DueRule | undefined {
  switch (input.kind) {
    case DueRuleKind.NONE:
      return { kind: 'NONE' };
    case DueRuleKind.FIXED:
      return input.date ? { kind: 'FIXED', date: input.date as never } : undefined;
    case DueRuleKind.RELATIVE: {
      const { amount, unit, anchor } = input;
      return typeof amount === 'number' && unit && anchor ? { kind: 'RELATIVE', amount, unit, anchor } : undefined;
    }
  }
}
