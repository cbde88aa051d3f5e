import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { nameOfActor } from '../access/index.ts';
import { Named } from '../people/index.ts';
import { readDriftCheck, readDriftChecks, type DriftCheckRow } from './drift-check.queries.ts';
import { DriftCheckType, StartDriftCheckInput, StartDriftCheckResult } from './drift-check.type.ts';
import { startDriftCheck } from './start-drift-check.ts';

/** Checks whether all that is kept follows from the facts (D4, C25). */
@Resolver(() => DriftCheckType)
export class DriftCheckResolver {
  @Guarded('SETTINGS_READ')
  @Query(() => [DriftCheckType], { description: 'The latest checks whether all that is kept follows from the facts, the newest first.' })
  async driftChecks(@Ctx() context: RequestContext): Promise<DriftCheckType[]> {
    return (await context.read(readDriftChecks)).map(presentCheck);
  }

  @Guarded('SETTINGS_EDIT')
  @Mutation(() => StartDriftCheckResult, { description: 'Begins such a check; one at a time.' })
  async startDriftCheck(
    @Arg('input', () => StartDriftCheckInput, { description: 'How.' }) input: StartDriftCheckInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartDriftCheckResult> {
    const started = await context.mutate('startDriftCheck', input, (transaction) => startDriftCheck(transaction, input.repair));
    return answer(context, started, async ({ id }) => presentCheck((await context.read((transaction) => readDriftCheck(transaction, id)))!));
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who began it, a person or a partner system.' })
  startedBy(@Root() { startedById }: DriftCheckType, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOfActor(context, startedById);
  }
}

function presentCheck({ report: { checked, found }, ...row }: DriftCheckRow): DriftCheckType {
  return present(DriftCheckType, {
    ...row,
    state: row.state as never,
    checkedPeople: checked.COURSES,
    checkedEnrollments: checked.STANDINGS,
    checkedCounts: checked.COUNTS,
    found: Object.entries(found).map(([kind, { count, repaired, examples }]) => ({
      kind,
      count,
      repaired,
      examples: examples.map((example) => ({ personId: 'personId' in example ? example.personId : null, subjectId: example.subjectId, kept: example.kept, found: example.found })),
    })),
  });
}
