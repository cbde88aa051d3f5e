import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CalendarDateScalar, CursorScalar, DecimalScalar, InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';
import { Person } from '../people/index.ts';

const described = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }]));

export enum EnrollmentStatusEnum {
  NOT_STARTED = 'NOT_STARTED',
  IN_PROGRESS = 'IN_PROGRESS',
  COMPLETED = 'COMPLETED',
  EXEMPT = 'EXEMPT',
  WITHDRAWN = 'WITHDRAWN',
  NOT_COMPLETED = 'NOT_COMPLETED',
}
registerEnumType(EnrollmentStatusEnum, {
  name: 'EnrollmentStatus',
  description: 'How far a person is. Being overdue is a flag beside it.',
  valuesConfig: described({
    NOT_STARTED: 'Has it, and has not begun.',
    IN_PROGRESS: 'Has begun.',
    COMPLETED: 'Everything required is done.',
    EXEMPT: 'Everything required was waived.',
    WITHDRAWN: 'No longer has it; what was done is kept.',
    NOT_COMPLETED: 'The plan ended before it was done.',
  }),
});

export enum EnrollmentReachEnum {
  ASSIGNED = 'ASSIGNED',
  REGISTERED = 'REGISTERED',
}
registerEnumType(EnrollmentReachEnum, {
  name: 'EnrollmentReach',
  description: 'How people have a plan now. Who has it both ways is in both.',
  valuesConfig: described({ ASSIGNED: 'By an assignment.', REGISTERED: 'By their own doing: registered, started or kept by themselves.' }),
});

export enum EnrollmentCyclesEnum {
  CURRENT = 'CURRENT',
  FORMER = 'FORMER',
  ALL = 'ALL',
}
registerEnumType(EnrollmentCyclesEnum, {
  name: 'EnrollmentCycles',
  description: 'Which of the cycles that a person has of the same thing. The current one is the latest that was not taken back; it alone counts in totals.',
  valuesConfig: described({ CURRENT: 'The current one.', FORMER: 'The others: earlier ones, and later ones that were taken back.', ALL: 'All of them.' }),
});

export enum CompletionClassEnum {
  ASSIGNED = 'ASSIGNED',
  SELF = 'SELF',
}
registerEnumType(CompletionClassEnum, {
  name: 'CompletionClass',
  description: 'Whether a completion was asked for or sought.',
  valuesConfig: described({ ASSIGNED: 'Assigned study.', SELF: 'Self-learning.' }),
});

@ObjectType({ description: 'By when something is due.' })
export class EffectiveDue {
  @Field(() => CalendarDateScalar, { description: 'The last day.' })
  date: string;

  @Field({ description: 'The time zone in which that day ends: that of the learner.' })
  timeZone: string;

  @Field(() => InstantScalar, { description: 'The last moment of that day there.' })
  endsAt: Date;

  @Field({ description: 'What decided: `OVERRIDE`, `INDIVIDUAL_ASSIGNMENT`, `GROUP_ASSIGNMENT`, `MILESTONE_RULE` or `PLAN_RULE`.' })
  origin: string;
}

@ObjectType({ description: 'Why a person has an enrollment.' })
export class EnrollmentSource {
  @Field({ description: 'What kind of cause, e.g. `DEPARTMENT`, `INDIVIDUAL`, `SELF_STARTED`.' })
  kind: string;

  @Field(() => ID, { nullable: true, description: 'The assignment that it came from.' })
  assignmentId: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of that assignment.' })
  assignmentNumber: number | null;

  @Field(() => String, { nullable: true, description: 'The name of that assignment.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'What the audience is known by, e.g. the name of the group or department.' })
  audience: string | null;

  @Field({ description: 'A conflict: its dates wait until what came first has ended.' })
  dormant: boolean;

  @Field(() => String, { nullable: true, description: 'Taken away by hand although the rule still matches, and why; null: not.' })
  suppressedBecause: string | null;

  @Field(() => InstantScalar, { description: 'Since when.' })
  validFrom: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when; null: still.' })
  validTo: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it ended: `DETACHED`, `UNASSIGNED`, `SUPPRESSED`, `UNDONE` …; null: it has not, or nobody said.' })
  endedBecause: string | null;
}

@ObjectType({ description: 'How far a person is with one milestone.' })
export class MilestoneProgress {
  @Field(() => ID, { description: 'The milestone, in all versions of the plan.' })
  key: string;

  @Field({ description: '`COMPLETED`, `ELECTIVE_DONE`, `WAIVED`, `NOT_RELEASED`, `LOCKED`, `IN_PROGRESS` or `AVAILABLE`, when last evaluated.' })
  status: string;

  @Field(() => DecimalScalar, { description: 'How many are required.' })
  unitsRequired: string;

  @Field(() => DecimalScalar, { description: 'How many are earned.' })
  unitsEarned: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Since which day it is satisfied.' })
  satisfiedOn: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day for it.' })
  due: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it opens or opened.' })
  opensOn: string | null;

  enrollmentId: string;
}

@ObjectType({ description: 'Why something is as it is.' })
export class Explanation {
  @Field({ description: 'One sentence: to the person where they ask themselves, else about them.' })
  sentence: string;

  @Field(() => JsonScalar, { description: 'The tree of reasons: `{ about, text, subjectId, because: [...] }` for status, due, sources and milestones.' })
  tree: unknown;
}

@ObjectType('Enrollment', { description: 'The relation of a person to a plan, or to a piece of content assigned by itself, in one cycle.' })
export class EnrollmentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => EnrollmentStatusEnum, { description: 'How far.' })
  status: EnrollmentStatusEnum;

  @Field(() => Float, { description: '0 to 1; 1 exactly when everything required is done.' })
  progress: number;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it became complete.' })
  completedOn: string | null;

  @Field({ description: 'Completed after the due date.' })
  completedLate: boolean;

  @Field(() => CompletionClassEnum, { nullable: true, description: 'Assigned study or self-learning.' })
  completionClass: CompletionClassEnum | null;

  @Field(() => EffectiveDue, { nullable: true, description: 'By when it is due; null: no due date, or not known yet.' })
  due: EffectiveDue | null;

  @Field({ description: 'Open, and its due date has passed.' })
  overdue: boolean;

  @Field(() => Person, { description: 'Whose it is.' })
  person: Person;

  @Field(() => Int, { description: 'Which time the person has it: 1 for the first; "assign again" begins the next one.' })
  cycle: number;

  @Field({ description: 'Whether this is the current cycle: the latest that was not taken back. Totals count it alone, and lists show it alone unless asked for others.' })
  isCurrent: boolean;

  personId: string;
  planId: string | null;
  learningObjectId: string | null;
}

export const EnrollmentConnection = connectionOf('Enrollment', () => EnrollmentType);

@InputType({ description: 'Which enrollments; what is absent does not narrow them.' })
export class EnrollmentFilterInput {
  @Field(() => ID, { nullable: true, description: 'In this plan.' })
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this content, assigned by itself.' })
  learningObjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  personId?: string | null;

  @Field(() => [EnrollmentStatusEnum], { nullable: true, description: 'Any of these.' })
  statuses?: EnrollmentStatusEnum[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open ones whose due date has passed.' })
  overdue?: boolean | null;

  @Field(() => [CompletionClassEnum], { nullable: true, description: 'Any of these.' })
  completionClasses?: CompletionClassEnum[] | null;

  @Field(() => ID, { nullable: true, description: 'Of people in this department or below it.' })
  departmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name, e-mail address or job number of the person.' })
  search?: string | null;

  @Field(() => EnrollmentReachEnum, { nullable: true, description: 'Only who has it this way now.' })
  reach?: EnrollmentReachEnum | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those with an open case of the exception inbox.' })
  exceptions?: boolean | null;

  @Field(() => [Int], { nullable: true, description: 'Only on a version of one of these numbers.' })
  planVersionNumbers?: number[] | null;

  @Field(() => EnrollmentCyclesEnum, { nullable: true, description: 'Which cycles of those who had it assigned again; absent: the current ones.' })
  cycles?: EnrollmentCyclesEnum | null;
}

@ObjectType({ description: 'How many people have a status.' })
export class StatusCount {
  @Field(() => EnrollmentStatusEnum, { description: 'The status.' })
  status: EnrollmentStatusEnum;

  @Field(() => Int, { description: 'How many people; exact.' })
  people: number;
}

@ObjectType({ description: 'How many people completed on a day.' })
export class DayCount {
  @Field(() => CalendarDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => Int, { description: 'How many people; exact.' })
  people: number;
}

@ObjectType({ description: 'How the people of a plan get on.' })
export class PlanProgress {
  @Field(() => ID, { description: 'The plan.' })
  planId: string;

  @Field(() => Int, { description: 'How many people have it, each once, by their current cycle; those who withdrew are not counted.' })
  total: number;

  @Field(() => [StatusCount], { description: 'By status; exact, and true at the same moment.' })
  counts: StatusCount[];

  @Field(() => Int, { description: 'How many open ones are overdue.' })
  overdue: number;

  @Field(() => [DayCount], { description: 'Completions by day, of the last 90 days.' })
  completions: DayCount[];
}

@ObjectType({ description: 'Enrollments that have changed.' })
export class EnrollmentChange {
  @Field(() => CursorScalar, { description: 'Where this stands in the log: after a lost connection go on from the last one seen.' })
  cursor: string;

  @Field({ description: '`enrollment.changed`; for a part of a bulk act `enrollments.assigned`, or `enrollments.changed` where nobody new has come.' })
  type: string;

  @Field(() => [ID], { description: 'Which; at most 2,000 at once.' })
  enrollmentIds: string[];

  @Field(() => [EnrollmentType], { description: 'As they are now, those that the caller may see.' })
  enrollments: EnrollmentType[];
}
