import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InstantScalar } from '../../platform/graphql/scalars.ts';
import { EnrollmentType } from './enrollment.type.ts';

@ObjectType({ description: 'What the caller may do with what was assigned to a person.' })
export class PersonAssignmentAbilities {
  @Field({ description: 'Take it away from the person by `previewUnassign`.' })
  takeAway: boolean;

  @Field({ description: 'Lift its removal by hand by `previewLiftSuppression`.' })
  lift: boolean;
}

@ObjectType({ description: 'A way in which something is or was assigned to a person: by name, by a group or by a rule.' })
export class PersonAssignment {
  @Field(() => ID, { description: 'Tells it from the others of the person.' })
  id: string;

  @Field({ description: '`INDIVIDUAL`, `GROUP`, `DEPARTMENT`, `POSITION`, `JOB_ROLE`, `RULE`, `IMPORT` or `API`.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'Through what it reaches the person: the group, department, position or job role by name.' })
  audience: string | null;

  @Field(() => ID, { nullable: true, description: 'The assignment; null where the person has it for themselves, without one.' })
  assignmentId: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number.' })
  assignmentNumber: number | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Its state: `APPLYING`, `ACTIVE`, `DONE`, `INACTIVE`, `ENDED`.' })
  assignmentState: string | null;

  @Field(() => String, { nullable: true, description: 'What the person is to it: `APPLIED`, `MERGED`, `CONFLICT`, `EXCEPTION`, `DETACHED`, `REMOVED` …' })
  memberState: string | null;

  @Field({ description: 'Whether its due date is the one that holds.' })
  decides: boolean;

  @Field({ description: 'Whether its due date waits behind an earlier group assignment.' })
  dormant: boolean;

  @Field({ description: 'Whether the person has left its audience and keeps what was begun.' })
  kept: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was taken away by hand although its rule still matches; it is not given again until that is lifted.' })
  suppressedBecause: string | null;

  @Field(() => InstantScalar, { description: 'Since when.' })
  validFrom: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when; null: it is in force.' })
  validTo: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it ended: `UNASSIGNED`, `LEFT_AUDIENCE`, `DETACHED`, `ASSIGNMENT_ENDED`, `UNDONE` …' })
  endedBecause: string | null;

  @Field(() => EnrollmentType, { description: 'What the person has by it, as it is now.' })
  enrollment: EnrollmentType;

  @Field(() => PersonAssignmentAbilities, { description: 'What the caller may do with it.' })
  viewerCan: PersonAssignmentAbilities;

  givenById: string | null;
  endedById: string | null;
}

export const PersonAssignmentConnection = connectionOf('PersonAssignment', () => PersonAssignment);
