import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import type { PersonRow } from './person.loaders.ts';

export enum PersonStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  LEFT = 'LEFT',
}
registerEnumType(PersonStatus, {
  name: 'PersonStatus',
  description: 'Whether a person takes part.',
  valuesConfig: {
    ACTIVE: { description: 'Takes part.' },
    SUSPENDED: { description: 'Is away; matches no audience.' },
    LEFT: { description: 'Has left; matches no audience. Records stay.' },
  },
});

@ObjectType({ description: 'A named thing that people are grouped by: a position, a job role, a partner account or a group.' })
export class Named {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;
}

@ObjectType({ description: 'A department in the tree of departments.' })
export class Department {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its own name.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'The department above; null at the top.' })
  parentId: string | null;

  @Field(() => [String], { description: 'The names from the top down to this one.' })
  path: string[];

  @Field(() => Int, { description: 'Its version; an edit sends it back.' })
  rowVersion: number;

  @Field(() => Int, { nullable: true, description: 'How many active people are in it or below it; only in `departments`.' })
  peopleCount?: number;
}

@ObjectType({ description: 'Whoever the organization knows: as a learner, an admin, or both.' })
export class Person {
  @Field(() => ID, { description: 'The id of the person.' })
  id: string;

  @Field({ description: 'The name as the person writes it.' })
  displayName: string;

  @Field(() => String, { nullable: true, description: 'Job number; unique in the organization.' })
  employeeNumber: string | null;

  @Field({ description: 'IANA time zone, in which the days of the person begin and end.' })
  timeZone: string;

  departmentId: string | null;

  /** The rest, which lists of something else do without; it is loaded when asked for. */
  details?: Pick<PersonRow, 'email' | 'externalId' | 'locale' | 'hireDate' | 'status' | 'managerId' | 'partnerAccountId' | 'positionId' | 'jobRoleId' | 'rowVersion'>;
}

export const PersonConnection = connectionOf('Person', () => Person);

/** A person as GraphQL gives one, with everything at hand. */
export function presentPerson(row: PersonRow): Person {
  return Object.assign(briefPerson(row.id, row), { details: row });
}

/** A person as lists of something else show one. */
export function briefPerson(id: string, { displayName, employeeNumber, timeZone, departmentId }: Omit<Person, 'id'>): Person {
  return Object.assign(new Person(), { id, displayName, employeeNumber, timeZone, departmentId });
}
