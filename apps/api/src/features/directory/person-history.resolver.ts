import { sayDueCause } from '@milepost/domain';
import { Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, connectionOf, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { InstantScalar } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { peopleScope } from '../access/index.ts';
import { Named, Person, personLoader } from '../people/index.ts';
import { findAmong } from './person-edit.queries.ts';
import { findHistory } from './person-history.queries.ts';

enum PersonHistoryKind {
  CREATED = 'CREATED',
  NAME = 'NAME',
  STATUS = 'STATUS',
  LANGUAGE = 'LANGUAGE',
  TIME_ZONE = 'TIME_ZONE',
  HIRE_DATE = 'HIRE_DATE',
  MANAGER = 'MANAGER',
  PARTNER_ACCOUNT = 'PARTNER_ACCOUNT',
  DEPARTMENT = 'DEPARTMENT',
  POSITION = 'POSITION',
  JOB_ROLE = 'JOB_ROLE',
  GROUP_JOINED = 'GROUP_JOINED',
  GROUP_LEFT = 'GROUP_LEFT',
  LEARNING_GIVEN = 'LEARNING_GIVEN',
  LEARNING_ENDED = 'LEARNING_ENDED',
  LEARNING_STATUS = 'LEARNING_STATUS',
  DUE_MOVED = 'DUE_MOVED',
  RECORD_MERGED = 'RECORD_MERGED',
}
registerEnumType(PersonHistoryKind, {
  name: 'PersonHistoryKind',
  description: 'What happened to a person.',
  valuesConfig: {
    CREATED: { description: 'They came to be known, by the name in `after`.' },
    NAME: { description: 'Another name.' },
    STATUS: { description: 'Suspended, returned or left; `before` and `after` are values of `PersonStatus`.' },
    LANGUAGE: { description: 'Another language, BCP 47.' },
    TIME_ZONE: { description: 'Another IANA time zone.' },
    HIRE_DATE: { description: 'Another first day of work, `YYYY-MM-DD`.' },
    MANAGER: { description: 'Another manager, by name.' },
    PARTNER_ACCOUNT: { description: 'Another partner account, by name.' },
    DEPARTMENT: { description: 'Another department, by its present name.' },
    POSITION: { description: 'Another position, by name.' },
    JOB_ROLE: { description: 'Another job role, by name.' },
    GROUP_JOINED: { description: 'Joined the group in `about`.' },
    GROUP_LEFT: { description: 'Left the group in `about`.' },
    LEARNING_GIVEN: { description: 'Got what is in `about`, by the assignment, or the kind of source, in `after`.' },
    LEARNING_ENDED: { description: 'No longer has what is in `about` by the assignment, or the kind of source, in `after`.' },
    LEARNING_STATUS: { description: 'Another status in what is in `about`; `before` and `after` are values of `EnrollmentStatus`.' },
    DUE_MOVED: { description: 'Another due date of what is in `about`, `YYYY-MM-DD`, or none; `because` says why.' },
    RECORD_MERGED: { description: 'Another record of the person, by the name in `about`, was merged into this one; what is told of it stands here too.' },
  },
});

@ObjectType({ description: 'One thing that happened to a person.' })
export class PersonHistoryEntry {
  @Field(() => ID, { description: 'Tells it from the others of the person.' })
  key: string;

  @Field(() => InstantScalar, { description: 'When.' })
  at: Date;

  @Field(() => PersonHistoryKind, { description: 'What happened.' })
  kind: PersonHistoryKind;

  @Field(() => String, { nullable: true, description: 'What it is about where the kind does not say it, by name.' })
  about: string | null;

  @Field(() => Int, { nullable: true, description: 'Where it is about learning: which cycle of it, 1 for the first.' })
  cycle: number | null;

  @Field(() => String, { nullable: true, description: 'What it was.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What it is since.' })
  after: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in words, where that is known.' })
  because: string | null;

  byId: string | null;
}

const PersonHistoryConnection = connectionOf('PersonHistoryEntry', () => PersonHistoryEntry);

/** What is kept dated of a person, as one list. */
@Resolver(() => Person)
export class PersonHistoryResolver {
  @FieldResolver(() => PersonHistoryConnection, {
    description: 'What happened to the person, the newest first; what was given to them and how far they came only for whoever may see their progress.',
  })
  async history(@Root() { id }: Person, @Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<PersonHistoryEntry>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['text']);
    const scope = peopleScope(context.caller, 'PROGRESS_READ');
    const found = await context.read(async (transaction) => {
      const withLearning = (await findAmong(transaction, scope, [id])).has(id);
      return findHistory(transaction, id, withLearning, page.first, after);
    });
    return toConnection(found, (row) => present(PersonHistoryEntry, { ...row, because: row.moved && sayDueCause({ ...row, ...row.moved }, context.locale) } as unknown as PersonHistoryEntry));
  }
}

/** Who did what is in a history. */
@Resolver(() => PersonHistoryEntry)
export class PersonHistoryEntryResolver {
  @FieldResolver(() => Named, { nullable: true, description: 'Who did it; null where nobody in person did.' })
  async by(@Root() { byId }: PersonHistoryEntry, @Ctx() context: RequestContext): Promise<Named | null> {
    const person = byId ? await context.load(personLoader, byId) : undefined;
    return person ? { id: person.id, name: person.displayName } : null;
  }
}
