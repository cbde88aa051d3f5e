import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { enrollmentScope, nameOfActor, peopleScope } from '../access/index.ts';
import { LearningObjectType, learningObjectLoader, presentLearningObject } from '../learning-objects/index.ts';
import { learningPlanLoader, LearningPlanType, presentPlan } from '../learning-plans/index.ts';
import { operationScopes } from '../operations/index.ts';
import { Named, Person } from '../people/index.ts';
import { findLearningRecord, type LearningRecordRow } from './learning-record.queries.ts';
import { LearningRecordConnection, LearningRecordEntry, LearningRecordRevocation } from './learning-record.type.ts';

/** What was recorded of a person, with both clocks: when it was true, and when it became known (domain 2.0.3). */
@Resolver(() => Person)
export class LearningRecordResolver {
  @FieldResolver(() => LearningRecordConnection, {
    description: 'All that was recorded of what the person has completed, and all that was taken back, the latest recorded first; as far as the caller may read their progress.',
  })
  async learningRecord(@Root() { id }: Person, @Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<LearningRecordEntry>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['text']);
    const { caller } = context;
    const scope = { content: peopleScope(caller, 'PROGRESS_READ', null), plans: enrollmentScope(caller, 'PROGRESS_READ'), operations: operationScopes(caller).SEE };
    return toConnection(await context.read((transaction) => findLearningRecord(transaction, id, scope, page.first, after)), presentEntry);
  }
}

/** Who recorded an entry, and what it is about. */
@Resolver(() => LearningRecordEntry)
export class LearningRecordEntryResolver {
  @FieldResolver(() => LearningObjectType, { nullable: true, description: 'The content; null for a plan.' })
  async learningObject(@Root() { learningObjectId }: LearningRecordEntry, @Ctx() context: RequestContext): Promise<LearningObjectType | null> {
    const row = learningObjectId ? await context.load(learningObjectLoader, learningObjectId) : undefined;
    return row ? presentLearningObject(row) : null;
  }

  @FieldResolver(() => LearningPlanType, { nullable: true, description: 'The plan; null for content.' })
  async plan(@Root() { planId }: LearningRecordEntry, @Ctx() context: RequestContext): Promise<LearningPlanType | null> {
    const row = planId ? await context.load(learningPlanLoader, planId) : undefined;
    return row ? presentPlan(row) : null;
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who recorded it, a person or a partner system; null where it was worked out.' })
  by(@Root() { byId }: LearningRecordEntry, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOfActor(context, byId);
  }
}

/** Who took a completion back. */
@Resolver(() => LearningRecordRevocation)
export class LearningRecordRevocationResolver {
  @FieldResolver(() => Named, { nullable: true, description: 'Who did it, a person or a partner system.' })
  by(@Root() { byId }: LearningRecordRevocation, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOfActor(context, byId);
  }
}

function presentEntry({ revocation, ...row }: LearningRecordRow): LearningRecordEntry {
  return present(LearningRecordEntry, { ...row, kind: row.kind as never, origin: row.origin as never, restsOn: [...row.restsOn], supports: [...row.supports], revocation: revocation && present(LearningRecordRevocation, revocation) });
}
